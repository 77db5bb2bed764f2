"""Tunes the sentence model to the moves of the labelled development turns, and measures it out of group.

    python -m evals.moves_tune [--write]

It needs PyTorch, which is in no lock file here, for it is large and nothing else asks for it: any build of
version 2 will do. Thin changes to its matrices are learnt (low-rank adaptation: Hu et al.
2021, arXiv:2106.09685) together with what each move looks for; all else stays as it is. That is done twice (see
``TUNINGS``), and what is said is the mean. One fold of the groups
is left out, to set the levels of ``rehearsal_learn`` on; its scores are kept beside the turns. ``--write``
keeps the changes in ``knowledge/search/learnt``, under a name that carries the hash of the turns. Run ``python -m evals.rehearsal_learn --write`` afterwards. It takes more than an hour on two cores.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from coach.domain.rehearsal import Move
from coach.guidance.piece_reader import Cutter, model_file
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.tuned_file import Learnt, keep
from coach.rehearsal.tuned_moves import FOLDER, STORED, pieces
from evals.moves_model import Reader, Weights, weights_of
from evals.rehearsal_learn import TUNED
from evals.rehearsal_rows import LEFT_OUT, digest_of_turns, folds_of
from evals.rehearsal_talks import Labelled, labelled, single_turns

EPOCHS = 4
BATCH = 32
RATE, RATE_OF_HEADS = 1e-3, 2e-3
DECAY = 0.01


@dataclass(frozen=True)
class Tuning:
    """One of the tunings that are joined.

    Attributes:
        seed: of chance.
        plain: layers at the bottom that stay as they are.
        again: whether it learns in the end again, from every turn; else it is shipped as it was measured.
    """

    seed: int
    plain: int
    again: bool


TUNINGS = (Tuning(seed=0, plain=2, again=True), Tuning(seed=1, plain=0, again=False))


@dataclass(frozen=True)
class Turns:
    """The labelled turns, in word pieces."""

    ids: list[tuple[int, ...]]
    kinds: list[tuple[int, ...]]
    marks: torch.Tensor

    def batch(self, rows: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The pieces of some turns, all of one length, and which of them are real."""
        longest = max(len(self.ids[row]) for row in rows)
        ids, kinds = (torch.zeros(len(rows), longest, dtype=torch.long) for _ in range(2))
        real = torch.zeros(len(rows), longest, dtype=torch.bool)
        for at, row in enumerate(rows):
            length = len(self.ids[row])
            ids[at, :length] = torch.tensor(self.ids[row])
            kinds[at, :length] = torch.tensor(self.kinds[row])
            real[at, :length] = True
        return ids, kinds, real

    def batches(
        self, rows: Sequence[int], chance: np.random.Generator | None = None
    ) -> list[list[int]]:
        """Turns of about one length together, in an order of chance where there is one."""
        listed = np.array(rows)
        lengths = np.array([len(self.ids[row]) for row in rows], np.float64)
        if chance is not None:
            lengths += chance.random(len(rows)) * 10
        listed = listed[np.argsort(lengths, kind="stable")]
        found = [listed[at : at + BATCH].tolist() for at in range(0, len(listed), BATCH)]
        if chance is not None:
            chance.shuffle(found)
        return found


def load_turns(listed: Sequence[Labelled]) -> Turns:
    """Every labelled turn in word pieces."""
    cut_up = Cutter().cut
    cut = [
        pieces(
            cut_up,
            one.exchange.said,
            one.exchange.heard,
            one.before[-1].heard if one.before else "",
        )
        for one in listed
    ]
    marks = torch.tensor([[float(move in one.moves) for move in Move] for one in listed])
    return Turns([one.ids for one in cut], [one.kinds for one in cut], marks)


def tune(whole: Weights, turns: Turns, rows: Sequence[int], how: Tuning) -> Iterator[Reader]:
    """Learn from some of the turns; the reader is given after each time through them."""
    torch.manual_seed(how.seed)
    chance = np.random.default_rng(how.seed)
    reader = Reader(whole, how.plain)
    heads = [reader.looks, reader.weighs, reader.start]
    known = {id(one) for one in heads}
    thin = [one for one in reader.parameters() if one.requires_grad and id(one) not in known]
    steps = torch.optim.AdamW(
        [{"params": thin, "lr": RATE}, {"params": heads, "lr": RATE_OF_HEADS}], weight_decay=DECAY
    )
    count = len(turns.batches(rows)) * EPOCHS
    pace = torch.optim.lr_scheduler.OneCycleLR(
        steps, [RATE, RATE_OF_HEADS], total_steps=count + 1, pct_start=0.1
    )
    for _ in range(EPOCHS):
        reader.train()
        for batch in turns.batches(rows, chance):
            with torch.autocast("cpu", torch.bfloat16):
                scores = reader(*turns.batch(batch))
            loss = functional.binary_cross_entropy_with_logits(
                scores.float(), turns.marks[batch], reduction="sum"
            ) / len(batch)
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(thin + heads, 2.0)
            steps.step()
            pace.step()
        yield reader


def scores_of(reader: Reader, turns: Turns, rows: Sequence[int]) -> np.ndarray:
    """The scores of some turns, in their order."""
    reader.eval()
    found = np.zeros((len(rows), len(Move)), np.float32)
    places = {row: at for at, row in enumerate(rows)}
    with torch.no_grad():
        for batch in turns.batches(rows):
            for row, line in zip(batch, reader(*turns.batch(batch)).numpy(), strict=True):
                found[places[row]] = line
    return found


def ordered_right(scores: np.ndarray, marks: torch.Tensor) -> str:
    """How well the scores put the turns that make a move before the others."""
    made = marks.numpy() > 0
    found = []
    for column in range(len(Move)):
        count = int(made[:, column].sum())
        first = np.argsort(-scores[:, column])[:count]
        found.append(made[first, column].sum() / max(1, count))
    return f"of as many turns as make a move, the share that does: {np.mean(found):.3f}"


def main(arguments: Sequence[str] = ()) -> None:
    """Keep the scores of the fold left out, and if asked what is learnt."""
    listed = [*single_turns(), *labelled("dev")]
    turns = load_turns(listed)
    whole = weights_of(model_file())
    folds = folds_of([one.group for one in listed])
    left = np.flatnonzero(folds == LEFT_OUT).tolist()
    others = np.flatnonzero(folds != LEFT_OUT).tolist()
    scores, learnt = [], []
    for how in TUNINGS:
        for number, reader in enumerate(tune(whole, turns, others, how)):
            said = scores_of(reader, turns, left)
            print(
                f"time {number + 1} through; {ordered_right(said, turns.marks[left])}", flush=True
            )
        scores.append(said)
        if "--write" in arguments and how.again:
            *_, reader = tune(whole, turns, range(len(listed)), how)
        heads = (one.detach().numpy() for one in (reader.looks, reader.weighs, reader.start))
        learnt.append(Learnt(reader.changes(whole.names), *heads))
    together = np.mean(scores, 0)
    print(f"together; {ordered_right(together, turns.marks[left])}")
    np.savez_compressed(TUNED, scores=together.astype(np.float16), turns=digest_of_turns())
    if "--write" in arguments:
        folder = default_knowledge() / FOLDER
        for old in folder.glob(f"*-{STORED}"):
            old.unlink()
        path = folder / f"{digest_of_turns()}-{STORED}"
        keep(path, learnt)
        print(path.name)


if __name__ == "__main__":
    main(sys.argv[1:])
