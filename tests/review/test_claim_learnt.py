"""What is learnt of claims marks what no rule foresees, and lets facts read off the brief stand."""

import numpy as np
import pytest

from coach.domain.brief import OutreachBrief
from coach.review import claims, unsupported_claims
from coach.review.claim_cut import cut
from coach.review.claim_learnt import (
    FOLDER,
    STORED,
    LearntClaims,
    Levels,
    joined,
    keep,
    load_learnt_claims,
)
from coach.review.claim_ledger import Ledger
from coach.review.claim_signals import signals
from coach.review.message import read_message

BRIEF = OutreachBrief.model_validate(
    {
        "kind": "outreach",
        "purpose": "thank-you",
        "sender": {"name": "Ines Prado", "role": "baker"},
        "recipient": {"name": "Otto Lind", "role": "miller"},
        "topic": "the stone mill",
        "history": [{"date": "3 November 2026", "what": "he showed me the stone mill"}],
    }
)
TEXT = "Dear Otto,\n\nThank you for showing me the stone mill. I bake with your flour now, it suits us.\n\nInes"


def read(text=TEXT):
    reading = read_message(text, brief=BRIEF)
    return Ledger(reading), cut(reading)


def test_each_clause_has_its_signals():
    ledger, pieces = read()
    found = signals(ledger, pieces)
    assert len(found) == len(pieces)
    assert all("sent:first" in names for names in found[:1])
    assert any("subj:i" in name for name in found[1])


def test_words_are_named_by_their_kind_and_whether_the_brief_holds_them():
    ledger, pieces = read()
    (thanks, *_) = signals(ledger, pieces)
    assert "s:mill:h" in thanks
    assert not any(name == "s:mill" for name in thanks)


def test_without_what_was_learnt_the_rules_stand_alone(tmp_path):
    assert load_learnt_claims(tmp_path) is None


def test_a_damaged_file_is_passed_over(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / f"a-{STORED}").write_bytes(b"no archive")
    assert load_learnt_claims(tmp_path) is None


def test_what_is_kept_is_read_back(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    learnt = LearntClaims({"subj:i": 0.5, "new1": -2.0}, -1.0, Levels(3.0, -4.0), Levels(0.5, -2.0))
    keep(folder / f"a-{STORED}", list(learnt.weights), learnt)
    assert load_learnt_claims(tmp_path) == learnt


@pytest.fixture
def judged_by():
    """Claims of a text, judged by weights of the test's own."""

    def judged(text, learnt):
        ledger, pieces = read(text)
        found = claims.claims_by_rule(ledger, pieces)
        return [c.span.text for c in claims.judged_anew(ledger, pieces, found, learnt)]

    return judged


def test_a_clause_that_scores_high_is_marked_whole(judged_by):
    learnt = LearntClaims({"s:suit": 9.0}, -2.0, Levels(5.0, -50.0))
    plain = LearntClaims({}, -2.0, Levels(5.0, -50.0))
    assert set(judged_by(TEXT, learnt)) - set(judged_by(TEXT, plain)) == {"it suits us"}


def test_a_number_of_the_rules_is_never_taken_back(judged_by):
    text = "Dear Otto,\n\nThank you for showing me the stone mill with its 42 sieves.\n\nInes"
    unsure = LearntClaims({}, -9.0, Levels(50.0, -1.0))
    assert any("42" in words for words in judged_by(text, unsure))


def test_a_claim_of_shape_is_taken_back_where_it_scores_very_low(judged_by):
    text = "Dear Otto,\n\nThank you for showing me the stone mill. The other bakers have closed.\n\nInes"
    sure = LearntClaims({}, 0.0, Levels(50.0, -1.0))
    unsure = LearntClaims({}, -9.0, Levels(50.0, -1.0))
    assert judged_by(text, sure)
    assert judged_by(text, unsure) == []


def test_a_sentence_of_the_brief_is_no_claim_however_it_scores(judged_by):
    brief_words = "Dear Otto,\n\nYou showed me the stone mill.\n\nInes"
    assert judged_by(brief_words, LearntClaims({}, 9.0, Levels(0.0, -50.0))) == []


def test_what_is_shipped_is_used():
    learnt = load_learnt_claims(claims.default_knowledge())
    assert learnt is not None
    for levels in (learnt.alone, learnt.together):
        assert np.isfinite(levels.marked)
        assert levels.doubted < levels.marked
    assert unsupported_claims("Dear Otto,\n\nThank you.\n\nInes", BRIEF) == ()


class Judges:
    """Says of a clause what it is given to say of the words in it, else that it is none."""

    def __init__(self, **words):
        self.words = words
        self.given = ""
        self.new = []

    def flaws(self, about, text, sentences):
        return None

    def claims(self, given, text, new, clauses):
        self.given, self.new = given, [text[start:end] for start, end in new]
        said = [text[start:end] for start, end in clauses]
        return [max((n for w, n in self.words.items() if w in one), default=-9.0) for one in said]


def judged_with(text, second, learnt):
    reading = read_message(text, brief=BRIEF, second=second)
    ledger, pieces = Ledger(reading), cut(reading)
    found = claims.claims_by_rule(ledger, pieces)
    return [c.span.text for c in claims.judged_anew(ledger, pieces, found, learnt)]


TOGETHER = LearntClaims({}, 0.0, Levels(50.0, -50.0), Levels(1.0, -1.0))


def test_a_second_reader_is_shown_the_brief_and_which_words_are_new():
    second = Judges()
    judged_with(TEXT, second, TOGETHER)
    assert "me: Ines Prado; baker" in second.given
    assert "before: " in second.given
    assert "stone mill" in second.given
    assert "flour" in second.new
    assert "mill" not in second.new


def test_what_a_second_reader_is_sure_of_is_marked_and_what_it_is_sure_against_is_not():
    text = "Dear Otto,\n\nThank you for showing me the stone mill with its 42 sieves. It suits us.\n\nInes"
    assert any("42" in words for words in judged_with(text, Judges(sieves=-2.0), TOGETHER))
    assert judged_with(text, Judges(), TOGETHER) == []
    assert judged_with(text, Judges(suits=2.0), TOGETHER) == ["It suits us"]


def test_a_number_is_taken_back_only_where_a_second_reader_is_surer_than_of_another_kind():
    levels = TOGETHER.together
    assert levels.stands("event", -1.0) and not levels.stands("event", -1.5)
    assert levels.stands("number", -1.5) and not levels.stands("number", -9.0)


def test_a_name_that_was_not_given_stays_marked_however_a_second_reader_reads_it():
    text = "Dear Otto,\n\nThank you for showing Ruprecht Kahl and me the stone mill.\n\nInes"
    assert any("Ruprecht" in words for words in judged_with(text, Judges(), TOGETHER))


def test_the_layer_counts_for_less_than_the_reader_of_all():
    assert joined(2.0, 0.0) < joined(0.0, 2.0)
