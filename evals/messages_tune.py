"""Tunes the sentence model to tell which flaws a message has, read as a whole.

    python -m evals.messages_tune [--write]

It needs PyTorch (see ``evals.tuning``). It learns from the labelled development messages and from the sentences
written for the second reader. The last set, by four authors of whom nothing else is learnt, is left out at first,
and on it the level of each check is set: of a hundred messages without its flaw about ``FALSE`` are thought to
have it, where what the rules say counts too. Then it learns from all. ``--write`` keeps the changes in
``knowledge/search/learnt``, under a name that carries the hash of what it was learnt from. It takes a quarter of
an hour on two cores.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from coach.guidance.learnt import LEARNT
from coach.guidance.piece_reader import Cutter, model_file
from coach.guidance.tuned_file import keep
from coach.guidance.tuned_messages import STORED
from coach.review.phrases import default_knowledge
from evals.messages_rows import digest, labelled, levels_of
from evals.tuned_torch import weights_of
from evals.tuning import Tuning, scores_of, tune

TUNING = Tuning(seed=0, plain=2)


def main(arguments: Sequence[str] = ()) -> None:
    """Print how well the set left out is told, and if asked keep what is learnt."""
    listed = list(labelled(Cutter()))
    texts = [one.text for one in listed]
    whole = weights_of(model_file())
    left = [row for row, one in enumerate(listed) if one.left_out]
    others = [row for row, one in enumerate(listed) if not one.left_out]
    *_, reader = tune(whole, texts, others, TUNING)
    scores = np.concatenate(scores_of(reader, texts, left))
    levels, lines = levels_of([listed[row] for row in left], scores)
    print(f"{'':26}{'level':>7}{'found':>10}{'false':>10}{'rules: found':>14}{'false':>10}")
    print("\n".join(lines), flush=True)
    if "--write" in arguments:
        *_, reader = tune(whole, texts, range(len(texts)), TUNING)
        learnt = reader.learnt(whole.names)
        folder = default_knowledge() / LEARNT
        for old in folder.glob(f"*-{STORED}"):
            old.unlink()
        path = folder / f"{digest()}-{STORED}"
        keep(path, [replace(learnt, start=learnt.start - levels)])
        print(path.name)


if __name__ == "__main__":
    main(sys.argv[1:])
