"""A reply that goes nowhere is noticed, and one that only rhymes is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.model import Fault
from coach.llm.reply_guard import ReplyGuard, Spoken, repeats

LETTER = (
    "Dear Dr. Ruiz, I heard your talk at the Health Data Summit, and the way you moved from "
    "reporting to forecasting has stayed with me. I am choosing between a management and a "
    "technical track. Could we speak for twenty minutes on Tuesday or Thursday after four? "
    "If not, a line on what made you choose would already help. Thank you, Priya Nair"
)


@pytest.mark.parametrize(
    "stretch", [" ", "ha", "\n\n", "and then ", "I look forward to hearing from you. ", LETTER]
)
def test_one_stretch_said_over_and_over_is_noticed(stretch: str) -> None:
    assert repeats(LETTER + stretch * max(4, 400 // len(stretch)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        LETTER,
        LETTER * 2,
        '{"questions": ["What did you choose?", "What would you choose now?"]}' * 2,
        "\n".join(f"{number}. What did you learn in year {number}?" for number in range(30)),
        LETTER + "-" * 80,
    ],
)
def test_an_ordinary_text_is_left_alone(text: str) -> None:
    assert not repeats(text)


@given(st.text(min_size=1, max_size=120), st.integers(1, 40))
def test_how_a_reply_is_cut_into_pieces_does_not_hide_a_repetition(stretch: str, size: int) -> None:
    guard = ReplyGuard(10_000)
    text = stretch * (1_600 // len(stretch) + 4)
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    assert Fault.REPEATING in [guard.fault(piece) for piece in pieces]


def test_a_reply_beyond_its_most_is_endless() -> None:
    guard = ReplyGuard(100)
    assert [guard.fault("word " * 12) for _ in range(2)] == [None, Fault.ENDLESS]


def spoken(pieces: list[str]) -> str:
    mouth = Spoken()
    return "".join(mouth.take(piece) for piece in pieces) + mouth.rest()


@given(st.integers(1, 30))
def test_thoughts_are_left_out_however_they_are_cut(size: int) -> None:
    text = " <think>\nShe < me?\n</think>\n\nDear Elena, a </think> b"
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    assert spoken(pieces) == "Dear Elena, a </think> b"


@given(st.text(max_size=40), st.integers(1, 10))
def test_a_reply_without_thoughts_is_kept_to_the_letter(text: str, size: int) -> None:
    reply = "x" + text
    pieces = [reply[start : start + size] for start in range(0, len(reply), size)]
    assert spoken(pieces) == reply


@pytest.mark.parametrize(
    ("reply", "said"),
    [("<thi", "<thi"), ("<", "<"), (" ", ""), ("<think>never done", ""), ("<think></think> ", "")],
)
def test_what_ends_early_is_said_unless_it_was_a_thought(reply: str, said: str) -> None:
    assert spoken([reply]) == said
