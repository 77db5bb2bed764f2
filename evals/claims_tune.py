"""Tunes the sentence model to tell which clauses claim what a brief does not give.

    python -m evals.claims_tune [--write]

It needs PyTorch (see ``evals.tuning``). It learns from the messages that ``claims_learn`` knows, and from those of
``invention-harder-dev``. The model is tuned twice, and what is said is the mean. One message in five is left out, to
set the levels of ``claims_learn`` on; the scores of its clauses are kept beside the messages. ``--write`` keeps
the changes in ``knowledge/search/learnt``, under a name that carries the hash of the messages; what is kept is what
was measured. Run ``python -m evals.claims_learn --write`` afterwards. It takes half an hour on two cores.
"""

import sys
from collections.abc import Iterator, Sequence

import numpy as np

from coach.guidance.piece_reader import Cutter, model_file
from coach.guidance.tuned_claims import STORED, windows
from coach.review.claim_given import given_text, new_words
from evals.claims_rows import (
    DRAFTS,
    Message,
    digest_of_messages,
    keep_tuned,
    left_out,
    load_messages,
)
from evals.tuned_texts import Text, ordered_right
from evals.tuned_torch import weights_of
from evals.tuning import Tuning, ship, tuned_and_told

TUNINGS = tuple(
    Tuning(seed=seed, plain=plain, pieces=3600, rare=-1.5) for seed, plain in ((0, 2), (1, 0))
)


def texts_of(messages: Sequence[Message]) -> Iterator[tuple[int, tuple[int, ...], Text]]:
    """Every window of every message: whose it is, which clauses stand in it, and its pieces."""
    cutter = Cutter()
    for number, one in enumerate(messages):
        new = [(word.start, word.end) for word in new_words(one.ledger, one.text)]
        clauses = [(piece.span.start, piece.span.end) for piece in one.pieces]
        for window in windows(cutter, given_text(one.ledger), one.text, new, clauses):
            marks = np.array([[float(bool(one.planted[at]))] for at in window.clauses], np.float32)
            text = Text(window.ids, window.kinds, window.parts, marks, np.ones_like(marks))
            yield number, window.clauses, text


def main(arguments: Sequence[str] = ()) -> None:
    """Keep the scores of the messages left out, and if asked what is learnt."""
    # The writer's drafts change with the writer; what is tuned must not.
    messages = [one for one in load_messages() if one.of != DRAFTS]
    owners, clauses, texts = (list(some) for some in zip(*texts_of(messages), strict=True))
    whole = weights_of(model_file())
    out = [left_out(messages[owner].id) for owner in owners]
    left = [row for row, its in enumerate(out) if its]
    others = [row for row, its in enumerate(out) if not its]
    made = np.concatenate([texts[row].marks for row in left])
    told, learnt = [], []
    for how in TUNINGS:
        reader, said = tuned_and_told(whole, texts, others, left, how)
        told.append(said)
        learnt.append(reader.learnt(whole.names))
    means = [np.mean(some, 0)[:, 0] for some in zip(*told, strict=True)]
    print(f"together: {ordered_right(np.concatenate(means)[:, None], made):.3f}")
    keep_tuned(
        {
            (messages[owners[row]].of, messages[owners[row]].id, clause): float(score)
            for row, scores in zip(left, means, strict=True)
            for clause, score in zip(clauses[row], scores, strict=True)
        }
    )
    if "--write" in arguments:
        ship(digest_of_messages(), STORED, learnt)


if __name__ == "__main__":
    main(sys.argv[1:])
