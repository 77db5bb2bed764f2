"""A team or a plural with its verb typed bare is a clause, and one team's verb agrees with it."""

from pathlib import Path

import pytest

from coach.writing.agreement import agreed, opens_with_clause, passed_on
from coach.writing.builtin import BuiltInWriter
from coach.writing.lexicon import load_lexicon
from tests.writing.people import mara

LEXICON = load_lexicon(Path(__file__).resolve().parents[2] / "knowledge")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("her unit publish weekly reports", "your unit publishes weekly reports"),
        ("his crew teach everyone to splice", "your crew teaches everyone to splice"),
        ("her volunteers always carry spare radios", "your volunteers always carry spare radios"),
        ("his letters explain tax in plain words", "your letters explain tax in plain words"),
        ("her yard train school leavers", "your yard trains school leavers"),
        ("the sales team meet customers first", "the sales team meets customers first"),
    ],
)
def test_a_clause_about_a_team_follows_because_and_not_because_of(
    typed: str, said: str, writer: BuiltInWriter
) -> None:
    body = writer.outreach(mara(why_them=typed)).body
    assert f"because {said}." in body


@pytest.mark.parametrize(
    "typed",
    [
        "your support group for carers",
        "your sales course in Hull",
        "the pathways programme in Leith",
        "your team lead on nights",
        "your group talk at the fair",
        "your articles on soil",
        "our company project report",
    ],
)
def test_a_noun_with_a_noun_beside_it_is_no_clause(typed: str) -> None:
    assert not opens_with_clause(typed, LEXICON)
    assert agreed(typed, LEXICON) == typed


def test_a_verb_that_another_verb_wants_bare_stays_bare() -> None:
    typed = "you made us plan ahead and your team write the notes"
    assert agreed(typed, LEXICON) == typed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("my cousin Ola give me your name", "my cousin Ola gave me your name"),
        ("the librarian tell me about you", "the librarian told me about you"),
        ("my friends say I should write", "my friends say I should write"),
        ("give me your name", "give me your name"),
    ],
)
def test_who_passed_a_name_on_did_so_in_the_past(typed: str, said: str) -> None:
    assert passed_on(typed, LEXICON) == said
