"""What the rules pass is read a second time, by a model that is passed in."""

from collections.abc import Sequence

import pytest

from coach.domain.vocabulary import Channel, Purpose
from coach.review import improve_message, review_message
from coach.review.second_reader import MOST
from tests.review.samples import GOOD, brief

PUSH = "The choir is all ears."
PUSHED = GOOD.replace("What made", f"{PUSH} What made")
UPDATE = (
    "Dear Dr. Ruiz,\n\nYou told me to ask for the smaller budget. I asked for it on Monday, and the board"
    " agreed at once.\n\nThank you,\nPriya"
)


class Hears:
    """Is sure of a sentence that holds the word given for a thing; of things not given, always or never."""

    def __init__(self, needs: bool = True, **words: str) -> None:
        self.words = {what.replace("_", "-"): word for what, word in words.items()}
        self.needs = needs
        self.asked: list[str] = []

    def margins(self, what: str, sentences: Sequence[str]) -> list[float]:
        self.asked.append(what)
        if what in self.words:
            return [0.1 if self.words[what] in text else -0.1 for text in sentences]
        shown = what.startswith("no-") or what in ("ask-low-commitment", "plain-language")
        return [-0.1 if shown or not self.needs else 0.1] * len(sentences)

    def flaws(self, about: str, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        """Read as a whole nothing is said of a message."""

    def claims(self, given: str, text: str, new: object, clauses: object) -> None:
        """Nothing is said of its clauses."""


def failed(text, second=None, **how):
    found = review_message(text, second=second, **({"brief": brief()} | how))
    return {f.check: f for f in found if not f.passed}


FLAWED = {
    "no-pressure": "You and the choir have an evening to fill.",
    "no-job-ask": PUSH,
    "ask-low-commitment": (
        "The choir would be happy to see your face in the second row, and I would carry the folders, the"
        " stools and the tea for as many evenings as it takes me to learn what the altos do."
    ),
    "no-cliche": PUSH,
    "no-flattery": PUSH,
    "no-over-apology": PUSH,
    "plain-language": "The harmonisation of choir participation awaits consideration.",
}


@pytest.mark.parametrize(("check", "flawed"), FLAWED.items())
def test_a_sentence_that_shows_a_flaw_is_quoted_with_a_reason_and_a_fix(check, flawed):
    text = GOOD.replace("What made", f"{flawed} What made")
    assert check not in failed(text)
    found = failed(text, Hears(**{check: "choir"}))[check]
    assert found.quote == text[found.start : found.end] == flawed
    assert found.message
    assert found.fix


@pytest.mark.parametrize(
    "check", ["says-why-them", "question-specific", "offers-times", "ask-time-boxed"]
)
def test_a_message_of_which_no_sentence_does_what_is_needed_fails_with_a_fix(check):
    found = failed(GOOD, Hears(**{check: "no such words"}))
    assert list(found) == [check]
    assert found[check].message
    assert found[check].fix


def test_one_sentence_that_does_what_is_needed_is_enough():
    assert not failed(GOOD, Hears(says_why_them="Summit", easy_out="understand"))


def test_the_part_of_an_update_that_is_missing_is_named():
    known = {"brief": None, "channel": Channel.CHAT, "purpose": Purpose.PROGRESS_UPDATE}
    assert not failed(UPDATE, **known)
    found = failed(UPDATE, Hears(advice_result="sold out"), **known)
    assert "what came of it" in found["advice-linked-to-action"].fix


def test_nothing_need_be_asked_in_an_update():
    known = {"brief": None, "channel": Channel.CHAT, "purpose": Purpose.PROGRESS_UPDATE}
    assert not failed(UPDATE, Hears(one_clear_ask="no such words"), **known)


def test_what_the_rules_fail_stays_in_their_words_and_is_not_read_again():
    text = GOOD.replace("Thank you", "I need your answer by Friday at the latest. Thank you")
    ruled = failed(text)["no-pressure"]
    second = Hears(no_pressure="What made")
    assert failed(text, second)["no-pressure"] == ruled
    assert "no-pressure" not in second.asked


@pytest.mark.parametrize(
    ("check", "sound"),
    [
        ("no-pressure", PUSH),
        ("plain-language", PUSH),
        ("no-over-apology", "Sorry that the choir is all ears."),
    ],
)
def test_a_sentence_that_cannot_have_a_flaw_is_left_alone_however_it_sounds(check, sound):
    text = GOOD.replace("What made", f"{sound} What made")
    assert check not in failed(text, Hears(**{check: "choir"}))


def test_a_text_longer_than_any_message_is_left_to_the_rules():
    second = Hears(no_pressure="choir")
    text = PUSHED.replace(PUSH, " ".join([PUSH] * MOST))
    assert "no-pressure" not in failed(text, second)
    assert second.asked == []


def test_what_the_second_reader_found_is_left_to_do_and_found_again_in_the_improved_draft():
    second = Hears(no_pressure="choir")
    pushed = PUSHED.replace(PUSH, FLAWED["no-pressure"])
    text = pushed.replace("Thank you", "Thanks").replace("If it does not suit you, ", "")
    findings = review_message(text, brief=brief(), second=second)
    made = improve_message(text, findings, brief=brief(), second=second)
    again = f"Subject: {made.improved.subject}\n\n{made.improved.body}"
    assert "no-pressure" in made.left
    assert set(failed(again, second)) == set(made.left)


def test_no_change_is_proposed_that_the_second_reader_finds_wrong():
    text = GOOD.replace("Thank you", "Yours")
    assert "thanks" in failed(text)
    second = Hears(no_flattery="reading this")
    findings = review_message(text, brief=brief(), second=second)
    made = improve_message(text, findings, brief=brief(), second=second)
    assert "reading this" not in "".join(change.after for change in made.changes)


class Surely(Hears):
    """As sure of a sentence that holds the word given as can be."""

    def margins(self, what: str, sentences: Sequence[str]) -> list[float]:
        return [8 * margin for margin in super().margins(what, sentences)]


WITHOUT = {
    "easy-out": ("Should the choir be calling, the choir comes first.", "choir"),
    "says-why-them": ("Old Fen swears by the Thursdays.", "Fen"),
}


@pytest.mark.parametrize(("check", "said"), WITHOUT.items())
def test_what_the_rules_miss_may_be_there_in_words_they_do_not_know(check, said):
    sentence, word = said
    text = (
        "Subject: How the choir sings by heart\n\nDear Dr. Ruiz,\n\nI am Priya Nair, an alto in Leeds."
        f" {sentence} How does an alto learn to hold the second part by heart? Would you have 15 minutes for a"
        " call on Tuesday after 4?\n\nThank you,\nPriya"
    )
    known = {"brief": None, "channel": Channel.EMAIL, "purpose": Purpose.FIRST_CONTACT}
    name = check.replace("-", "_")
    assert check in failed(text, **known)
    assert check in failed(text, Hears(**{name: "no such words"}), **known)
    assert check not in failed(text, Surely(**{name: word}), **known)


def test_words_that_are_wrong_stay_wrong_however_sure_it_is_of_others():
    asks = "Would you read my plan, introduce me to the bishop, and lend me your organ for a week?"
    text = GOOD.replace("What made", f"{asks} What made")
    assert "one-clear-ask" in failed(text)
    assert "one-clear-ask" in failed(text, Surely(one_clear_ask="plan"))
