"""The report of the model eval, as Markdown: a table for each task, and what failed, counted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from evals.model_kept import Row
from evals.model_scores import Score

TITLES = {
    "outreach": "Messages",
    "agenda": "Agendas",
    "reflection": "Reflections",
    "improve": "Improved drafts",
    "ask": "Questions",
}
NAMES = {
    "plain": "(a) asked plainly",
    "retrieval": "(b) plain retrieval",
    "before": "(c) before the floor",
    "delivered": "(d) as delivered",
}
COLUMNS = (
    "texts",
    "must passed",
    "or asked for",
    "unsupported a text",
    "coach-style faults",
    "citation precision",
    "citation recall",
    "own words kept",
    "tokens in",
    "tokens out",
    "repairs",
    "floors",
    "seconds",
)
NOTES = """\
- *must passed*: texts in which no must check fails; *or asked for*: those whose failed checks each come with
  a question to the mentee that would mend them. For questions the musts are: answers where the guidance has an answer, says so
  where it has none, nothing unsupported, and in coach style only questions.
- *unsupported a text*: in messages by the claims check; in agendas and reflections names, dates and numbers that
  the brief does not hold; in answers sentences that no card is near to.
- *coach-style faults*: texts put to the mentee in coach style that advise or do not ask, by a judge of its own.
- *own words kept*: of the mentee's draft; in messages of what they told (connection, reason, questions).
- *citation precision* and *recall*: against the cards that a reader named as answering the question.
- Tokens, repairs and seconds are means for one text; (c) and (d) come of the same calls.
"""


@dataclass(frozen=True)
class Done:
    """One item in one column, with what it took."""

    way: str
    row: Row
    score: Score


def report(done: Sequence[Done], model: str, day: str, *, about: str = "") -> Iterator[str]:
    """Every line of the report; ``about`` says what served the model."""
    yield f"# {model}, {day}"
    yield ""
    if about:
        yield about
        yield ""
    yield (
        "Prompts: " + (", ".join(sorted({p for d in done for p in d.row.prompts})) or "none") + "."
    )
    yield "Briefs and questions come half from development, half from sets nobody tuned on."
    yield ""
    for task, title in TITLES.items():
        some = [one for one in done if one.row.task == task]
        if some:
            yield from _task(title, some)
    yield "## What the columns mean"
    yield ""
    yield NOTES


def _task(title: str, done: Sequence[Done]) -> Iterator[str]:
    ways = {way: [one for one in done if one.way == way] for way in NAMES}
    yield f"## {title}"
    yield ""
    yield "| | " + " | ".join(COLUMNS) + " |"
    yield "|---|" + "---:|" * len(COLUMNS)
    for way, some in ways.items():
        if some:
            yield f"| {NAMES[way]} | " + " | ".join(_cells(some)) + " |"
    yield ""
    for way, some in ways.items():
        if some:
            yield f"- {NAMES[way]} fails: {_fails(some)}"
    yield ""


def _cells(done: Sequence[Done]) -> Iterator[str]:
    scores, rows = [one.score for one in done], [one.row for one in done]
    yield str(len(done))
    yield f"{sum(not score.failed for score in scores)}"
    yield f"{sum(not score.failed or score.asked for score in scores)}"
    yield f"{mean(score.claims for score in scores):.2f}"
    yield str(sum(score.coach for score in scores))
    yield from _citations(scores)
    kept = [score.kept for score in scores if score.kept is not None]
    yield f"{mean(kept):.2f}" if kept else "–"
    yield f"{mean(row.taken for row in rows):.0f}"
    yield f"{mean(row.given for row in rows):.0f}"
    pipeline = rows[0].way == "pipeline"
    yield f"{mean(row.repairs for row in rows):.2f}" if pipeline else "–"
    yield str(sum(row.floor for row in rows)) if pipeline else "–"
    yield f"{mean(row.seconds for row in rows):.1f}"


def _citations(scores: Sequence[Score]) -> Iterator[str]:
    right = sum(len(score.cited & score.wanted) for score in scores)
    cited = sum(len(score.cited) for score in scores)
    wanted = sum(len(score.wanted) for score in scores)
    yield f"{right / cited:.2f}" if cited else "–"
    yield f"{right / wanted:.2f}" if wanted else "–"


def _fails(done: Sequence[Done]) -> str:
    counts: Counter[str] = Counter()
    for one in done:
        counts.update(one.score.failed)
        if one.row.fault:
            counts[one.row.fault] += 1
    return ", ".join(f"{check} {number}" for check, number in counts.most_common(8)) or "nothing"


def totals(done: Sequence[Done]) -> Mapping[str, tuple[int, int, float, float]]:
    """Of each way: texts, must passed, unsupported claims a text, tokens in a text."""
    found: dict[str, tuple[int, int, float, float]] = {}
    for way in NAMES:
        some = [one for one in done if one.way == way]
        if some:
            found[way] = (
                len(some),
                sum(not one.score.failed for one in some),
                mean(one.score.claims for one in some),
                mean(one.row.taken for one in some),
            )
    return found
