"""What a mentee does in a turn is found, with the words it stands in."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.rehearsal import Move
from coach.errors import KnowledgeError
from coach.rehearsal.cues import Cues, default_knowledge, load_cues
from coach.rehearsal.moves import moves_in
from coach.rehearsal.speech import Exchange, speech

ROWS = (Path("evals/datasets/rehearsal-dev.jsonl")).read_text(encoding="utf-8").splitlines()
TURNS = [turn["mentee"] for row in ROWS[::6] for turn in json.loads(row)["turns"]]
TEXTS = st.one_of(
    st.text(max_size=300),
    st.sampled_from(TURNS),
    st.lists(st.sampled_from(TURNS), min_size=2, max_size=3).map(" ".join),
)


def found(turn: str, before: str = "", earlier: tuple[Exchange, ...] = ()) -> set[Move]:
    return {one.move for one in moves_in(turn, before, earlier)}


@pytest.mark.parametrize(
    ("turn", "before", "move"),
    [
        ("Thank you for the hour you gave me.", "", Move.THANKS),
        ("I'm a nurse on a night ward in Hull.", "What do you do?", Move.CONTEXT),
        ("I heard your talk on the canal, that's why I wrote.", "", Move.CONNECTION),
        ("What made you leave the bank in the second year?", "", Move.OPEN_QUESTION),
        ("Did you tell your team before you left?", "", Move.CLOSED_QUESTION),
        ("What made you leave the bank in the second year?", "", Move.SPECIFIC_QUESTION),
        (
            "So the list did the talking, and you only had to show it. I could do that.",
            "I didn't argue. I showed them a list of bugs.",
            Move.REFLECTS,
        ),
        (
            "I rang two of them, the third never answered.",
            "Did you ring them?",
            Move.SHARES_PROGRESS,
        ),
        ("How did I come across in the meeting?", "", Move.ASKS_FEEDBACK),
        ("I'll send you the draft on Friday.", "", Move.PROPOSES_NEXT_STEP),
        ("It can wait until after your holiday, there's no rush.", "", Move.RESPECTS_TIME),
        (
            "If your team needs the slides done, I'd gladly build them for you.",
            "",
            Move.OFFERS_BACK,
        ),
        ("Would you put me forward for the panel?", "", Move.ADVOCACY_ASK),
        ("Complaints are down from thirty to six a month.", "", Move.EVIDENCE_OF_IMPACT),
        ("I'd rather not talk about my family in here.", "", Move.SETS_BOUNDARY),
        ("Any advice for me?", "What can I do for you?", Move.VAGUE_ASK),
        ("Sorry, I'm so sorry to bother you.", "", Move.OVER_APOLOGY),
        ("Do you have any jobs going at your place?", "", Move.JOB_ASK),
        ("That's not fair, it's not my fault.", "Your report was late.", Move.DEFENSIVE),
        ("You're the greatest leader I've ever met.", "", Move.FLATTERY),
        (
            "You're the best boss in the whole company.",
            "Did you ring the supplier?",
            Move.IGNORES_QUESTION,
        ),
    ],
)
def test_each_move_is_found_where_it_is_plainly_made(turn: str, before: str, move: Move) -> None:
    assert move in found(turn, before)


def test_a_long_turn_nobody_asked_for_is_a_monologue() -> None:
    turn = "and then I went to the next place, where it was much the same, " * 9
    assert Move.MONOLOGUE in found(turn, "What is your question?")


def test_a_long_answer_in_short_sentences_to_tell_me_is_no_monologue() -> None:
    turn = "I rang the first one. She was glad of it. " * 14
    assert Move.MONOLOGUE not in found(turn, "Tell me how it went.")


@pytest.mark.parametrize(
    ("turn", "move"),
    [
        ("Thanks, but no.", Move.THANKS),
        ("I'm sorry I missed Tuesday.", Move.OVER_APOLOGY),
        ("Could you introduce me to her?", Move.CLOSED_QUESTION),
        ("It's Tuesday today, isn't it?", Move.CLOSED_QUESTION),
        ("I'll think about it.", Move.PROPOSES_NEXT_STEP),
        ("I was wondering how you chose the first person you hired.", Move.CLOSED_QUESTION),
    ],
)
def test_what_only_looks_like_a_move_is_left_alone(turn: str, move: Move) -> None:
    assert move not in found(turn)


def test_a_question_needs_no_question_mark() -> None:
    turn = "I was wondering how you chose the first person you hired."
    assert Move.OPEN_QUESTION in found(turn)


def test_silence_holds_no_move() -> None:
    assert moves_in("", "What do you think?") == ()
    assert moves_in(" … ", "What do you think?") == ()


def test_words_of_the_exchange_before_can_be_taken_up_later() -> None:
    earlier = (Exchange("I kept a red notebook by the boiler.", "Did you?"),)
    said = "I bought a red notebook as well, and I keep mine by the boiler, as you did."
    assert Move.REFLECTS in found(said, "Go on.", earlier)
    assert Move.REFLECTS not in found(said, "Go on.")


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_span_lies_in_the_turn_and_each_move_comes_once(turn: str, before: str) -> None:
    spans = moves_in(turn, before)
    assert all(0 <= one.start < one.end <= len(turn) for one in spans)
    assert len({one.move for one in spans}) == len(spans)


@given(st.text(max_size=400))
@settings(deadline=None)
def test_words_and_sentences_stand_where_they_say(text: str) -> None:
    for sentence in speech(text).sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert all(text[word.start : word.end] == word.written for word in sentence.words)


def cues(tmp_path: Path, pattern: str) -> Cues:
    (tmp_path / "wording").mkdir()
    text = f'words:\n  day: monday friday\ncues:\n  it:\n    - "{pattern}"\n'
    (tmp_path / "wording" / "moves.yaml").write_text(text, encoding="utf-8")
    return load_cues(tmp_path)


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("by <day>", "It is done by Friday.", True),
        ("by <day>", "It is done by June.", False),
        ("if .. helps", "If it really helps, yes.", True),
        ("if .. helps", "If it is of any use and helps, yes.", False),
        ("^ so", "I think so.", False),
        ("^ so", "I see, so you left.", True),
        ("# minutes", "Twenty minutes, or 5 minutes.", True),
        ("told @", "I told Amira.", True),
        ("told @", "I told nobody.", False),
        ("i'm very? glad", "I'm glad.", True),
        ("is *ing", "It is snowing.", True),
        ("touch $", "Stay in touch.", True),
        ("touch $", "We touch on it.", False),
    ],
)
def test_a_pattern_means_what_its_description_says(
    tmp_path: Path, pattern: str, text: str, fits: bool
) -> None:
    assert (cues(tmp_path, pattern).said("it", speech(text)) is not None) is fits


@pytest.mark.parametrize("pattern", ["<month> next", "very? glad", ".. glad"])
def test_a_pattern_that_cannot_work_is_named(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(KnowledgeError, match="it"):
        cues(tmp_path, pattern)


def test_a_cue_that_is_missing_is_named() -> None:
    with pytest.raises(KnowledgeError, match="nothing-of-the-kind"):
        load_cues(default_knowledge()).said("nothing-of-the-kind", speech("Hello there."))


def test_what_could_have_been_done_is_no_step_and_what_will_be_done_instead_is_one():
    heard = "What stopped you?"
    missed = "I could have asked Tom on Monday to let me watch the second delivery."
    assert Move.PROPOSES_NEXT_STEP not in found(missed, heard)
    assert Move.PROPOSES_NEXT_STEP in found(f"{missed[:-1]}, so I'll ask him tomorrow.", heard)
