"""dateline gazetteer, from the command line and over HTTP from a server of our own."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from dateline.commands import app
from dateline.commands.options import use_gazetteer
from dateline.errors import InputError, UsageError
from dateline.resolve.gazetteer import CHOSEN, Gazetteer
from dateline.version import coder_version
from made_dump import VILLAGE, write_dump


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if "broken" not in self.path:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"too little")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    folder = write_dump(tmp_path / "served", zipped=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, "")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["gazetteer", *map(str, arguments)])


def test_of_a_folder(tmp_path: Path) -> None:
    output = tmp_path / "mine.sqlite"
    result = run("build", "--from", write_dump(tmp_path / "dump", zipped=True), "--output", output)
    assert result.exit_code == 0, result.output
    assert "mine.sqlite: 6 places" in result.output
    assert "CC BY 4.0" in result.output
    [village] = msgspec.json.decode(run("lookup", "Quillabrava", "--gazetteer", output, "--json").stdout)
    assert village["geonames_id"] == VILLAGE
    assert msgspec.json.decode(run("info", "--gazetteer", output, "--json").stdout)["places"] == "6"


def test_of_an_address_of_a_folder(tmp_path: Path, address: str) -> None:
    (tmp_path / "served" / "admin2Codes.txt").unlink()
    result = run("build", "--from", address, "--output", tmp_path / "mine.sqlite")
    assert result.exit_code == 0, result.output
    assert "left out: " in result.output
    assert "admin2Codes.txt: the server answers 404" in result.output
    assert Gazetteer.open(tmp_path / "mine.sqlite").is_name("Villa Quebrada")


def test_of_an_address_of_a_file(tmp_path: Path, address: str) -> None:
    output = tmp_path / "mine.sqlite"
    result = run("build", "--from", f"{address}allCountries.zip", "--output", output, "--json")
    assert result.exit_code == 0, result.output
    assert msgspec.json.decode(result.stdout)["places"] == 6


@pytest.mark.parametrize(
    ("name", "said"),
    [("PE.zip", "404"), ("broken.zip", "broke off after 10 of 1,000 bytes"), ("?", "allCountries.zip: the server")],
)
def test_what_a_server_does_not_give_is_named(tmp_path: Path, address: str, name: str, said: str) -> None:
    start = f"{address}nothing/" if name == "?" else address + name
    result = run("build", "--from", start, "--output", tmp_path / "mine.sqlite")
    assert isinstance(result.exception, InputError)
    assert said in str(result.exception)
    assert not (tmp_path / "mine.sqlite").exists()


def test_no_server_is_an_error_that_names_the_address(tmp_path: Path) -> None:
    result = run("build", "--from", "http://127.0.0.1:9/UA.zip", "--output", tmp_path / "mine.sqlite")
    assert isinstance(result.exception, InputError)
    assert "http://127.0.0.1:9/UA.zip: cannot be fetched" in str(result.exception)


def test_a_name_that_nothing_bears() -> None:
    assert run("lookup", "Qqzzxville").exit_code == 1
    assert "Kazan" in run("lookup", "Kazan").stdout


def test_the_chosen_one_is_used_and_known_by_the_coder_s_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = coder_version()
    for name, population in (("one", 40), ("two", 50)):
        folder = write_dump(tmp_path / name, zipped=False)
        rows = (folder / "allCountries.txt").read_text(encoding="utf-8").replace("\t40\t", f"\t{population}\t")
        (folder / "allCountries.txt").write_text(rows, encoding="utf-8")
        run("build", "--from", folder, "--output", tmp_path / f"{name}.sqlite")
    versions = {own}
    for name in ("one", "two"):
        use_gazetteer(tmp_path / f"{name}.sqlite")
        assert os.environ[CHOSEN] == str(tmp_path / f"{name}.sqlite")
        assert Gazetteer.in_use().is_name("Quillabrava")
        versions.add(coder_version())
    assert len(versions) == 3
    monkeypatch.setenv(CHOSEN, "")
    assert coder_version() == own
    assert not Gazetteer.in_use().is_name("Quillabrava")


def test_what_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not one", encoding="utf-8")
    for name in ("notes.txt", "missing.sqlite"):
        with pytest.raises(UsageError, match=name):
            use_gazetteer(tmp_path / name)
