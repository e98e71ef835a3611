"""A small dump in GeoNames' form: a country of our own with a seat, a village nobody else has, and its namesakes."""

from __future__ import annotations

import zipfile
from pathlib import Path

VILLAGE, SEAT, PROVINCE, DISTRICT, CAMP = 9_000_001, 9_000_002, 9_000_003, 9_000_004, 9_000_005


def place(
    number: int,
    name: str,
    point: tuple[float, float],
    code: str,
    *,
    alternates: str = "",
    admin1: str = "21",
    admin2: str = "2101",
    population: int = 0,
    country: str = "PE",
) -> str:
    """A row of 19 columns."""
    feature_class = {"PPL": "P", "ADM": "A", "CMP": "S", "STM": "H"}[code[:3]]
    cells = [number, name, name, alternates, *point, feature_class, code, country, "", admin1, admin2, "", ""]
    return "\t".join(map(str, [*cells, population, "", "", "America/Lima", "2024-01-01"]))


PLACES = (
    place(VILLAGE, "Quillabrava", (-13.5001, -72.2502), "PPL", alternates="Killabrawa,Кильябрава", population=40),
    place(SEAT, "Urcosmayo", (-13.25, -72.5), "PPLA", alternates="Urqusmayu", population=30_000),
    place(PROVINCE, "Urcosmayo Region", (-10.0, -70.0), "ADM1", admin2=""),
    place(DISTRICT, "Tarmapata District", (-13.6, -72.3), "ADM2"),
    place(CAMP, "Camp Zollern", (-13.7, -72.1), "CMPRF"),
    place(9_000_006, "Rio Zollern", (-13.7, -72.2), "STM"),
    place(9_000_007, "Orphanova", (-13.8, -72.3), "PPL", admin1="", admin2=""),
)
ALTERNATE_NAMES = (
    f"1\t{VILLAGE}\tes\tVilla Quebrada\t\t\t\t\t\t",
    f"2\t{VILLAGE}\tlink\thttps://example.org/quillabrava\t\t\t\t\t\t",
    "3\t77\ten\tOf Nobody\t\t\t\t\t\t",
)
HIERARCHY = (f"{DISTRICT}\t9000007\tADM", f"{PROVINCE}\t{DISTRICT}\tADM")
DIVISIONS1 = (f"PE.21\tUrcosmayo Region\tUrcosmayo Region Plain\t{PROVINCE}", "PE.22\tNowhere\tNowhere\t9000020")
DIVISIONS2 = (f"PE.21.2101\tTarmapata District\tTarmapata District\t{DISTRICT}",)


def write_dump(folder: Path, *, zipped: bool) -> Path:
    """The dump in a folder, the large files as archives if wished."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (("allCountries", PLACES), ("alternateNamesV2", ALTERNATE_NAMES), ("hierarchy", HIERARCHY)):
        text = "".join(f"{row}\n" for row in rows)
        if zipped:
            with zipfile.ZipFile(folder / f"{name}.zip", "w") as archive:
                archive.writestr("readme.txt", "about the rest")
                archive.writestr(f"{name}.txt", text)
        else:
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, codes in (("admin1CodesASCII.txt", DIVISIONS1), ("admin2Codes.txt", DIVISIONS2)):
        (folder / name).write_text("".join(f"{row}\n" for row in codes), encoding="utf-8")
    return folder
