"""What the review says about the draft: what to keep, what to change, what only its writer can mend."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from coach.domain.brief import OutreachBrief
from coach.domain.results import Change, ImprovedText, Review, Strength
from coach.domain.vocabulary import Channel, Purpose, Style
from coach.errors import CoachError
from coach.review.accept import accept, accepted_text, words_kept
from coach.ui.calm import show_problem
from coach.ui.copying import copy_button
from coach.ui.findings import show_failed, show_passed
from coach.ui.improve_changes import show_actions, show_changes
from coach.ui.improve_desk import STEP, GoOn, OwnDraft, ReviewAnyway
from coach.ui.improve_marks import show_marks
from coach.ui.improve_model import asked_model, offer_model
from coach.ui.literal import literal
from coach.ui.marked_text import State
from coach.ui.memory import desk, want
from coach.ui.planning import opened
from coach.ui.provenance import SOURCES, choose_view, show_provenance
from coach.ui.reach_out_form import FORM
from coach.ui.services import reading_guidance
from coach.ui.words import counted
from coach.ui.work import message_brief
from coach.use_cases.ports import Model
from coach.use_cases.review import review
from coach.use_cases.safety import is_withheld

_REVIEWED, _VIEW = "improve.reviewed", "improve.view"
_KEPT_REVIEWS = 12
"""Reviews kept at a time: of the draft, and of what it becomes as changes are taken."""


About = tuple[str, OutreachBrief | None, Channel, Purpose, bool]
"""A text, and all that it is reviewed with."""


@dataclass(frozen=True)
class Standing:
    """The draft as reviewed, and as it stands with the changes taken so far."""

    text: str
    about: About
    given: Review
    now: Review
    states: tuple[State, ...]

    @property
    def taken(self) -> list[Change]:
        """The changes taken."""
        both = zip(self.given.changes, self.states, strict=True)
        return [change for change, state in both if state == "taken"]

    @property
    def stands(self) -> ImprovedText:
        """Subject and body with the changes taken."""
        return accept(self.text, self.taken)

    @property
    def is_withheld(self) -> bool:
        """Whether what matters more than the wording is all there is to say."""
        return is_withheld(self.given)


def standing(draft: OwnDraft, channel: Channel) -> Standing | None:
    """Review the draft; when it cannot be, say why."""
    text = draft.text(channel)
    try:
        about = _about(text, channel, anyway=draft.anyway)
        given = _reviewed(about, draft)
        if _style() is Style.COACH:  # a coach proposes no wording
            given = given.model_copy(update={"changes": ()})
        states = tuple(draft.states(given.changes))
        made = Standing(text, about, given, given, states)
        if not made.taken:
            return made
        stands = accepted_text(text, made.taken)
        return replace(made, now=_reviewed(_about(stands, channel, anyway=draft.anyway)))
    except CoachError as problem:
        show_problem(problem, FORM.in_form_words)
        return None


def show_result(draft: OwnDraft, made: Standing) -> None:
    """What the review comes to, what to keep, the draft with its changes, and what it still needs."""
    if made.given.care:
        _care(made)
    if made.is_withheld:
        return
    with st.container(key="improve-verdict"):
        st.header(literal(made.now.verdict), anchor=False)
    _strengths(made.now.strengths)
    if made.given.changes or made.now.clauses:
        _text(made)
    _actions(draft, made)
    offer_model(draft, made.given, made.about, _style())
    _findings(made)


def show_each_change(made: Standing) -> None:
    """Each change with its reason, to decide on."""
    st.subheader("The changes, one by one", anchor=False)
    show_changes(made.given.changes, made.states)


def _care(made: Standing) -> None:
    """What matters more than the wording; where it is all there is, the way on is the person's."""
    with st.container(key="improve-care", border=True):
        st.text(made.given.care)
        if not made.is_withheld:
            return
        st.text(made.given.verdict)
        st.button(
            "I have read this: review it all the same",
            key="improve-anyway",
            type="tertiary",
            on_click=want,
            args=(desk(), STEP, ReviewAnyway()),
        )


def _about(text: str, channel: Channel, *, anyway: bool) -> About:
    """This text with the facts given."""
    brief = message_brief(FORM)
    purpose = brief.purpose if brief else Purpose(str(FORM.value(FORM.at("purpose"))))
    return text, brief, channel, purpose, anyway


