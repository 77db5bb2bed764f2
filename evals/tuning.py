"""Tunes the sentence model: thin changes to its matrices, and what each thing looks for, learnt from labelled parts.

It needs PyTorch, which is in no lock file here, for it is large and nothing else asks for it: any build of
version 2 will do. The method is low-rank adaptation (Hu et al. 2021, arXiv:2106.09685); all else of the
model stays as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from coach.guidance.learnt import LEARNT
from coach.guidance.tuned_file import Learnt, keep
from coach.review.phrases import default_knowledge
from evals.tuned_texts import Text, ordered_right
from evals.tuned_torch import Batch, Reader, Weights

RATE_OF_HEADS = 2e-3
DECAY = 0.01


@dataclass(frozen=True)
class Tuning:
    """One way to tune.

    Attributes:
        seed: of chance.
        plain: layers at the bottom that stay as they are.
        epochs: times through what is learnt from.
        rate: how far a step goes, at most.
        pieces: word pieces of a batch at most, filled up.
        rare: the score of each thing before anything is read.
    """

    seed: int
    plain: int
    epochs: int = 4
    rate: float = 1e-3
    pieces: int = 3200
    rare: float = -2.5


def batches(
    texts: Sequence[Text],
    rows: Sequence[int],
    pieces: int,
    chance: np.random.Generator | None = None,
) -> list[list[int]]:
    """Texts of about one length together, in an order of chance where there is one."""
    lengths = {row: len(texts[row].ids) for row in rows}
    shaken = {row: lengths[row] + (20 * chance.random() if chance else 0) for row in rows}
    found: list[list[int]] = []
    longest = 0
    for row in sorted(rows, key=shaken.__getitem__):
        longest = max(longest, lengths[row])
        if not found or longest * (len(found[-1]) + 1) > pieces:
            found.append([])
            longest = lengths[row]
        found[-1].append(row)
    if chance is not None:
        chance.shuffle(found)
    return found


def batch_of(texts: Sequence[Text], rows: Sequence[int]) -> Batch:
    """Some texts, filled up to one length."""
    longest = max(len(texts[row].ids) for row in rows)
    ids, kinds = (torch.zeros(len(rows), longest, dtype=torch.long) for _ in range(2))
    real = torch.zeros(len(rows), longest, dtype=torch.bool)
    parts = []
    for at, row in enumerate(rows):
        length = len(texts[row].ids)
        ids[at, :length] = torch.tensor(texts[row].ids)
        kinds[at, :length] = torch.tensor(texts[row].kinds)
        real[at, :length] = True
        parts += [(at, start, end) for start, end in texts[row].parts]
    return Batch(ids, kinds, real, torch.tensor(parts))


def tune(
    whole: Weights, texts: Sequence[Text], rows: Sequence[int], how: Tuning
) -> Iterator[Reader]:
    """Learn from some of the texts; the reader is given after each time through them."""
    torch.manual_seed(how.seed)
    chance = np.random.default_rng(how.seed)
    reader = Reader(whole, how.plain, texts[rows[0]].marks.shape[1], how.rare)
    thin, heads = reader.thin(), reader.heads()
    steps = torch.optim.AdamW(
        [{"params": thin, "lr": how.rate}, {"params": heads, "lr": RATE_OF_HEADS}],
        weight_decay=DECAY,
    )
    orders = [batches(texts, rows, how.pieces, chance) for _ in range(how.epochs)]
    pace = torch.optim.lr_scheduler.OneCycleLR(
        steps, [how.rate, RATE_OF_HEADS], total_steps=sum(map(len, orders)) + 1, pct_start=0.1
    )
    for order in orders:
        reader.train()
        for some in order:
            marks, counts = (
                torch.tensor(np.concatenate([getattr(texts[row], side) for row in some])).float()
                for side in ("marks", "counts")
            )
            with torch.autocast("cpu", torch.bfloat16):
                scores = reader(batch_of(texts, some))
            lost = functional.binary_cross_entropy_with_logits(
                scores.float(), marks, counts, reduction="sum"
            )
            steps.zero_grad()
            (lost / len(some)).backward()
            nn.utils.clip_grad_norm_(thin + heads, 2.0)
            steps.step()
            pace.step()
        yield reader


def scores_of(
    reader: Reader, texts: Sequence[Text], rows: Sequence[int], pieces: int = 6400
) -> list[np.ndarray]:
    """The scores of some texts, in their order; each by parts and things."""
    reader.eval()
    found: dict[int, np.ndarray] = {}
    with torch.no_grad():
        for some in batches(texts, rows, pieces):
            scored = reader(batch_of(texts, some)).numpy()
            ends = np.cumsum([len(texts[row].parts) for row in some])[:-1]
            found.update(zip(some, np.split(scored, ends), strict=True))
    return [found[row] for row in rows]


def tuned_and_told(
    whole: Weights,
    texts: Sequence[Text],
    others: Sequence[int],
    left: Sequence[int],
    how: Tuning,
) -> tuple[Reader, list[np.ndarray]]:
    """Learn from ``others``, and say after each time through how well ``left`` is put in order.

    Returns:
        What was learnt, and the scores of ``left`` as ``scores_of`` gives them.
    """
    marks = np.concatenate([texts[row].marks for row in left])
    for number, reader in enumerate(tune(whole, texts, others, how)):
        told = scores_of(reader, texts, left)
        right = ordered_right(np.concatenate(told), marks)
        print(f"time {number + 1} through: {right:.3f} of as many as there are", flush=True)
    return reader, told


def ship(digest: str, stored: str, learnt: Sequence[Learnt]) -> None:
    """Keep what was learnt under the hash of what it was learnt from; older files go.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = default_knowledge() / LEARNT
    for old in folder.glob(f"*-{stored}"):
        old.unlink()
    path = folder / f"{digest}-{stored}"
    keep(path, learnt)
    print(path.name)
