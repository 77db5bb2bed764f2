"""The salutation uses the name as it is, and guesses neither gender nor surname."""

import pytest

from coach.domain.vocabulary import Tone
from coach.writing.greeting import call_name
from coach.writing.lexicon import load_lexicon
from coach.writing.text import title_name
from tests.conftest import KNOWLEDGE


@pytest.mark.parametrize(
    ("name", "tone", "called"),
    [
        ("Dr. Elena Ruiz", Tone.WARM, "Dr. Ruiz"),
        ("Elena Ruiz", Tone.WARM, "Elena"),
        ("Elena Ruiz", Tone.FORMAL, "Elena Ruiz"),
        ("Prof. Kim Min-jun", Tone.FORMAL, "Prof. Kim Min-jun"),
        ("Nguyen Thi Mai", Tone.WARM, "Nguyen Thi Mai"),
        ("José María García Márquez", Tone.NEUTRAL, "José"),
        ("Prof. José García Márquez", Tone.WARM, "Prof. José García Márquez"),
        ("Suresh", Tone.FORMAL, "Suresh"),
        ("Sir Adebayo Thornley", Tone.FORMAL, "Sir Adebayo"),
        ('Oluwaseun "Seun" Adeyemi', Tone.WARM, "Seun"),
        ("Sister Agnes Mbeki", Tone.WARM, "Sister Agnes"),
        ("Sister Agnes Mbeki", Tone.FORMAL, "Sister Agnes Mbeki"),
        ("Dame Philippa Croft", Tone.FORMAL, "Dame Philippa"),
        ("Professor Emeritus Alan Reid", Tone.FORMAL, "Professor Reid"),
        ("Brigadier H. Osei", Tone.FORMAL, "Brigadier Osei"),
        ("Baroness Adaeze Cole", Tone.WARM, "Baroness Cole"),
        ("J. Smith", Tone.WARM, "J. Smith"),
        ("Ms Lee-Warner", Tone.WARM, "Ms Lee-Warner"),
    ],
)
def test_a_reader_is_addressed_like_this(name: str, tone: Tone, called: str) -> None:
    assert call_name(name, tone, load_lexicon(KNOWLEDGE)) == called


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("elena ruiz", "Elena Ruiz"),
        ("ELENA RUIZ", "Elena Ruiz"),
        ("ludwig van der berg", "Ludwig van der Berg"),
        ("marlon da silva", "Marlon da Silva"),
        ("anna-lena öztürk", "Anna-Lena Öztürk"),
        ("Siobhán O'Connor", "Siobhán O'Connor"),
        ("bell hooks 🙂", "Bell Hooks"),
    ],
)
def test_a_name_typed_without_capitals_gets_them(typed: str, shown: str) -> None:
    assert title_name(typed) == shown
