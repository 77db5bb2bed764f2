"""Records are what the briefs tell, each once, and never a private note."""

from coach.use_cases.told_records import ToldRecords


def test_nobody_told_of_is_nobody_known():
    assert (ToldRecords().people(), ToldRecords().meetings()) == ((), ())


def test_a_person_told_of_twice_is_known_once(priya):
    known = ToldRecords([priya(), priya(kind="agenda")]).people()
    assert [(one.name, one.organisation) for one in known] == [("Dr. Elena Ruiz", "Harbor Health")]


def test_what_happened_and_what_is_open_is_on_record(priya):
    told = ToldRecords(
        [
            priya(history=[{"date": "3 May", "what": "met", "advice": "keep a log"}]),
            priya(kind="agenda", open_actions=["send the outline"], last_advice=["ask earlier"]),
            priya(kind="reflection", notes=["she said to wait"], commitments=["write by Friday"]),
        ]
    ).meetings()
    assert ("3 May", "met", "keep a log") in [(one.date, one.what, one.advice) for one in told]
    assert {"send the outline", "write by Friday"} <= {one.action for one in told}
    assert "ask earlier" in {one.advice for one in told}
    assert "she said to wait" in {one.what for one in told}


def test_private_notes_and_feelings_are_not_on_record(priya):
    told = ToldRecords(
        [priya(kind="reflection", notes=["we met"], private_notes=["secret"], feelings=["hurt"])]
    )
    assert "secret" not in f"{told.people()}{told.meetings()}"
    assert "hurt" not in f"{told.people()}{told.meetings()}"
