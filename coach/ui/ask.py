"""The page *Ask*: a question in the mentee's own words, answered from the guidance or asked back."""

import re
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.errors import CoachError
from coach.ui import memory, planning
from coach.ui.calm import show_problem
from coach.ui.forms import Field, Form
from coach.ui.links import guidance_link, topic_link
from coach.ui.literal import literal
from coach.ui.memory import desk, want, wanted
from coach.ui.navigation import DOCUMENTS, way_to
from coach.ui.questions import answer_key
from coach.ui.words import EVIDENCE, STYLES, counted, in_words

if TYPE_CHECKING:  # the question is shown before these are needed, and they take half a second
    from coach.domain.results import Answer, Citation, OwnHit

BUTTON = "Ask"
EXAMPLES = (
    "I'm afraid to write to somebody that senior",
    "They never replied",
    "I haven't done what I promised them",
    "I feel like a fraud when they praise me",
)
SAFETY = (
    "If you are in danger, are being harmed, or think of hurting yourself, please do not rely on "
    "this page: call the emergency services where you are, or tell somebody you trust."
)
_MADE, _EXAMPLE, _AT = "ask.made", "ask.example", "ask.at"
_MARK = re.compile(r"\\\[(\d+)\\\]")

FORM = Form(
    page="ask",
    kind="question",
    fields=(
        Field(
            "style",
            "How shall we work?",
            "choice",
            options=STYLES,
            default="mentor",
            shared=True,
            help="Mentor answers from the guidance and says how strong the evidence is. Coach asks "
            "you one question at a time.",
        ),
        Field(
            "question",
            "What is on your mind?",
            "area",
            rows=3,
            placeholder="In your own words, as long or as short as you like",
        ),
    ),
)


def page() -> None:
    """Show the question, and under it the answer or ways to begin."""
    planning.title("Ask", "Say what is on your mind. The answer comes from the curated guidance.")
    _take_example()
    _set_style_on_arrival()
    with st.container(key="ask-question"):
        FORM.show("style", "question")
        with st.container(key="ask-button"):
            st.button(
                BUTTON,
                key="ask-write",
                type="primary",
                on_click=want,
                args=(desk(), planning.write(FORM)),
            )
        problems = st.container()
    below = st.container()
    _foot()
    with below:
        _answer_if_wanted(problems)
        made: Answer | None = desk().get(_MADE)
        if made is None:
            _examples()
        else:
            _show(made)


def _set_style_on_arrival() -> None:
    """Set the style anew when somebody comes from another page.

    Streamlit empties a field that several pages share when a page is opened a second time.
    """
    style = FORM.at("style")
    if FORM.key(FORM.at("question")) not in st.session_state:
        st.session_state[FORM.key(style)] = FORM.value(style)


def _take_example() -> None:
    """Put the example that was pressed into the box, and ask it."""
    with wanted(_EXAMPLE) as example:
        if example:
            memory.put(FORM.key(FORM.at("question")), example)
            want(desk(), planning.write(FORM))


def _examples() -> None:
    with st.container(key="ask-examples", gap=None):
        st.caption("For example")
        for place, example in enumerate(EXAMPLES):
            st.button(
                example,
                key=f"ask-example-{place}",
                type="tertiary",
                on_click=want,
                args=(desk(), _EXAMPLE, example),
            )


def _foot() -> None:
    with st.container(key="ask-foot", gap="xsmall"):
        st.caption(SAFETY)
        way_to(DOCUMENTS, "Your documents: add a handbook to search")


def _answer_if_wanted(problems: DeltaGenerator) -> None:
    """Answer when the button was pressed, and again when the style has changed since."""
    style = str(FORM.value(FORM.at("style")))
    made: Answer | None = desk().get(_MADE)
    with wanted(planning.write(FORM)) as pressed:
        if pressed:
            _answer(str(FORM.value(FORM.at("question"))), style, problems)
        elif made is not None and made.style != style:
            _answer(made.question, style, problems)


def _answer(question: str, style: str, problems: DeltaGenerator) -> None:
    from coach.domain.vocabulary import Style  # noqa: PLC0415 - slow; the question comes first
    from coach.ui.services import reading_guidance  # noqa: PLC0415
    from coach.use_cases.ask import ask  # noqa: PLC0415

    try:
        with reading_guidance() as services:
            desk()[_MADE] = ask(question, services, style=Style(style))
        desk()[_AT] = 0
    except CoachError as problem:
        with problems:
            show_problem(problem)