def _reviewed(about: About, draft: OwnDraft | None = None) -> Review:
    """The review, made once; with a model's edits where the person asked for them on this draft."""
    by_model = draft is not None and draft.asked_model(about) is not None
    kept: list[tuple[tuple[About, bool], Review]] = desk().setdefault(_REVIEWED, [])
    found = next((made for before, made in kept if before == (about, by_model)), None)
    if found is None:
        if draft is not None and by_model:
            found = asked_model(draft, about, partial(_review, about))
            by_model = draft.asked_model(about) is not None
        else:
            found = _review(about, None)
        kept.append(((about, by_model), found))
        del kept[:-_KEPT_REVIEWS]
    return found


def _review(about: About, model: Model | None) -> Review:
    text, brief, channel, purpose, anyway = about
    with reading_guidance(patience=0) as built:
        return review(
            text,
            brief=brief,
            channel=channel,
            purpose=purpose,
            cards=built.cards,
            told=built.told,
            alike=built.alike,
            second=built.second,
            model=model,
            anyway=anyway,
        )


def _style() -> Style:
    return Style(str(FORM.value(FORM.at("style"))))


def _strengths(strengths: Sequence[Strength]) -> None:
    if not strengths:
        return
    st.subheader("Keep this", anchor=False)
    for place, strength in enumerate(strengths):
        with st.container(key=f"strength-{place}", gap="xsmall"):
            st.text(f"“{strength.quote}”")
            st.caption(strength.why)


def _text(made: Standing) -> None:
    """The draft with its changes, or, where facts were given, with what it rests on."""
    heading = st.empty()
    view = "Changes" if made.given.changes else SOURCES
    if made.given.changes and made.now.clauses:
        view = choose_view(view, _VIEW)
    if view == SOURCES:
        heading.subheader("Your words, and what they rest on", anchor=False)
        text = accepted_text(made.text, made.taken)
        show_provenance(text, made.now.clauses, "improve-told")
        return
    heading.subheader("Your words, with every change", anchor=False)
    with st.container(key="improve-text", border=True):
        show_marks(made.text, made.given.changes, made.states, made.given.clauses, "improve-marks")
    st.caption(_kept_line(made))


def _actions(draft: OwnDraft, made: Standing) -> None:
    """Take every change, take a decision back, copy, go on writing."""
    with st.container(key="improve-actions", horizontal=True, vertical_alignment="center"):
        if made.given.changes:
            show_actions(draft, made.given.changes, made.states)
        with st.container(key="improve-copy-place", width="content"):
            waiting = made.states.count("open") > 1
            copy_button("Copy message", made.stands.body, "improve-copy", quiet=waiting)
        if made.taken:
            st.button(
                "Go on writing with this",
                key="improve-go-on",
                type="tertiary",
                on_click=want,
                args=(desk(), STEP, GoOn(made.stands.subject, made.stands.body)),
            )


def _kept_line(made: Standing) -> str:
    """How much of the person's wording stays, now and with every change."""
    if not made.taken:
        return f"With every change you keep {made.given.own_words_kept:.0%} of your words."
    now = f"You keep {words_kept(made.text, made.taken):.0%} of your words"
    if len(made.taken) == len(made.given.changes):
        return f"{now}. Every change is in."
    return f"{now}; {counted(len(made.taken), 'change is', 'changes are')} in."


def _findings(made: Standing) -> None:
    """What the changes leave to the person, at most five at once; the rest on demand."""
    failed = [finding for finding in made.now.findings if not finding.passed]
    both = zip(made.given.changes, made.states, strict=True)
    mended = {change.check for change, state in both if state == "open"}
    for_you = [finding for finding in failed if finding.check not in mended]
    by_changes = [finding for finding in failed if finding.check in mended]
    if for_you:
        title = "What only you can mend" if mended else "What your reader may stumble over"
        st.subheader(title, anchor=False)
        show_failed(for_you, "improve", _style(), clauses=made.now.clauses)
    if by_changes:
        label = f"{counted(len(by_changes), 'thing', 'things')} the changes would mend"
        with opened(label, "improve-mended") as is_open:
            if is_open:
                show_failed(by_changes, "improve-mended", _style())
    show_passed(made.now.findings, "improve")
