"""Findings in the order in which they decide whether the reader answers."""

from coach.domain.results import Finding
from coach.domain.vocabulary import Severity
from coach.review.ordering import READERS_ORDER, come_after, first_things, in_readers_order
from coach.review.registry import OUTREACH


def failed(check: str, severity: Severity = Severity.MUST) -> Finding:
    return Finding(check=check, passed=False, severity=severity, message="why", fix="how")


def test_every_check_of_a_message_has_its_place_and_no_other_does():
    placed = [check for _, checks in READERS_ORDER for check in checks]
    assert sorted(placed) == sorted(check.id for check in OUTREACH)


def test_must_comes_before_should_before_note():
    found = [
        failed("offers-back", Severity.NOTE),
        failed("thanks", Severity.SHOULD),
        failed("has-subject"),
    ]
    assert [f.check for f in in_readers_order(found)] == ["has-subject", "thanks", "offers-back"]


def test_among_equals_the_reader_asks_who_before_what_before_how():
    checks = [
        "length-fits-channel",
        "no-pressure",
        "one-clear-ask",
        "says-why-them",
        "no-placeholder",
    ]
    ordered = [f.check for f in in_readers_order(map(failed, checks))]
    assert ordered == list(reversed(checks))


def test_five_are_shown_and_the_rest_is_counted():
    checks = [check for _, checks in READERS_ORDER for check in checks][:8]
    first = first_things(map(failed, checks))
    assert [f.check for f in first.shown] == checks[:5]
    assert come_after(first.rest) == "3 smaller things come after these."
    assert come_after(first.rest[:1]) == "1 smaller thing comes after these."
    assert come_after(()) == ""


def test_what_passed_is_kept_behind_and_never_among_the_first():
    passed = Finding(check="thanks", passed=True, severity=Severity.SHOULD, message="ok")
    found = in_readers_order([passed, failed("has-subject")])
    assert [f.check for f in found] == ["has-subject", "thanks"]
    assert first_things([passed]).shown == ()
