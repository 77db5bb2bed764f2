"""How good agendas and reflections of every kind are: ``python -m evals.plans_eval``.

Every brief is written and goes through the same review the mentee sees; test briefs are counted, never
listed, and were written by somebody who had not seen the writer. The coach-style
column reads every question that is put to the mentee with the test of the promise itself: open,
single, and without a hidden answer. Overlap is the share of five-word runs that two texts for
different people have in common, over all pairs of a kind; what the mentee typed counts as well.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import mean

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief, ReflectionBrief
from coach.domain.kinds import load_kind_words, look_back, meeting_kind
from coach.domain.results import AgendaDraft, Finding, ReflectionDraft
from coach.domain.vocabulary import Style
from coach.export.text import to_text
from coach.review import coach_asks_only, mentor_advises, review_agenda, review_reflection
from coach.settings import read_settings
from coach.use_cases.read_brief import read_brief
from coach.use_cases.safety import notice_in
from coach.writing.builtin import BuiltInWriter

DATASETS = Path(__file__).parent / "datasets"
DEVELOPMENT, TEST = DATASETS / "briefs-dev", DATASETS / "briefs-test"
RUN = 5
"""Words of a run that two texts may share."""


@dataclass(frozen=True)
class Plan:
    """One agenda or reflection with what is counted about it."""

    brief: str
    reader: str
    text: str
    failed: tuple[str, ...]
    asked: int
    well_asked: int
    minutes: int
    parts: int


def agenda(name: str, brief: AgendaBrief, writer: BuiltInWriter) -> Plan:
    """An agenda; its parts are the items, its coach-style questions what stands before it."""
    draft = writer.agenda(brief)
    asked = [*draft.prepare, *draft.questions] if brief.style is Style.COACH else []
    failed = _failed(review_agenda(draft, brief), brief.style, asked, draft.prepare)
    return _plan(name, brief, draft, failed, asked, draft.minutes, len(draft.items))


def reflection(name: str, brief: ReflectionBrief, writer: BuiltInWriter) -> Plan:
    """A reflection; its parts are the prompts."""
    draft = writer.reflection(brief)
    prompts = [prompt for section in draft.sections for prompt in section.prompts]
    advice = [text for section in draft.sections for text in section.advice]
    asked = [*prompts, *draft.questions] if brief.style is Style.COACH else []
    failed = _failed(review_reflection(draft, brief), brief.style, asked, advice)
    return _plan(name, brief, draft, failed, asked, 0, len(prompts))


def _plan(
    name: str,
    brief: AgendaBrief | ReflectionBrief,
    draft: AgendaDraft | ReflectionDraft,
    failed: tuple[str, ...],
    asked: list[str],
    minutes: int,
    parts: int,
) -> Plan:
    well = sum(coach_asks_only([text]).passed for text in asked)
    reader = brief.recipient.name
    return Plan(name, reader, to_text(draft), failed, len(asked), well, minutes, parts)


def _failed(
    findings: tuple[Finding, ...],
    style: Style,
    asked: list[str],
    advised: tuple[str, ...] | list[str],
) -> tuple[str, ...]:
    promise = coach_asks_only(asked) if style is Style.COACH else mentor_advises(advised)
    return tuple(f.check for f in (*findings, promise) if not f.passed)


def overlap(plans: list[Plan]) -> float:
    """Mean share of five-word runs in common, over pairs for different people; 0 without a pair."""
    runs = [(plan.reader, set(_runs(plan.text))) for plan in plans]
    shares = [
        len(one & other) / min(len(one), len(other))
        for (first, one), (second, other) in combinations(runs, 2)
        if one and other and first != second
    ]
    return mean(shares) if shares else 0.0


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = text.lower().split()
    return (tuple(words[index : index + RUN]) for index in range(len(words) - RUN + 1))


def report() -> Iterator[str]:
    """A table for agendas and one for reflections, of both sets; every development check that failed."""
    knowledge = read_settings().knowledge
    writer, words = BuiltInWriter(knowledge), load_kind_words(knowledge)
    for folder, name in ((DEVELOPMENT, "development"), (TEST, "test")):
        agendas: dict[str, list[Plan]] = defaultdict(list)
        reflections: dict[str, list[Plan]] = defaultdict(list)
        for path in sorted(folder.glob("*.yaml")):
            brief = read_brief(path)
            if isinstance(brief, OutreachBrief) or _stopped(brief):
                continue
            if isinstance(brief, AgendaBrief):
                agendas[meeting_kind(brief, words)].append(agenda(path.stem, brief, writer))
            else:
                reflections[look_back(brief, words)].append(reflection(path.stem, brief, writer))
        yield from _table("Agendas", "items", agendas, name)
        yield ""
        yield from _table("Reflections", "prompts", reflections, name)
        yield ""


def _stopped(brief: AnyBrief) -> bool:
    noticed = notice_in(brief)
    return noticed is not None and noticed.stops


def _table(title: str, parts: str, kinds: Mapping[str, list[Plan]], name: str) -> Iterator[str]:
    everything = [plan for plans in kinds.values() for plan in plans]
    yield f"{title}, {len(everything)} {name} briefs"
    yield f"{'':<14}{'texts':>7}{'clean':>7}{'coach asks well':>17}{'minutes':>9}{parts:>9}{'overlap':>9}"
    for kind, plans in [*sorted(kinds.items()), ("all", everything)]:
        asked, well = sum(p.asked for p in plans), sum(p.well_asked for p in plans)
        clean = sum(not plan.failed for plan in plans)
        minutes = f"{mean(p.minutes for p in plans):.0f}" if any(p.minutes for p in plans) else "–"
        number = mean(plan.parts for plan in plans) if plans else 0.0
        counts = f"{len(plans):>7}{clean:>7}{f'{well}/{asked}':>17}{minutes:>9}{number:>9.1f}"
        yield f"{kind:<14}{counts}{overlap(plans):>9.2f}"
    if name == "development":
        yield from (f"  {p.brief}: {', '.join(p.failed)}" for p in everything if p.failed)


if __name__ == "__main__":
    for line in report():
        print(line)
