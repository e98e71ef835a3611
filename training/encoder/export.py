"""Write a trained model as the package carries it: ONNX with 8-bit weights, its tokeniser, its outputs' names.

`python -m encoder.export --model FOLDER/model.pt --out src/dateline/read/data/encoder`
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from encoder.examples import OUT
from encoder.model import OFFSET, RELATIONS, SCALE, SIZE, Reader, columns
from encoder.modes import MODES
from encoder.train import pretrained
from encoder.windows import LENGTH, OVERLAP

LAYERS, ATTENTION_HEADS = 6, 12  # of MiniLM


class Flat(nn.Module):
    """The reader of whole windows: the relation vectors flattened, the scale of their products folded into the queries,
    and the states that the tags are read off as a further output. No mask: one window is read at a time, so that
    nothing is padded, and masking costs a twelfth of the time.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        hidden = self.reader.encoder(input_ids=ids).last_hidden_state
        _, queries, keys = self.reader.heads(hidden)
        states = self.reader.tag[:2](hidden)
        return self.reader.tag[2](states), (queries * SCALE).flatten(2), keys.flatten(2), states


def export(model: Path, out: Path) -> None:
    """The three files of the model, in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    reader = Reader(pretrained())
    reader.load_state_dict(torch.load(model, map_location="cpu"))
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "full.onnx", Path(folder) / "ready.onnx"
        as_onnx(Flat(reader.eval()), full)
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(ready, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
    attend_at_once(out / "model.onnx")
    shutil.copyfile(pretrained() / "tokenizer.json", out / "tokenizer.json")
    (out / "outputs.json").write_text(json.dumps(outputs(), indent=1) + "\n", encoding="utf-8")


def as_onnx(model: nn.Module, path: Path) -> None:
    """The model in 32 bits, for any number of windows of any length."""
    example = (torch.randint(1000, 2000, (2, 16)),)
    axes = {0: "window", 1: "piece"}
    names = ["tags", "queries", "keys", "states"]
    torch.onnx.export(
        model,
        example,
        str(path),
        input_names=["ids"],
        output_names=names,
        dynamic_axes=dict.fromkeys(("ids", *names), axes),
        opset_version=17,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def attend_at_once(path: Path) -> None:
    """The attention of each layer as one operator of ONNX Runtime's, in place of the eight that torch writes: from the
    queries, keys and values with their biases to what the layer goes on with. Nothing of the weights changes."""
    model = onnx.load(str(path))
    nodes = list(model.graph.node)
    for number in range(LAYERS):
        layer = f"/reader/encoder/encoder/layer.{number}/attention/self/"
        [place] = [at for at, node in enumerate(nodes) if f"{layer}Reshape_3_output_0" in node.output]
        given = [f"{layer}{part}/Add_output_0" for part in ("query", "key", "value")]
        nodes[place] = onnx.helper.make_node(
            "MultiHeadAttention", given, list(nodes[place].output), domain="com.microsoft", num_heads=ATTENTION_HEADS
        )
    needed = {output.name for output in model.graph.output}
    kept = []
    for node in reversed(nodes):
        if needed.intersection(node.output):
            needed.update(node.input)
            kept.append(node)
    tensors = [tensor for tensor in model.graph.initializer if tensor.name in needed]
    for field, left in ((model.graph.node, reversed(kept)), (model.graph.initializer, tensors)):
        del field[:]
        field.extend(left)
    onnx.save(model, str(path))


def outputs() -> dict[str, object]:
    """What the columns mean, for the program that runs the model."""
    heads = {
        "triggers": OUT["triggers"],
        "cues": OUT["cues"],
        "second": OUT["second"],
        "factuality": OUT["factuality"],
        "score": ["score"],
        "inside": OUT["mentions"],
        "begin": OUT["mentions"],
        "modes": MODES,
    }
    starts = {name: where.start for name, where in columns().items()}
    return {
        "heads": {name: {"from": starts[name], "labels": labels} for name, labels in heads.items()},
        "relations": RELATIONS,
        "relation_size": SIZE,
        "relation_offset": OFFSET,
        "window": LENGTH,
        "overlap": OVERLAP,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    export(options.model, options.out)
