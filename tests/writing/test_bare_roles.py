"""Roles, spans and places typed without their small words get them; what is plain stays."""

from pathlib import Path

import pytest

from coach.writing.article import place_name, role_phrase
from coach.writing.bare_roles import with_role_articles, with_subject_article
from coach.writing.builtin import BuiltInWriter
from coach.writing.lexicon import load_lexicon
from coach.writing.repairs import repaired
from tests.writing.people import mara

LEXICON = load_lexicon(Path(__file__).resolve().parents[2] / "knowledge")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("you were plumber before", "you were a plumber before"),
        ("works as nurse in Ghent", "works as a nurse in Ghent"),
        ("started as packer", "started as a packer"),
        ("becoming electrician", "becoming an electrician"),
        ("was head of sixth form", "was head of sixth form"),
        ("you were youngest editor in the building", "you were youngest editor in the building"),
        ("I am Baker, from Leeds", "I am Baker, from Leeds"),
        ("she is cleaner than before", "she is cleaner than before"),
        ("you are responsible for three sites", "you are responsible for three sites"),
    ],
)
def test_what_somebody_is_has_its_article(typed: str, said: str) -> None:
    assert with_role_articles(typed, LEXICON) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "ward manager at the Rowan passed me your name",
            "The ward manager at the Rowan passed me your name.",
        ),
        (
            "treasurer of the rowing club told me about you",
            "The treasurer of the rowing club told me about you.",
        ),
        ("supervisor told me about you", "My supervisor told me about you."),
        (
            "colleague from nights gave me your number",
            "A colleague from nights gave me your number.",
        ),
        ("Rosa told me about you", "Rosa told me about you."),
        ("people at the club told me about you", "People at the club told me about you."),
    ],
)
def test_who_told_of_the_reader_has_an_article(
    typed: str, said: str, writer: BuiltInWriter
) -> None:
    assert said in writer.outreach(mara(connection=typed)).body


def test_a_text_that_opens_with_its_article_keeps_it() -> None:
    typed = "the harbour master told me"
    assert with_subject_article(typed, LEXICON) == typed


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("freelance foley tech", "I'm a freelance foley tech."),
        ("self-taught furniture restorer", "I'm a self-taught furniture restorer."),
        ("freelance since 2021", "I'm freelance since 2021."),
        ("part-time at the port", "I'm part-time at the port."),
        ("owner of family bakery", "I'm the owner of a family bakery."),
        ("porter in care home", "I'm a porter in a care home."),
        ("student at university", "I'm a student at university."),
    ],
)
def test_what_the_mentee_is_reads_as_a_sentence(
    role: str, said: str, writer: BuiltInWriter
) -> None:
    assert said in writer.outreach(mara(sender={"name": "Mara Quist", "role": role})).body


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("law firm", "a law firm"),
        ("insurance company in Graz", "an insurance company in Graz"),
        ("Tech startup", "a tech startup"),
        ("ashgrove hospital", "Ashgrove Hospital"),
        ("network", "a network"),
        ("Network", "Network"),
        ("Home Office", "the Home Office"),
        ("Lister Foundation", "the Lister Foundation"),
        ("The Lister Foundation", "The Lister Foundation"),
        ("Leek Building Society", "Leek Building Society"),
    ],
)
def test_a_kind_of_place_is_no_name(typed: str, said: str) -> None:
    assert place_name(typed) == said


def test_one_is_in_a_team_and_at_a_firm(writer: BuiltInWriter) -> None:
    sender = {"name": "Mara Quist", "role": "analyst", "organisation": "Pensions team"}
    assert "I'm an analyst in the Pensions team." in writer.outreach(mara(sender=sender)).body
    assert role_phrase("captain of the second eleven", LEXICON) == "captain of the second eleven"


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("no lost parcel in 4 years", "I have had no lost parcel in 4 years."),
        ("no sick day since March", "I have had no sick day since March."),
        ("no degree", "I have no degree."),
        ("my written Danish still slow", "My written Danish is still slow."),
        ("was cook in Oran 6 years", "I was a cook in Oran for 6 years."),
        ("did 3 month course in welding", "I did a 3-month course in welding."),
    ],
)
def test_a_fact_keeps_its_time_and_its_verb(fact: str, said: str, writer: BuiltInWriter) -> None:
    sender = {"name": "Mara Quist", "role": "deckhand", "facts": [fact]}
    assert said in writer.outreach(mara(sender=sender)).body


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sits on selection committee", "sits on the selection committee"),
        ("sat on board of two schools", "sat on the board of two schools"),
        ("is on board with it", "is on board with it"),
        ("you chair hiring panel", "you chair the hiring panel"),
        ("joined our safety committee", "joined our safety committee"),
        ("on our ethics panel", "on our ethics panel"),
        ("my 6 week placement", "my 6-week placement"),
        ("we worked there 2014-2017", "we worked there from 2014 to 2017"),
        ("the class of 2014-2017", "the class of 2014-2017"),
        ("my tutor said ask you", "my tutor said to ask you"),
        ("won it w/ 3 others", "won it with 3 others"),
    ],
)
def test_small_words_left_out_are_put_in_where_one_thing_can_be_meant(
    typed: str, said: str
) -> None:
    assert repaired(typed) == said
