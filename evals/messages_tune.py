"""Tunes the sentence model to tell which flaws a message has, read as a whole.

    python -m evals.messages_tune [--write]

It needs PyTorch (see ``evals.tuning``). It learns from the labelled development messages and from sentences that
fail or pass one thing (``evals/datasets/review-sentences``). The model is tuned twice (see ``TUNINGS``), and what is
said is the mean. Two sets are left out, by authors of whom nothing is learnt, and on them the level of each check is
set, where what the rules say counts too: messages as people write them, and flaws as careful people commit them.
``--write`` keeps the changes in ``knowledge/search/learnt``, under a name that carries the hash of the sets; what is
kept is what was measured. It takes half an hour on two cores.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from coach.guidance.piece_reader import Cutter, model_file
from coach.guidance.tuned_messages import STORED
from evals.messages_rows import digest, labelled, levels_of, trust_in_rules
from evals.tuned_torch import weights_of
from evals.tuning import Tuning, ship, tuned_and_told

TUNINGS = (Tuning(seed=0, plain=2), Tuning(seed=1, plain=0))


def main(arguments: Sequence[str] = ()) -> None:
    """Print how well the sets left out are told, and if asked keep what is learnt."""
    listed = list(labelled(Cutter()))
    texts = [one.text for one in listed]
    whole = weights_of(model_file())
    left = [row for row, one in enumerate(listed) if one.left_out]
    others = [row for row, one in enumerate(listed) if not one.left_out]
    scores, learnt = [], []
    for how in TUNINGS:
        reader, said = tuned_and_told(whole, texts, others, left, how)
        scores.append(np.concatenate(said))
        learnt.append(reader.learnt(whole.names))
    levels, lines = levels_of([listed[row] for row in left], np.mean(scores, 0))
    print(f"{'':26}{'level':>7}{'found':>10}{'false':>10}{'rules: found':>14}{'false':>10}")
    print("\n".join(lines), flush=True)
    for check, trust in trust_in_rules(listed).items():
        print(f"{check:26}{trust:>7.1f}  how much the rules' finding tells")
    if "--write" in arguments:
        ship(digest(), STORED, [replace(one, start=one.start - levels) for one in learnt])


if __name__ == "__main__":
    main(sys.argv[1:])
