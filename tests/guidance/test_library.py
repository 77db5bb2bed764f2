"""Reading cards and sources: what is right is read, what is wrong is named with its fix."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.vocabulary import Evidence, Relationship, Stage
from coach.errors import KnowledgeError
from coach.guidance.cards import parse_card
from coach.guidance.library import load_library
from coach.guidance.sources import read_sources

from .conftest import SOURCES, make_card, write_card


def test_a_card_is_read_with_its_five_sections(knowledge):
    card = load_library(knowledge).cards["put-the-hard-question-first"]
    assert card.relationships == (Relationship.MENTOR, Relationship.COACH)
    assert card.stages == (Stage.SUSTAIN,)
    assert card.evidence is Evidence.CORRELATIONAL
    assert card.reviewed == datetime.date(2026, 1, 15)
    assert card.say == ("I'd like to use most of today on the Dublin role.",)
    assert len(card.asks) == 2
    assert card.avoid == "Warming up with twenty minutes of news."


def test_a_source_is_read_from_its_csl_names(knowledge):
    source = load_library(knowledge).sources["leach-2009"]
    assert source.authors == ("Leach, D. J.", "A Team")
    assert (source.year, source.volume) == (2009, "24")
    assert source.container == "Journal of Business and Psychology"
    assert source.address == "https://doi.org/10.1007/s10869-009-9092-6"


def test_a_report_number_is_kept_as_the_issue_and_authors_may_be_unknown(tmp_path):
    path = tmp_path / "sources.yaml"
    text = SOURCES.replace("  volume: 24\n", "  number: 96\n")
    path.write_text(
        "\n".join(line for line in text.splitlines() if "author" not in line), encoding="utf-8"
    )
    source = read_sources(path)["leach-2009"]
    assert (source.issue, source.authors) == ("96", ())


def test_cards_come_in_the_order_of_the_topics(knowledge):
    write_card(
        knowledge,
        make_card(id="ask-small", title="Ask small", topic="low-commitment-ask"),
        "low-commitment-ask",
        "ask-small",
    )
    assert list(load_library(knowledge).cards) == [
        "ask-small",
        "open-with-last-time",
        "put-the-hard-question-first",
    ]


def test_windows_line_ends_and_a_byte_order_mark_are_read(knowledge):
    path = knowledge / "cards" / "agenda" / "put-the-hard-question-first.md"
    path.write_bytes(b"\xef\xbb\xbf" + make_card().replace("\n", "\r\n").encode())
    assert len(load_library(knowledge).cards) == 2


@pytest.mark.parametrize(
    ("text", "words", "fix"),
    [
        ("no front matter at all", "no front matter", "---"),
        (make_card(topic="agenda\ntopicc: x"), "unknown entry 'topicc'", "'topic'"),
        (make_card(topic="agenda\ntopic: goals"), "'topic' stands there twice", "once"),
        (make_card(topic="agendas"), "unknown topic 'agendas'", "topic list"),
        (make_card(evidence="certain"), "'evidence'", "Correct"),
        (make_card(relationships="[boss]"), "'relationships.0'", "Correct"),
        (make_card(relationships="[]"), "'relationships' is empty", "at least one"),
        (make_card(reviewed="someday"), "'reviewed'", "Correct"),
        (make_card(title="[unclosed"), "not valid YAML", "Quote"),
        (make_card(title="Ask: first"), "not valid YAML at line", "Quote"),
        (make_card(say="no quote mark"), "does not open with '> '", "> "),
        (make_card(asks="What now?"), "does not open with '- '", "- "),
        (make_card(avoid=""), "'## Avoid' is empty", "Write"),
        (make_card(avoid="x\n## Avoid\ny"), "twice", "Join"),
        (make_card(avoid="x\n## Doo\ny"), "unknown entry 'Doo'", "'Do'"),
        (make_card().replace("## Why\n", ""), "'Why' is missing", "Add"),
        (make_card().replace("## Do", "Hello\n## Do"), "before the first section", "## Do"),
    ],
)
def test_a_wrong_card_is_refused_with_the_file_the_thing_and_a_fix(knowledge, text, words, fix):
    path = write_card(knowledge, text)
    with pytest.raises(KnowledgeError) as raised:
        load_library(knowledge)
    assert str(path) in raised.value.message
    assert words in raised.value.message
    assert fix in raised.value.fix


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("evidence: correlational", "evidence: certain", "'evidence'"),
        ("type: article-journal", "type: paper", "not a CSL type"),
        ("  limits: Ratings of team meetings.\n", "", "'limits' is missing"),
        ("finding: An agenda", "findings: An agenda", "unknown entry 'findings'"),
        ("issued: 2009", "issued: spring", "'issued' is not a year"),
        ("DOI: 10.1007", "DOI: https://doi.org/10.1007", "is not a DOI"),
        ("  volume: 24", "  URL: www.example.org", "is not a URL"),
        ("{literal: A Team}", "{name: A Team}", "an author is neither"),
        ("- id: leach-2009", "- id: 7", "'id' is not a text"),
        ("- id: leach-2009", "- id: other-2010", "unknown source 'leach-2009'"),
        (SOURCES, SOURCES * 2, "two sources are called"),
        (SOURCES, "leach-2009: x", "not a list"),
        (SOURCES, "- just words", "not a source"),
    ],
)
def test_a_wrong_source_is_refused_by_name(knowledge, old, new, words):
    assert old in SOURCES
    (knowledge / "sources.yaml").write_text(SOURCES.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load_library(knowledge)
    assert words in raised.value.message
    assert raised.value.fix


def test_a_card_in_another_topics_folder_is_refused(knowledge):
    write_card(knowledge, make_card(id="elsewhere"), "goals", "elsewhere")
    with pytest.raises(KnowledgeError, match="the folder is 'goals'"):
        load_library(knowledge)


def test_a_card_whose_file_has_another_name_is_refused(knowledge):
    write_card(knowledge, make_card(), "agenda", "another-name")
    with pytest.raises(KnowledgeError, match="the file is named 'another-name'"):
        load_library(knowledge)


def test_two_cards_of_one_id_are_refused(knowledge):
    write_card(knowledge, make_card(topic="goals"), "goals")
    with pytest.raises(KnowledgeError, match="another card is called"):
        load_library(knowledge)


def test_a_missing_folder_a_missing_file_and_bytes_are_named(tmp_path, knowledge):
    with pytest.raises(KnowledgeError, match="no cards found"):
        load_library(tmp_path / "nowhere")
    write_card(knowledge, make_card()).write_bytes(b"---\n\xff\xfe")
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        load_library(knowledge)
    (knowledge / "sources.yaml").unlink()
    with pytest.raises(KnowledgeError, match="the file is missing"):
        load_library(knowledge)


@given(st.text(max_size=200))
def test_any_text_is_a_card_or_a_knowledge_error(text):
    for whole in (text, f"---\n{text}\n---\n## Do\n{text}", make_card(title=text, avoid=text)):
        try:
            parse_card(whole, "x.md")
        except KnowledgeError as error:
            assert error.message.startswith("x.md")


def test_the_shipped_cards_can_be_read():
    knowledge = Path(__file__).parents[2] / "knowledge"
    library = load_library(knowledge)
    assert all(source in library.sources for c in library.cards.values() for source in c.sources)
