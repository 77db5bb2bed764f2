"""A brief that can be put in fewer ways than asked for is said to be so."""

from coach.domain.brief import OutreachBrief
from coach.use_cases.ways import different, only, told_by
from coach.writing.builtin import BuiltInWriter
from tests.writing.people import mara


def test_drafts_that_differ_in_a_joining_phrase_only_count_as_one(writer: BuiltInWriter) -> None:
    brief = mara(purpose="thank-you", topic="thanks for holding the ladder")
    drafts = [writer.outreach(brief, variant) for variant in range(3)]
    assert len({draft.body for draft in drafts}) > len(different(drafts)) == 1


def test_another_subject_or_request_is_not_another_way(writer: BuiltInWriter) -> None:
    first = writer.outreach(mara(connection="we met at the regatta"))
    ask = next(one for one in first.sentences if one.move == "ask")
    worded = ask.model_copy(update={"text": "Could we talk?"})
    other = first.model_copy(
        update={
            "subject": "Another",
            "sentences": tuple(worded if one is ask else one for one in first.sentences),
        }
    )
    assert told_by(first) == told_by(other)


def test_another_order_is_another_way(writer: BuiltInWriter) -> None:
    brief: OutreachBrief = mara(connection="we met at the regatta", questions=["How long is it?"])
    assert len(different(writer.outreach(brief, variant) for variant in range(3))) == 3


def test_how_many_there_are_is_said_with_what_makes_more() -> None:
    assert only(1).startswith("There is only one way")
    assert only(2).startswith("There are only 2 different ways")
    assert "makes room for another" in only(1)
