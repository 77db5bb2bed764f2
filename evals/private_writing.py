"""Whether what the product writes ever shows a private note: drafts, agendas, reflections, improved drafts, interviews.

Every brief of the development cases is written in both styles, and a message in every variant. A text leaks by
the check when the product's own check says so; it leaks by plain words when a word of a note stands in it that
is neither in the public part of the brief nor in what is written for the same brief without its notes.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief
from coach.domain.results import AgendaDraft, ReflectionDraft
from coach.errors import CoachError
from coach.review import Alike, default_knowledge, improve_message, load_phrases, whole
from coach.review.message import check_message, read_message
from coach.review.privacy import no_private_note, shown_notes
from coach.review.private_cut import open_texts
from coach.review.stems import stem_set
from coach.use_cases.interview import Interview
from coach.use_cases.read_brief import brief_from_mapping
from coach.writing.builtin import BuiltInWriter

CASES = Path(__file__).parent / "datasets" / "private-dev.jsonl"
TODAY = datetime.date(2026, 11, 24)
"""The day on which everything is written."""
VARIANTS = 3
STYLES = ("mentor", "coach")
Written = list[tuple[str, str]]
"""What kind of text it is, and the text."""


@dataclass
class Row:
    """One line of the table: the texts, and how many of them leak by which measure."""

    texts: int = 0
    by_check: int = 0
    by_words: int = 0
    notes: list[str] = field(default_factory=list)


def leaks(brief: AnyBrief, text: str, alike: Alike) -> bool:
    """Whether the product's check finds a note in a text."""
    if isinstance(brief, OutreachBrief):
        return not no_private_note(read_message(text, brief=brief, alike=alike)).passed
    return bool(shown_notes(brief, text, load_phrases(default_knowledge()), alike=alike))


def note_words(brief: AnyBrief, text: str, without: str) -> frozenset[str]:
    """Words of the notes in a text that nothing but the notes can have brought there."""
    phrases = load_phrases(default_knowledge())
    noted = stem_set(brief.private_notes, phrases.irregular) - phrases.word_set("stop")
    open_words = stem_set([*open_texts(brief), without], phrases.irregular)
    return frozenset((noted & stem_set([text], phrases.irregular)) - open_words)


def written(brief: AnyBrief) -> Written:
    """Every text the built-in writer makes of a brief; none when it may not be written yet."""
    writer = BuiltInWriter(default_knowledge())
    try:
        if isinstance(brief, OutreachBrief):
            drafts = [writer.outreach(brief, n, today=TODAY) for n in range(VARIANTS)]
            return [("messages", whole(draft.subject, draft.body)) for draft in drafts]
        if isinstance(brief, AgendaBrief):
            return [("agendas", _plan_text(writer.agenda(brief)))]
        return [("reflections", _thought_text(writer.reflection(brief)))]
    except CoachError:
        return []


def interviewed(brief: AnyBrief) -> Written:
    """The message that an interview grows from a brief."""
    if not isinstance(brief, OutreachBrief):
        return []
    told = brief.model_dump(mode="json", exclude_unset=True)
    grown = Interview({**told, "kind": "outreach", "style": "coach"}).growth(today=TODAY)
    return [("interviews", whole(grown.subject, grown.body))] if grown.body else []


def improved(brief: AnyBrief, text: str, alike: Alike | None) -> Written:
    """The improved version of somebody's own draft."""
    if not isinstance(brief, OutreachBrief):
        return []
    reading = read_message(text, brief=brief, today=TODAY, alike=alike)
    made = improve_message(text, check_message(reading), brief=brief, alike=alike).improved
    return [("improved drafts", whole(made.subject, made.body))]


def _plan_text(draft: AgendaDraft) -> str:
    items = [t for item in draft.items for t in (item.title, item.why, *item.questions)]
    return "\n\n".join([draft.title, draft.purpose, *items, *draft.prepare])


def _thought_text(draft: ReflectionDraft) -> str:
    return "\n\n".join(t for part in draft.sections for t in (*part.prompts, *part.advice))


def _add(row: Row, brief: AnyBrief, text: str, without: str, alike: Alike) -> None:
    row.texts += 1
    shown, brought = leaks(brief, text, alike), note_words(brief, text, without)
    row.by_check += shown
    row.by_words += bool(brought)
    if shown or brought:
        row.notes.append(f"  {brief.private_notes} {sorted(brought)}: {text!r}")


def count(alike: Callable[[], Alike]) -> tuple[int, dict[str, Row]]:
    """Write everything; return the number of briefs in a style, and the rows by kind of text."""
    rows: dict[str, Row] = {}
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    briefs = {json.dumps(case["brief"]): case["brief"] for case in cases}
    styled = [{**given, "style": style} for given in briefs.values() for style in STYLES]
    for given in styled:
        brief, bare = _both(given)
        plain = [*written(bare), *interviewed(bare)]
        for (kind, text), (_, without) in zip(
            [*written(brief), *interviewed(brief)], plain, strict=True
        ):
            _add(rows.setdefault(kind, Row()), brief, text, without, alike())
    for case in cases:
        brief, bare = _both(case["brief"])
        near = alike()
        if not leaks(brief, case["text"], near):
            continue
        for kind, text in improved(brief, case["text"], near):
            _add(rows.setdefault(kind, Row()), brief, text, case["text"], near)
    return len(styled), rows


def _both(given: Mapping[str, object]) -> tuple[AnyBrief, AnyBrief]:
    """The brief, and the same without its private notes."""
    bare = {key: value for key, value in given.items() if key != "private_notes"}
    return brief_from_mapping(given), brief_from_mapping(bare)


def report_writing(alike: Callable[[], Alike], *, misses: bool = False) -> Iterator[str]:
    """The lines of the table; ``misses`` lists the texts that leak."""
    briefs, rows = count(alike)
    yield f"Private notes in what is written, {briefs} briefs with notes"
    yield f"{'':<18}{'texts':>6}{'leaks by the check':>22}{'by plain words':>18}"
    for kind, row in rows.items():
        yield f"{kind:<18}{row.texts:>6}{row.by_check:>22}{row.by_words:>18}"
        if misses:
            yield from row.notes
