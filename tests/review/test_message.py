"""The contract of review_message: what is run, where it points, and that nothing breaks it."""

import signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.vocabulary import Channel, Purpose, Severity
from coach.review import review_message
from coach.review.registry import OUTREACH
from coach.review.text import MAX_READ
from tests.review.samples import GOOD, TODAY, brief, failed, review

FOR_EVER = 100
"""Seconds; many times what the slowest takes on a busy machine."""
MUST = (
    "names-recipient says-who-you-are says-why-them one-clear-ask ask-time-boxed ask-low-commitment "
    "question-specific length-fits-channel has-subject no-placeholder no-unsupported-claim "
    "no-private-note no-pressure no-job-ask follow-up-capped advice-linked-to-action "
    "evidence-of-impact forwardable-blurb"
).split()
SHOULD = (
    "subject-specific easy-out offers-times few-questions no-cliche no-over-apology no-flattery "
    "plain-language thanks tone-fits"
).split()


def test_every_check_of_the_design_is_registered_with_its_severity():
    assert {c.id for c in OUTREACH if c.severity is Severity.MUST} == set(MUST)
    assert {c.id for c in OUTREACH if c.severity is Severity.SHOULD} == set(SHOULD)
    assert {c.id for c in OUTREACH if c.severity is Severity.NOTE} == {"offers-back"}


def test_a_good_message_passes_everything():
    assert failed(GOOD, given=brief()) == set()


def test_checks_that_do_not_apply_are_absent():
    found = review(GOOD, given=brief())
    assert not found.keys() & {
        "follow-up-capped",
        "advice-linked-to-action",
        "evidence-of-impact",
        "forwardable-blurb",
    }
    without_brief = review(GOOD)
    assert not without_brief.keys() & {"no-unsupported-claim", "no-private-note", "tone-fits"}
    assert "has-subject" not in review(GOOD, channel="chat")


def test_a_missing_subject_fails_only_the_first_of_the_two_subject_checks():
    found = review("Dear Dr. Ruiz,\n\nhello")
    assert not found["has-subject"].passed
    assert "subject-specific" not in found


def test_a_subject_given_apart_makes_the_text_the_body():
    body = GOOD.split("\n", 1)[1]
    found = review(body, given=brief(), subject="Management or technical track")
    assert found["has-subject"].passed
    assert found["subject-specific"].passed


@pytest.mark.parametrize(
    "line", ["subject: Forecasting", "\n\nSUBJECT: Forecasting", "Re: Forecasting"]
)
def test_the_subject_line_is_read_in_the_ways_people_write_it(line):
    assert review(f"{line}\n\nDear Elena,\n\nhello")["has-subject"].passed


def test_failed_findings_say_why_and_what_to_do_and_passed_ones_have_no_fix():
    for finding in review("hello, please reply asap").values():
        assert finding.message
        assert bool(finding.fix) is not finding.passed


def test_quotes_are_exactly_the_text_between_the_offsets():
    text = "Dear Dr. Ruiz,\r\n\r\nI’m  “just a” nobody – please reply ASAP.\n\n[name]"
    for finding in review(text, given=brief()).values():
        assert finding.quote == text[finding.start : finding.end]
    assert review(text)["no-placeholder"].quote == "[name]"


def test_findings_carry_the_cards_of_their_topics():
    found = review_message("Dear Elena,", today=TODAY, cards={"who-you-are": ["say-who-you-are"]})
    cards = {f.check: f.cards for f in found}
    assert cards["says-who-you-are"] == ("say-who-you-are",)
    assert cards["thanks"] == ()


def test_channel_and_purpose_come_from_the_brief_unless_given():
    note = brief(channel="linkedin-note", purpose="follow-up")
    checks = {f.check for f in review_message("Hi Elena", brief=note, today=TODAY)}
    assert "follow-up-capped" in checks
    assert "has-subject" not in checks
    assert "has-subject" in {
        f.check for f in review_message("Hi Elena", brief=note, channel=Channel.EMAIL, today=TODAY)
    }


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "?", "Subject:"])
def test_an_empty_text_fails_calmly(text):
    assert "names-recipient" in failed(text, given=brief())


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(max_size=400), purpose=st.sampled_from(Purpose), channel=st.sampled_from(Channel)
)
def test_any_text_is_reviewed_with_exact_quotes(text, purpose, channel):
    found = review_message(text, brief=brief(), purpose=purpose, channel=channel, today=TODAY)
    assert all(f.quote == text[f.start : f.end] for f in found)


@pytest.fixture
def not_for_ever():
    """Ends what would go on for ever; no measure of speed."""

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(FOR_EVER)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


WORDS = st.sampled_from(
    "I you your the could we talk 20 minutes ? . , Dear Elena \n \n\n sorry mentor [name] job CV if not "
    "thank reply by Friday I'm a data analyst Subject: “quoted” — 2026-11-03 yesterday 😀".split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(WORDS, max_size=80), purpose=st.sampled_from(Purpose))
def test_any_jumble_of_message_words_is_reviewed_with_exact_quotes(pieces, purpose):
    text = " ".join(pieces)
    found = review_message(text, brief=brief(), purpose=purpose, today=TODAY)
    assert all(f.quote == text[f.start : f.end] for f in found)


