"""A picture of what the guidance rests on: topics by kind of evidence, as tables with shaded counts.

The tables are real ones, so that a screen reader reads them and a phone fits them; the style sheet
shades a count by how it is set: light, strong, strongest.
"""

from collections.abc import Sequence

import streamlit as st

from coach.domain.card import Card
from coach.domain.vocabulary import Evidence
from coach.ui.planning import opened
from coach.ui.words import EVIDENCE, EVIDENCE_IN_A_WORD, EVIDENCE_MEANS, STAGES, in_words
from coach.use_cases.library import StageCoverage, coverage

_FEW, _SOME = 1, 4
"""Up to so many cards a count is light, or strong."""


def show_coverage(cards: Sequence[Card]) -> None:
    """The picture, drawn when it is opened."""
    with opened("What the guidance rests on", "coverage") as is_open:
        if is_open:
            _picture(coverage(cards))


def _picture(stages: Sequence[StageCoverage]) -> None:
    total = sum(one.total for one in stages)
    by_kind = {kind: sum(_of(stage, kind) for stage in stages) for kind in Evidence}
    st.markdown(
        f"{by_kind[Evidence.PRACTICE]} of {total} cards are common practice: sensible, but not "
        f"tested. The other {total - by_kind[Evidence.PRACTICE]} rest on research or on what "
        "experts agree on. Hardly any study was made of mentees writing to mentors, so each card "
        "says how far its evidence carries."
    )
    with st.container(key="coverage-kinds"):
        st.markdown(
            _table(
                ["Evidence", "What that means", "Cards"],
                [
                    [EVIDENCE_IN_A_WORD[kind], f"{EVIDENCE[kind]}. {means}", _shade(number)]
                    for kind, means in EVIDENCE_MEANS.items()
                    for number in [by_kind[kind]]
                ],
            )
        )
    st.subheader("Stage by stage", anchor=False)
    with st.container(key="coverage-stages"):
        st.markdown(
            _counts("Stage", [(STAGES[one.stage], _by_kind(one)) for one in stages]),
        )
    st.subheader("Topic by topic", anchor=False)
    with st.container(key="coverage-topics"):
        for one in stages:
            rows = [
                (in_words(topic.topic), [number for _, number in topic.counts])
                for topic in one.topics
            ]
            with st.container(key=f"coverage-{one.stage}"):
                st.markdown(_counts(STAGES[one.stage], rows))


def _by_kind(stage: StageCoverage) -> list[int]:
    return [_of(stage, kind) for kind in Evidence]


def _of(stage: StageCoverage, kind: Evidence) -> int:
    return sum(number for topic in stage.topics for found, number in topic.counts if found is kind)


def _counts(what: str, rows: Sequence[tuple[str, Sequence[int]]]) -> str:
    heads = [what, *(EVIDENCE_IN_A_WORD[kind] for kind in Evidence)]
    return _table(heads, [[name, *map(_shade, numbers)] for name, numbers in rows])


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; nothing in it was typed by anybody."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _shade(number: int) -> str:
    """A count, set so that the style sheet can shade it."""
    if number == 0:
        return "0"
    marks = "*" if number <= _FEW else "**" if number <= _SOME else "***"
    return f"{marks}{number}{marks}"
