"""What a model suspects of a message as a whole is weighed with what the rules say."""

from collections.abc import Mapping, Sequence

import pytest

from coach.domain.suspicion import Suspicion
from coach.domain.vocabulary import Channel, Purpose
from coach.review import review_message
from coach.review.flaw_verdicts import PRAISES
from coach.review.read_whole import RULED
from tests.review.samples import GOOD, brief

SURE, UNSURE = RULED + 1, RULED - 1
NOTHING = "The kiln hums"


class Suspects:
    """Suspects what it is given to suspect; the sentence that holds the word given gives most to it."""

    def __init__(self, word: str = "", **scores: float) -> None:
        self.word = word
        self.scores = {check.replace("_", "-"): score for check, score in scores.items()}
        self.read: list[tuple[str, str]] = []

    def margins(self, what: str, sentences: Sequence[str]) -> list[float]:
        return [-0.2 if what == "advice-result" else 0.1] * len(sentences)

    def flaws(
        self, about: str, text: str, sentences: Sequence[tuple[int, int]]
    ) -> Mapping[str, Suspicion]:
        self.read.append((about, text))
        each = tuple(
            float(bool(self.word) and self.word in text[start:end]) for start, end in sentences
        )
        return {check: Suspicion(score, each) for check, score in self.scores.items()}

    def claims(self, given: str, text: str, new: object, clauses: object) -> None:
        """Nothing is said of its clauses."""


def found(text: str, second: Suspects | None = None, **how: object) -> dict[str, object]:
    told = review_message(text, second=second, **({"brief": brief()} | how))
    return {finding.check: finding for finding in told}


@pytest.mark.parametrize("check", ["no-flattery", "no-cliche", "no-job-ask", "no-over-apology"])
def test_a_flaw_that_only_the_model_sees_quotes_the_sentence_that_gives_most_to_it(
    check: str,
) -> None:
    text = GOOD.replace("What made", f"{NOTHING}. What made")
    assert found(text)[check].passed
    told = found(text, Suspects("kiln", **{check: 0.5}))[check]
    assert not told.passed
    assert told.quote == text[told.start : told.end] == f"{NOTHING}."
    assert told.message
    assert told.fix


@pytest.mark.parametrize(
    "check", ["says-why-them", "question-specific", "easy-out", "says-who-you-are"]
)
def test_what_only_the_model_misses_is_told_with_a_fix(check: str) -> None:
    told = found(GOOD, Suspects(**{check: 0.5}))[check]
    assert not told.passed
    assert told.message
    assert told.fix


@pytest.mark.parametrize(("score", "passed"), [(-SURE, True), (-UNSURE, False)])
def test_what_the_rules_found_stands_unless_the_model_is_surer(score: float, passed: bool) -> None:
    text = GOOD.replace("Thank you", "I need your answer by Friday at the latest. Thank you")
    ruled = found(text)["no-pressure"]
    assert not ruled.passed
    weighed = found(text, Suspects(no_pressure=score))["no-pressure"]
    assert weighed.passed is passed
    if passed:
        assert weighed.message == PRAISES["no-pressure"]
    else:
        assert weighed == ruled


def test_a_check_the_model_does_not_know_is_left_to_the_rules() -> None:
    assert found(GOOD, Suspects(easy_out=-1.0))["thanks"] == found(GOOD)["thanks"]


def test_a_way_out_is_never_a_push_however_it_sounds() -> None:
    text = "Hi Ana, I am a nurse. If it does not suit you, that is fine.\n\nThanks\nTom"
    how = {"brief": None, "channel": Channel.CHAT, "purpose": Purpose.FIRST_CONTACT}
    told = found(text, Suspects("suit you", no_pressure=5.0), **how)["no-pressure"]
    assert told.passed or "suit you" not in told.quote


def test_of_a_single_request_it_is_not_told_that_there_are_several() -> None:
    how = {"brief": None, "channel": Channel.CHAT, "purpose": Purpose.FIRST_CONTACT}
    one = "Hi Ana, I am a nurse. Could we talk for 20 minutes on Tuesday? A no is fine.\n\nThanks\nTom"
    assert found(one, Suspects(one_clear_ask=5.0), **how)["one-clear-ask"].passed


def test_the_part_of_an_update_that_is_least_there_is_named() -> None:
    text = (
        "Dear Dr. Ruiz,\n\nYou told me to ask for the smaller budget. I asked for it on Monday, and the"
        " board agreed at once.\n\nThank you,\nPriya"
    )
    how = {"brief": None, "channel": Channel.CHAT, "purpose": Purpose.PROGRESS_UPDATE}
    assert found(text, **how)["advice-linked-to-action"].passed
    told = found(text, Suspects(advice_linked_to_action=0.5), **how)["advice-linked-to-action"]
    assert "what came of it" in told.fix


def test_a_subject_that_is_given_apart_is_read_with_the_message() -> None:
    second = Suspects("kiln", no_flattery=0.5)
    body = f"Dear Ana,\n\n{NOTHING}. Which glaze cracked first?\n\nThanks\nTom"
    told = review_message(body, subject="Glazes", second=second, channel=Channel.EMAIL)
    quoted = next(one.quote for one in told if one.check == "no-flattery")
    assert quoted == f"{NOTHING}."
    about, text = second.read[0]
    assert about == "first-contact email"
    assert text.startswith("Subject: Glazes\n\nDear Ana")
