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
from coach.guidance.tuned_file import keep
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.tuned_moves import FOLDER, STORED, pieces
from evals.rehearsal_learn import TUNED
from evals.rehearsal_rows import LEFT_OUT, digest_of_turns, folds_of
from evals.rehearsal_talks import Labelled, labelled, single_turns
from evals.tuned_texts import Text, ordered_right
from evals.tuned_torch import weights_of
from evals.tuning import Tuning, scores_of, tune

TUNINGS = (Tuning(seed=0, plain=2, pieces=2000), Tuning(seed=1, plain=0, pieces=2000, again=False))


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
    for how in TUNINGS:
        for number, reader in enumerate(tune(whole, turns, others, how)):
            said = np.concatenate(scores_of(reader, turns, left))
            right = ordered_right(said, made)
            print(f"time {number + 1} through: {right:.3f} of as many as are made", flush=True)
        scores.append(said)
        if "--write" in arguments and how.again:
            *_, reader = tune(whole, turns, range(len(listed)), how)
        learnt.append(reader.learnt(whole.names))
    together = np.mean(scores, 0)
    print(f"together: {ordered_right(together, made):.3f}")
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
