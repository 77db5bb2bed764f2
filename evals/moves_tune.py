"""Tunes the sentence model to the moves of the labelled development turns, and measures it out of group.

    python -m evals.moves_tune [--write]

It needs PyTorch (see ``evals.tuning``). The model is tuned twice (see ``TUNINGS``), and what is said is the mean. One
fold of the groups is left out, to set the levels of ``rehearsal_learn`` on; its scores are kept beside the
turns. ``--write`` keeps the changes in ``knowledge/search/learnt``, under a name that carries the hash of the
turns. Run ``python -m evals.rehearsal_learn --write`` afterwards. It takes more than an hour on two cores.
"""

import sys
from collections.abc import Sequence

import numpy as np

from coach.domain.rehearsal import Move
from coach.guidance.piece_reader import Cutter, model_file
from coach.rehearsal.tuned_moves import STORED, pieces
from evals.rehearsal_learn import TUNED
from evals.rehearsal_rows import LEFT_OUT, digest_of_turns, folds_of
from evals.rehearsal_talks import Labelled, labelled, single_turns
from evals.tuned_texts import Text, ordered_right
from evals.tuned_torch import weights_of
from evals.tuning import Tuning, ship, tune, tuned_and_told

TUNINGS = (Tuning(seed=0, plain=2, pieces=2000), Tuning(seed=1, plain=0, pieces=2000))
AGAIN = (True, False)
"""Whether each learns in the end again, from every turn; else it is shipped as it was measured."""


def load_turns(listed: Sequence[Labelled]) -> list[Text]:
    """Every labelled turn in word pieces."""
    cut_up = Cutter().cut
    found = []
    for one in listed:
        earlier = one.before[-1].heard if one.before else ""
        cut = pieces(cut_up, one.exchange.said, one.exchange.heard, earlier)
        marks = np.array([[float(move in one.moves) for move in Move]], np.float32)
        part = (cut.kinds.index(1), len(cut.kinds))
        found.append(Text(cut.ids, cut.kinds, (part,), marks, np.ones_like(marks)))
    return found


def main(arguments: Sequence[str] = ()) -> None:
    """Keep the scores of the fold left out, and if asked what is learnt."""
    listed = [*single_turns(), *labelled("dev")]
    turns = load_turns(listed)
    whole = weights_of(model_file())
    folds = folds_of([one.group for one in listed])
    left = np.flatnonzero(folds == LEFT_OUT).tolist()
    others = np.flatnonzero(folds != LEFT_OUT).tolist()
    made = np.concatenate([turns[row].marks for row in left])
    scores, learnt = [], []
    for how, again in zip(TUNINGS, AGAIN, strict=True):
        reader, said = tuned_and_told(whole, turns, others, left, how)
        scores.append(np.concatenate(said))
        if "--write" in arguments and again:
            *_, reader = tune(whole, turns, range(len(listed)), how)
        learnt.append(reader.learnt(whole.names))
    together = np.mean(scores, 0)
    print(f"together: {ordered_right(together, made):.3f}")
    np.savez_compressed(TUNED, scores=together.astype(np.float16), turns=digest_of_turns())
    if "--write" in arguments:
        ship(digest_of_turns(), STORED, learnt)


if __name__ == "__main__":
    main(sys.argv[1:])
