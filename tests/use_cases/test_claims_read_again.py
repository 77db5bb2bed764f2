"""What a model's draft claims is read a second time, and nothing else of it is."""

from dataclasses import replace

import pytest

from coach.guidance.library import load_library
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services
from tests.no_search import NoSearch
from tests.use_cases.test_checked import GOOD, said, with_model


@pytest.fixture(scope="module")
def services(knowledge, writer):
    return Services(load_library(knowledge), NoSearch(), NoSearch(), writer)


class Doubts:
    """Doubts a clause with the word given, and would fault every message as a whole."""

    def __init__(self, word):
        self.word = word

    def flaws(self, about, text, sentences):
        raise AssertionError("a draft is held against our own, which nobody reads as a whole")

    def claims(self, given, text, new, clauses):
        return [9.0 if self.word in text[start:end] else -9.0 for start, end in clauses]


def test_a_claim_in_plain_words_that_a_second_reader_doubts_is_sent_back(services, priya):
    plain = GOOD["body"].replace("Thank you", "It all went well for us at home. Thank you")
    able = with_model(services, said(body=plain))
    assert draft(priya(), able).body == plain
    doubting = replace(
        with_model(services, said(body=plain), said()), second=lambda: Doubts("went well")
    )
    made = draft(priya(), doubting)
    assert "went well" in doubting.model.tasks[1].values["problems"]
    assert made.body == GOOD["body"]
