"""What a model suspects of a message as a whole, when it is passed in, is weighed with what the rules say."""

from collections.abc import Mapping, Sequence

import pytest

from coach.domain.suspicion import Suspicion
from coach.domain.vocabulary import Channel, Purpose
from coach.review import improve_message, review_message
from coach.review.praises import PRAISES
from coach.review.second_reader import GROWN, MOST, RULED
from tests.review.samples import GOOD, brief

SURE, UNSURE = (max(RULED.values()) + 1, min(RULED.values()) - 0.5)
NOTHING = "The kiln hums"


class Suspects:
    """Suspects what it is given to suspect, of a text that holds the word given if it is; its sentence gives most."""

    def __init__(self, word: str = "", **scores: float) -> None:
        self.word = word
        self.scores = {check.replace("_", "-"): score for check, score in scores.items()}
        self.read: list[tuple[str, str]] = []

    def flaws(
        self, about: str, text: str, sentences: Sequence[tuple[int, int]]
    ) -> Mapping[str, Suspicion]:
        self.read.append((about, text))
        each = tuple(
            float(bool(self.word) and self.word in text[start:end]) for start, end in sentences
        )
        known = self.scores if self.word in text else dict.fromkeys(self.scores, -1.0)
        return {check: Suspicion(score, each) for check, score in known.items()}

    def claims(self, given: str, text: str, new: object, clauses: object) -> None:
        """Nothing is said of its clauses."""


def found(text: str, second: Suspects | None = None, **how: object) -> dict[str, object]:
    told = review_message(text, second=second, **({"brief": brief()} | how))
    return {finding.check: finding for finding in told}


FLAWED = {
    "no-pressure": "You and the choir have an evening to fill.",
    "no-job-ask": "The choir is all ears.",
    "ask-low-commitment": (
        "The choir would be happy to see your face in the second row, and I would carry the folders, the"
        " stools and the tea for as many evenings as it takes me to learn what the altos do."
    ),
    "no-cliche": "The choir is all ears.",
    "no-flattery": "The choir is all ears.",
    "no-over-apology": "The choir is all ears.",
    "plain-language": "The harmonisation of choir participation awaits consideration.",
}


@pytest.mark.parametrize(("check", "flawed"), FLAWED.items())
def test_a_flaw_that_only_the_model_sees_quotes_the_sentence_that_gives_most_to_it(
    check: str, flawed: str
) -> None:
    text = GOOD.replace("What made", f"{flawed} What made")
    assert found(text)[check].passed
    told = found(text, Suspects("choir", **{check: 0.5}))[check]
    assert not told.passed
    assert told.quote == text[told.start : told.end] == flawed
    assert told.message
    assert told.fix