def _show(made: "Answer") -> None:
    if made.question != " ".join(str(FORM.value(FORM.at("question"))).split()):
        with st.container(key="asked-before", gap=None):
            st.caption("You asked")
            st.text(made.question)
    if made.care:
        with st.container(key="ask-care", border=True):
            st.text(made.care)
    if not made.answer and not made.citations:
        return
    if not made.answered or not made.citations:
        _nothing(made)
    elif made.answer:
        _advice(made)
    else:
        _coach(made)


def _advice(made: "Answer") -> None:
    """Mentor style: the answer as prose, and beside it the cards it rests on."""
    with st.container(key="beside"):
        left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("From the guidance", anchor=False)
        with st.container(key="ask-prose"):
            for paragraph in made.answer.split("\n\n"):
                st.markdown(_with_marks(paragraph))
    with right, st.container(key="ask-cards"):
        st.subheader("What this rests on", anchor=False)
        for number, cited in enumerate(made.citations, 1):
            with st.container(key=f"cited-{number}", gap=None):
                _card(cited, f"[{number}] ")
        with planning.opened("The words quoted", "ask-quoted") as is_open:
            if is_open:
                for number, cited in enumerate(made.citations, 1):
                    st.markdown(f"> {literal(cited.quote)} {_mark(str(number))}")
    _yours(made.own)


def _coach(made: "Answer") -> None:
    """Coach style: one question, room to think, and nothing that advises."""
    if not made.questions:
        with st.container(key="ask-nothing"):
            st.text("The guidance speaks of this, but has no open question for it.")
        _cards(made.citations, "Cards that speak of it")
        return
    count = len(made.questions)
    at = int(desk().get(_AT, 0)) % count
    question = made.questions[at]
    with st.container(key="ask-coach", border=True):
        st.caption("A question for you" + (f" · {at + 1} of {count}" if count > 1 else ""))
        with st.container(key="ask-asked"):
            st.text(question)
        key = answer_key("ask", question)
        st.text_area(
            "Room to think in writing",
            key=memory.recall(key, ""),
            height=150,
            help="For you only. It is kept while the app runs, and goes nowhere.",
        )
        memory.keep(key)
        if count > 1:
            st.button(
                "Another question",
                key="ask-next",
                on_click=want,
                args=(desk(), _AT, (at + 1) % count),
            )
    _cards(made.citations, "Where these questions come from")
    _yours(made.own, closed=True)


def _nothing(made: "Answer") -> None:
    """The guidance has no answer: say so, and leave several ways on."""
    with st.container(key="ask-nothing"):
        st.text(made.answer)
    _yours(made.own)
    with st.container(key="ask-nearest", gap="xsmall"):
        if made.topics:
            st.caption("Nearest in the guidance, though it may not be what you meant")
            for topic in made.topics:
                topic_link(in_words(topic), topic)
        guidance_link("All guidance")


def _cards(citations: "tuple[Citation, ...]", label: str) -> None:
    """The cards, closed: what they advise is read only by who opens it."""
    with st.expander(label, key="ask-behind"):
        for place, cited in enumerate(citations):
            with st.container(key=f"behind-{place}", gap=None):
                _card(cited)


def _card(cited: "Citation", before: str = "") -> None:
    from coach.ui.services import services  # noqa: PLC0415 - slow; the question comes first

    guidance_link(literal(before + cited.title), cited.card)
    card = services().cards.cards.get(cited.card)
    if card is not None:
        st.caption(f"Evidence: {EVIDENCE[card.evidence].lower()}.")


def _yours(own: "tuple[OwnHit, ...]", *, closed: bool = False) -> None:
    """Passages of the person's own documents, apart from the guidance and labelled as theirs."""
    if not own:
        return
    passages = counted(len(own), "passage", "passages")
    if closed:
        with st.expander(f"Yours: {passages}", key="ask-yours-closed"), st.container(key="yours"):
            _passages(own)
        return
    with st.container(key="yours", gap="xsmall"):
        st.subheader("Yours", anchor=False)
        st.caption("From documents you added; not part of the curated guidance.")
        _passages(own)


def _passages(own: "tuple[OwnHit, ...]") -> None:
    for place, hit in enumerate(own):
        with st.container(key=f"own-{place}", gap=None):
            with st.container(key=f"own-name-{place}"):
                st.text(hit.document)
            if hit.heading:
                st.caption(literal(hit.heading))
            with st.container(key=f"own-words-{place}"):
                st.text(hit.excerpt)


def _with_marks(text: str) -> str:
    """A paragraph letter by letter, with the numbers of its citations made quiet."""
    return _MARK.sub(lambda found: _mark(found.group(1)), literal(text))


def _mark(number: str) -> str:
    return rf":small[:gray[\[{number}\]]]"
