"""The conversation on the page *Ask* when there is a language model: turns stay, the newest in full.

What was said is kept on the desk. The question leaves its box only once it is on its way, and comes
back into it when it could not be answered.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.errors import CoachError
from coach.ui import memory
from coach.ui.answer import AT, show_answer, show_before
from coach.ui.ask_examples import show_examples
from coach.ui.calm import show_problem
from coach.ui.copying import copy_button
from coach.ui.forms import Form
from coach.ui.literal import literal
from coach.ui.memory import desk, want, wanted
from coach.ui.model_choice import add_taken
from coach.ui.words import counted
from coach.ui.writing import Watching, under_way, without_model
from coach.ui.written_by import show_trouble, show_written_by

if TYPE_CHECKING:  # the question is shown before these are needed, and they take half a second
    from coach.domain.model import Turn
    from coach.domain.records import Proposal
    from coach.domain.results import Answer
    from coach.domain.vocabulary import Style
    from coach.use_cases.ports import Services

MOST_TURNS = 30
"""Turns that stay on screen."""
AGAIN = "Begin again"
CHECKING = "Checking each sentence against the guidance"
STOP = "Answer without the model"
STOPPED = (
    "The model was stopped before it was done, so this answer is made from the guidance alone."
)
_TALK, _SAY, _AGAIN, _BACK, _PROBLEM = "ask.talk", "ask.say", "ask.again", "ask.back", "ask.problem"
_DECIDE, _KEPT, _LEFT = "ask.decide", "ask.kept", "ask.left"


def show_talk(form: Form, button: str, examples: Sequence[str], foot: Callable[[], None]) -> None:
    """The style, the turns so far, and the box for the next one."""
    _begin_again_if_wanted()
    _put_back(form)
    form.show("style")
    talk = _talk()
    with st.container(key="ask-talk"):
        for place, made in enumerate(talk[:-1]):
            show_before(made, place)
        newest = st.container()
    with st.container(key="ask-question"):
        form.show("question")
        with st.container(key="ask-button", horizontal=True, vertical_alignment="center"):
            key = form.key(form.at("question"))
            st.button(button, key="ask-write", type="primary", on_click=_send, args=(key,))
            if talk:
                st.button(
                    AGAIN, key="ask-again", type="tertiary", on_click=want, args=(desk(), _AGAIN)
                )
        _show_problem()
    beginning = st.empty()
    if not talk and desk().get(_SAY) is None:
        with beginning.container():
            show_examples(examples, _SAY)
    _kept()
    foot()
    with newest:
        _newest(form, talk)


def _talk() -> "list[Answer]":
    """The answers so far, oldest first."""
    talk: list[Answer] = desk().setdefault(_TALK, [])
    return talk


def _send(key: str) -> None:
    """Take the question out of its box, and leave word that it is asked; one still under way goes with it."""
    said = str(st.session_state.get(key) or "")
    before = desk().get(_SAY)
    want(desk(), _SAY, f"{before}\n{said}" if before and said.strip() else said)
    if said.strip():
        memory.put(key, "")


def _newest(form: Form, talk: "list[Answer]") -> None:
    """The newest turn: answered now if something was asked, else the one last answered."""
    with wanted(_SAY) as said:
        if said is None:
            if talk:
                _whole(talk[-1])
            return
        if talk:
            show_before(talk[-1], len(talk) - 1)
        if _answered(form, str(said), st.empty()):
            del talk[:-MOST_TURNS]
    st.rerun()


def _answered(form: Form, said: str, place: DeltaGenerator) -> bool:
    """Answer what was asked, with its words on screen while they come."""
    from coach.domain.vocabulary import Style  # noqa: PLC0415 - slow; the talk comes first
    from coach.ui.services import reading_guidance  # noqa: PLC0415

    style = Style(str(form.value(form.at("style"))))
    try:
        with place.container():
            with st.container(key="said-now"):
                st.text(said)
            with reading_guidance() as services, under_way(form.page, said) as (work, ended):
                made = _made(said, services, style, stopped=ended == work)
    except CoachError as problem:
        desk()[_BACK], desk()[_PROBLEM] = said, problem
        return False
    desk()[AT] = 0
    _talk().append(made)
    return True


def _made(said: str, services: "Services", style: "Style", *, stopped: bool) -> "Answer":
    """The answer; from the cards alone where the person turned away from the model."""
    from coach.ui.told import told_records  # noqa: PLC0415 - slow; the talk comes first
    from coach.use_cases.about_model import short_name  # noqa: PLC0415
    from coach.use_cases.conversation import converse  # noqa: PLC0415
    from coach.use_cases.model_taken import taken_by  # noqa: PLC0415

    if stopped or services.model is None:
        made = converse(said, without_model(services), style=style)
        writer = made.writer.model_copy(update={"trouble": STOPPED, "floor": True})
        return made.model_copy(update={"writer": writer}) if stopped else made
    watching = Watching(short_name(services.model.name), checking=CHECKING, stop=STOP)
    made = converse(
        said, services, style=style, turns=_turns(), records=told_records(), watch=watching
    )
    add_taken(taken_by(made.writer.calls))
    watching.end()
    return made


def _turns() -> "tuple[Turn, ...]":
    """The conversation so far, as the mentee and the program said it."""
    from coach.domain.model import Turn  # noqa: PLC0415 - slow; the talk comes first

    return tuple(
        turn
        for made in _talk()
        for turn in (
            Turn("user", made.question),
            Turn("assistant", made.answer or "\n".join(made.questions) or made.care),
        )
    )


def _whole(made: "Answer") -> None:
    """The newest turn, with what was left out and what is proposed."""
    with st.container(key="said-newest"):
        st.text(made.question)
    show_trouble(made.writer, "ask")
    show_answer(made)
    for place, text in enumerate(made.made):
        with st.container(key=f"made-{place}", border=True):
            st.subheader(literal(text.title), anchor=False)
            st.text(text.text)
            with st.container(key=f"made-copy-{place}", width="content"):
                copy_button("Copy", text.text, f"ask-made-copy-{place}", quiet=True)
    for note in _notes(made):
        st.caption(note)
    show_written_by(made.writer, "ask", "Answered by")
    for place, proposal in enumerate(made.proposals):
        _proposed(proposal, place)


def _notes(made: "Answer") -> list[str]:
    """What the check did, in a quiet line."""
    notes = []
    if made.turned:
        pieces = counted(made.turned, "piece of advice was", "pieces of advice were")
        notes.append(f"{pieces} turned into a question from the guidance.")
    elif made.left_out:
        left = counted(made.left_out, "sentence was", "sentences were")
        why = "a coach only asks" if made.questions else "no card supports it"
        notes.append(
            f"{left} left out: {why if made.left_out == 1 or made.questions else 'no card supports them'}."
        )
    return notes


def _proposed(proposal: "Proposal", place: int) -> None:
    """An action item: kept when the mentee says so, and only then."""
    if proposal in _decided(_KEPT) or proposal in _decided(_LEFT):
        return
    with st.container(key=f"proposed-{place}", border=True):
        st.caption("Something you said you would do")
        st.text(_line(proposal))
        with st.container(key=f"proposed-ways-{place}", horizontal=True):
            for label, where in (("Keep", _KEPT), ("Not now", _LEFT)):
                st.button(
                    label,
                    key=f"proposed-{label.split()[0].lower()}-{place}",
                    on_click=_decide,
                    args=(where, proposal),
                )


def _decided(where: str) -> "list[Proposal]":
    decided: list[Proposal] = desk().setdefault(where, [])
    return decided


def _decide(where: str, proposal: "Proposal") -> None:
    if proposal not in _decided(where):
        _decided(where).append(proposal)


def _kept() -> None:
    """What the mentee kept, for as long as the app runs."""
    kept = _decided(_KEPT)
    if not kept:
        return
    with st.container(key="ask-kept", gap="xsmall"):
        st.subheader("What you want to do", anchor=False)
        for place, proposal in enumerate(kept):
            with st.container(key=f"todo-kept-{place}"):
                st.text(_line(proposal))
        copy_button("Copy the list", "\n".join(map(_line, kept)), "ask-kept-copy", quiet=True)


def _line(proposal: "Proposal") -> str:
    return f"{proposal.what} (by {proposal.by})" if proposal.by else proposal.what


def _begin_again_if_wanted() -> None:
    with wanted(_AGAIN) as again:
        if again:
            desk()[_TALK] = []


def _put_back(form: Form) -> None:
    """Put a question that could not be answered back into its box."""
    said = desk().pop(_BACK, None)
    if said is not None:
        memory.put(form.key(form.at("question")), said)


def _show_problem() -> None:
    problem = desk().pop(_PROBLEM, None)
    if problem is not None:
        show_problem(problem)