@pytest.mark.parametrize(
    "piece", ["a", "I you ", "?! ", "- ", '"', "\n", "my very very ", "[", "1 "]
)
@pytest.mark.usefixtures("not_for_ever")
def test_a_huge_paste_does_not_hang(piece):
    text = piece * (2_000_000 // len(piece))
    findings = review_message(text, brief=brief(), today=TODAY)
    assert "length-fits-channel" in {f.check for f in findings}
    assert all(f.end <= MAX_READ for f in findings)


class TestNames:
    """names-recipient"""

    @pytest.mark.parametrize(
        "greeting",
        ["Dear Dr. Ruiz,", "Hi Elena,", "Dear Elena Ruiz,", "hi elena", "ELENA,", "Hello, Elena!"],
    )
    def test_the_name_as_the_brief_spells_it_passes(self, greeting):
        assert "names-recipient" not in failed(f"{greeting}\n\nhello", given=brief())

    @pytest.mark.parametrize(
        "greeting",
        [
            "Dear Dr. Ruis,",
            "Dear Elana,",
            "Dear Dr. Rúiz,",
            "Hi there,",
            "Dear Dr. Chen,",
            "Hi Priya,",
        ],
    )
    def test_another_spelling_or_no_name_fails(self, greeting):
        assert "names-recipient" in failed(f"{greeting}\n\nhello", given=brief())

    @pytest.mark.parametrize(
        "greeting", ["Dear Dr Sheikh,", "Hello Imran,", "Dear Dr Imran Sheikh,"]
    )
    def test_a_family_name_that_is_a_title_elsewhere_is_a_name(self, greeting):
        given = brief(recipient={"name": "Dr Imran Sheikh"})
        assert "names-recipient" not in failed(f"{greeting}\n\nhello", given=given)
        assert "names-recipient" in failed("Dear Dr,\n\nhello", given=given)

    def test_an_introduction_is_addressed_to_the_go_between(self):
        asked = brief(purpose="introduction-request", via="Petra Holm")
        options = {"given": asked, "purpose": "introduction-request"}
        assert "names-recipient" not in failed("Dear Petra,\n\nhello", **options)
        assert "names-recipient" in failed("Dear Elena,\n\nhello", **options)

    @pytest.mark.parametrize(
        "greeting",
        [
            "Dear Sir or Madam,",
            "To whom it may concern,",
            "Hi there,",
            "Dear [Name],",
            "Dear Mr. XX,",
            "Good day! I'm a caregiver in Iloilo.",
            "Hey Coach,",
        ],
    )
    def test_without_a_brief_a_greeting_to_nobody_fails(self, greeting):
        assert "names-recipient" in failed(f"{greeting}\n\nI am a nurse.")

    @pytest.mark.parametrize(
        "greeting", ["Dear Ing. Nováková,", "Thanks again for yesterday, Mr Ade!", "Dear Ms. Bos,"]
    )
    def test_without_a_brief_a_name_after_any_title_passes(self, greeting):
        assert "names-recipient" not in failed(f"{greeting}\n\nI am a nurse.")


class TestLength:
    """length-fits-channel"""

    @pytest.mark.parametrize(
        ("channel", "words", "fits"),
        [
            ("email", 180, True),
            ("email", 181, False),
            ("linkedin-message", 150, True),
            ("linkedin-message", 151, False),
            ("chat", 120, True),
            ("chat", 121, False),
        ],
    )
    def test_words_are_counted(self, channel, words, fits):
        text = "Subject: x\n\n" + "word " * words if channel == "email" else "word " * words
        assert ("length-fits-channel" not in failed(text, channel=channel)) is fits

    @pytest.mark.parametrize(("size", "fits"), [(300, True), (301, False)])
    def test_a_linkedin_note_counts_characters(self, size, fits):
        assert ("length-fits-channel" not in failed("a" * size, channel="linkedin-note")) is fits

    def test_a_free_account_has_200_characters(self):
        free = brief(channel="linkedin-note", private_notes=["I only have a free account"])
        options = {"given": free, "channel": "linkedin-note"}
        assert "length-fits-channel" in failed("a" * 201, **options)
        assert "length-fits-channel" not in failed("a" * 200, **options)


class TestFollowUp:
    """follow-up-capped"""

    @pytest.mark.parametrize(
        "said",
        [
            "This is my third follow-up.",
            "I wrote to you two days ago.",
            "I emailed you yesterday.",
            "I reminded you in June and again in July.",
            "I sent my first note at the weekend.",
        ],
    )
    def test_a_third_or_early_follow_up_fails(self, said):
        assert "follow-up-capped" in failed(f"Dear Elena,\n\n{said}", purpose="follow-up")

    @pytest.mark.parametrize(
        "said",
        ["I wrote to you two weeks ago.", "I wrote on 3 November.", "This is my second note."],
    )
    def test_a_second_patient_one_passes(self, said):
        assert "follow-up-capped" not in failed(f"Dear Elena,\n\n{said}", purpose="follow-up")

    @pytest.mark.parametrize(
        ("history", "fine"),
        [
            ([("2026-11-10", "first message, no reply")], True),
            ([("2026-11-20", "first message, no reply")], False),
            ([("2026-10-01", "wrote"), ("2026-11-01", "followed up")], True),
            (
                [("2026-10-01", "wrote"), ("2026-10-12", "followed up"), ("2026-11-01", "again")],
                True,
            ),
            (
                [("2026-10-01", "wrote"), ("2026-10-12", "follow-up"), ("2026-11-01", "follow-up")],
                False,
            ),
        ],
    )
    def test_the_history_of_the_brief_counts(self, history, fine):
        told = brief(purpose="follow-up", history=[{"date": d, "what": w} for d, w in history])
        found = failed("Dear Elena,\n\nhello", given=told, purpose="follow-up")
        assert ("follow-up-capped" not in found) is fine
