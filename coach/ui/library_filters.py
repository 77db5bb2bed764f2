"""What part of the guidance is shown: stage, topic, counterpart, evidence; kept and in the address.

The address says what a link or the Back button asks for; the desk keeps what was chosen last, for
links that ask for nothing. A new address wins over what was kept.
"""

import time
from dataclasses import asdict, dataclass

import streamlit as st

from coach.domain.card import Card
from coach.domain.vocabulary import Evidence, Relationship, Stage
from coach.ui import memory
from coach.ui.memory import Desk, desk, want, wanted
from coach.ui.words import COUNTERPARTS, EVIDENCE, RELATIONSHIPS, STAGES, in_words
from coach.use_cases.library import browse, stage_of

QUERY = "guidance.query"
_STAGE, _FOR, _EVIDENCE = "guidance.stage", "guidance.for", "guidance.evidence"
_TOPIC, _ADDRESS, _RESET = "guidance.topic", "guidance.address", "guidance.reset"
_OPEN = "guidance.filters-open"


@dataclass(frozen=True)
class Filters:
    """What is asked for, by id; none is everything. The names are those of the address."""

    stage: str | None = None
    topic: str | None = None
    counterpart: str | None = None
    evidence: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether cards are left out for whom they are for, or for what they rest on."""
        return bool(self.counterpart or self.evidence)

    def fitting(self, cards: dict[str, Card]) -> tuple[Card, ...]:
        """The cards that fit, in reading order."""
        return browse(
            cards.values(),
            Stage(self.stage) if self.stage else None,
            self.topic,
            Relationship(self.counterpart) if self.counterpart else None,
            Evidence(self.evidence) if self.evidence else None,
        )

    def in_words(self) -> str:
        """What is asked for, to be read in a sentence: " in Looking back, for a coach"."""
        parts = [
            f"in “{in_words(self.topic)}”" if self.topic else "",
            f"in “{STAGES[Stage(self.stage)]}”" if self.stage else "",
            f"for {COUNTERPARTS[Relationship(self.counterpart)]}" if self.counterpart else "",
            f"graded “{EVIDENCE[Evidence(self.evidence)]}”" if self.evidence else "",
        ]
        said = ", ".join(part for part in parts if part)
        return f" {said}" if said else ""


@dataclass(frozen=True)
class _Written:
    """The address as last left, the one before, and when: a click may still carry the latter."""

    now: Filters
    before: Filters
    at: float


def settle() -> None:
    """Take over what the address or a button asks for. Before any filter is drawn."""
    with wanted(_RESET) as reset:
        if reset:
            _put(Filters())
            if reset == "all":
                memory.put(QUERY, "")
    asked, left = _from_address(), desk().get(_ADDRESS, _Written(Filters(), Filters(), 0.0))
    late = asked == left.before and time.monotonic() - left.at < memory.UNDER_WAY
    if asked not in (Filters(), left.now) and not late:
        _put(asked)
        memory.put(QUERY, "")
        desk()[_ADDRESS] = _Written(asked, left.now, time.monotonic())


def draw() -> Filters:
    """Draw the filters; return what is chosen.

    On a phone they would push what was found off the screen: there the style sheet shows a switch,
    and the filters only when it is on.
    """
    with st.container(key="filters-switch"):
        is_open = st.toggle("Filters", key=memory.recall(_OPEN, False))
    memory.keep(_OPEN)
    with st.container(key="filters-open" if is_open else "filters-closed"):
        _draw_stages()
        with st.container(key="narrow", horizontal=True, gap="medium"):
            _draw_narrow()
    for key in (_STAGE, _FOR, _EVIDENCE):
        memory.keep(key)
    kept = desk()
    return Filters(kept.get(_STAGE), kept.get(_TOPIC), kept.get(_FOR), kept.get(_EVIDENCE))


def _draw_stages() -> None:
    st.pills(
        "Browse by stage",
        [one.value for one in Stage],
        key=memory.recall(_STAGE, None),
        format_func=lambda value: STAGES[Stage(value)],
        on_change=_leave_topic,
        args=(desk(),),
    )


def _draw_narrow() -> None:
    with st.container(key="narrow-for", width="content"):
        st.pills(
            "For talking with",
            list(RELATIONSHIPS),
            key=memory.recall(_FOR, None),
            format_func=lambda value: f"A {RELATIONSHIPS[value].lower()}",
        )
    with st.container(key="narrow-evidence"):
        st.selectbox(
            "Evidence",
            [one.value for one in Evidence],
            key=memory.recall(_EVIDENCE, None),
            format_func=lambda value: EVIDENCE[Evidence(value)],
            placeholder="Any, from pooled studies to practice",
        )


def leave_topic() -> None:
    """Go on in the whole stage or the whole guidance; what narrows it stays."""
    _leave_topic(desk())


def _leave_topic(on: Desk) -> None:
    on[_TOPIC] = None


def tell_address(chosen: Filters) -> None:
    """Say in the address what is shown, so that it can be passed on. After drawing."""
    for name, value in asdict(chosen).items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]
    left = desk().get(_ADDRESS, _Written(Filters(), Filters(), 0.0))
    if left.now != chosen:
        desk()[_ADDRESS] = _Written(chosen, left.now, time.monotonic())


def reset_button(label: str, key: str, what: str = "filters") -> None:
    """A button that lifts the filters; with ``all``, it empties the search too."""
    st.button(label, key=key, type="tertiary", on_click=want, args=(desk(), _RESET, what))


def _from_address() -> Filters:
    """What the address asks for; what it says wrongly counts as nothing."""
    said = st.query_params
    topic = said.get("topic", "")
    stage = said.get("stage", "")
    counterpart, evidence = said.get("counterpart", ""), said.get("evidence", "")
    known = stage_of(topic)
    return Filters(
        stage=stage if stage in set(Stage) and known is None else None,
        topic=topic if known else None,
        counterpart=counterpart if counterpart in set(Relationship) else None,
        evidence=evidence if evidence in set(Evidence) else None,
    )


def _put(filters: Filters) -> None:
    memory.put(_STAGE, filters.stage)
    memory.put(_FOR, filters.counterpart)
    memory.put(_EVIDENCE, filters.evidence)
    desk()[_TOPIC] = filters.topic