@pytest.mark.parametrize(
    "check",
    [
        "says-why-them",
        "question-specific",
        "offers-times",
        "ask-time-boxed",
        "easy-out",
        "says-who-you-are",
    ],
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


@pytest.mark.parametrize(
    ("check", "sound"),
    [
        ("no-pressure", "The choir is all ears."),
        ("no-pressure", "If the choir does not suit you, that is fine."),
        ("plain-language", "The choir is all ears."),
        ("no-over-apology", "Sorry that the choir is all ears."),
    ],
)
def test_a_sentence_that_cannot_have_a_flaw_is_not_quoted_for_it_however_it_sounds(
    check: str, sound: str
) -> None:
    text = GOOD.replace("What made", f"{sound} What made")
    assert sound not in found(text, Suspects("choir", **{check: 5.0}))[check].quote


@pytest.mark.parametrize(("score", "passed"), [(0.9, True), (1.1, False)])
def test_a_suspicion_falls_with_the_sentence_that_cannot_have_the_flaw(
    score: float, passed: bool
) -> None:
    """That sentence gives one to it; what is left has to be enough by itself."""
    text = GOOD.replace("What made", "If the choir does not suit you, that is fine. What made")
    told = found(text, Suspects("choir", no_pressure=score))["no-pressure"]
    assert told.passed is passed


@pytest.mark.parametrize("check", ["easy-out", "says-why-them"])
def test_what_the_rules_miss_may_be_there_in_words_they_do_not_know(check: str) -> None:
    text = (
        "Subject: How the choir sings by heart\n\nDear Dr. Ruiz,\n\nI am Priya Nair, an alto in Leeds. How does"
        " an alto learn to hold the second part by heart? Would you have 15 minutes for a call on Tuesday"
        " after 4?\n\nThank you,\nPriya"
    )
    known = {"brief": None, "channel": Channel.EMAIL, "purpose": Purpose.FIRST_CONTACT}
    assert not found(text, **known)[check].passed
    assert not found(text, Suspects(**{check: -UNSURE}), **known)[check].passed
    there = found(text, Suspects(**{check: -SURE}), **known)[check]
    assert there.passed
    assert there.message == PRAISES[check]


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
    parts = {"advice_done": -2.0, "advice_result": -1.0}
    told = found(text, Suspects(advice_linked_to_action=0.5, **parts), **how)
    assert "what came of it" in told["advice-linked-to-action"].fix
    assert "what you did" not in told["advice-linked-to-action"].fix


def test_a_subject_that_is_given_apart_is_read_with_the_message() -> None:
    second = Suspects("kiln", no_flattery=0.5)
    body = f"Dear Ana,\n\n{NOTHING}. Which glaze cracked first?\n\nThanks\nTom"
    told = review_message(body, subject="Glazes", second=second, channel=Channel.EMAIL)
    quoted = next(one.quote for one in told if one.check == "no-flattery")
    assert quoted == f"{NOTHING}."
    about, text = second.read[0]
    assert about == "first-contact email"
    assert text.startswith("Subject: Glazes\n\nDear Ana")


def test_nothing_need_be_asked_in_an_update() -> None:
    text = (
        "Hi Ana, you told me to ask for less. I asked, and they agreed at once. Could you read my plan? Would"
        " you tell me when?\n\nThank you,\nPriya"
    )
    how = {"brief": None, "channel": Channel.CHAT, "purpose": Purpose.PROGRESS_UPDATE}
    assert found(text, **how)["one-clear-ask"].passed
    assert found(text, Suspects(one_clear_ask=5.0), **how)["one-clear-ask"].passed


def test_a_text_longer_than_any_message_is_left_to_the_rules() -> None:
    second = Suspects("choir", no_flattery=5.0)
    text = GOOD.replace("What made", f"{'The choir is all ears. ' * MOST}What made")
    assert found(text, second)["no-flattery"].passed
    assert second.read == []


def test_what_the_second_reader_found_is_left_to_do_and_found_again_in_the_improved_draft() -> None:
    second = Suspects("choir", no_pressure=5.0)
    pushed = GOOD.replace("What made", f"{FLAWED['no-pressure']} What made")
    text = pushed.replace("Thank you", "Thanks").replace("If it does not suit you, ", "")
    findings = review_message(text, brief=brief(), second=second)
    made = improve_message(text, findings, brief=brief(), second=second)
    again = f"Subject: {made.improved.subject}\n\n{made.improved.body}"
    assert "no-pressure" in made.left
    left = {check for check, finding in found(again, second).items() if not finding.passed}
    assert left == set(made.left)


def test_no_change_is_proposed_that_the_second_reader_finds_wrong() -> None:
    text = GOOD.replace("Thank you", "Yours")
    assert not found(text)["thanks"].passed
    second = Suspects("you for reading this", no_flattery=5.0)
    findings = review_message(text, brief=brief(), second=second)
    made = improve_message(text, findings, brief=brief(), second=second)
    assert "reading this" not in "".join(change.after for change in made.changes)


class Wavers(Suspects):
    """Suspects flattery a little more with each text it reads."""

    def __init__(self, step: float) -> None:
        super().__init__()
        self.step = step

    def flaws(
        self, about: str, text: str, sentences: Sequence[tuple[int, int]]
    ) -> Mapping[str, Suspicion]:
        seen = [one for _, one in self.read]
        if text not in seen:
            self.read.append((about, text))
            seen.append(text)
        score = self.step * (seen.index(text) + 1) - 1.5 * self.step
        return {"no-flattery": Suspicion(score, (0.0,) * len(sentences))}


@pytest.mark.parametrize(("step", "taken"), [(0.5, True), (GROWN + 1, False)])
def test_a_message_near_the_level_keeps_no_change_away_that_hardly_moves_it(
    step: float, taken: bool
) -> None:
    text = GOOD.replace("Thank you", "Yours")
    second = Wavers(step)
    findings = review_message(text, brief=brief(), second=second)
    made = improve_message(text, findings, brief=brief(), second=second)
    assert ("Thank you" in "".join(change.after for change in made.changes)) is taken
