"""The table of fragments: what people type in each box, and the sentence that must come of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from coach.domain.brief import OutreachBrief
from coach.writing.connection import connection_piece
from coach.writing.introduction import who_piece
from coach.writing.lexicon import load_lexicon
from coach.writing.matter import matter_of
from coach.writing.piece import Piece
from coach.writing.questions import questions_of
from coach.writing.reasons import why_piece
from coach.writing.request import times_piece
from coach.writing.voice import voice_for
from coach.writing.wording import load_wording
from tests.conftest import KNOWLEDGE

TABLE: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "fragments.yaml").read_text(encoding="utf-8")
)
ROWS = [(slot, row["typed"], row["becomes"]) for slot, rows in TABLE.items() for row in rows]
RUIZ = {"name": "Dr. Elena Ruiz", "role": "director of analytics", "organisation": "Harbor Health"}


def sentence_for(slot: str, typed: str) -> str:
    """What the writer makes of ``typed`` in ``slot``, all else being equal."""
    sender: dict[str, Any] = {"name": "Priya Nair"}
    fields: dict[str, Any] = {"topic": "x y"}
    if slot.startswith("sender."):
        sender |= {"role": "data analyst", "organisation": "Northfield Hospital"}
        sender[slot.removeprefix("sender.")] = typed
    elif slot == "ask.when":
        fields["ask"] = {"kind": "video", "when": typed}
    else:
        fields[slot] = typed
    brief = OutreachBrief.model_validate({"sender": sender, "recipient": RUIZ, **fields})
    voice = voice_for(brief, load_lexicon(KNOWLEDGE))
    wording = load_wording(KNOWLEDGE, "outreach")
    if slot == "topic":
        matter = matter_of(brief, voice)
        return matter.about or matter.statement or matter.asked
    if slot == "questions":
        return "; ".join(asked.text for asked in questions_of(brief, voice))
    pieces: dict[str, Piece | None] = {
        "connection": connection_piece(brief, voice, wording),
        "why_them": why_piece(brief, voice, wording),
        "sender.role": who_piece(brief, voice),
        "sender.facts": who_piece(brief, voice),
        "ask.when": times_piece(brief, voice, wording),
    }
    piece = pieces[slot]
    return piece.text if piece else ""


@pytest.mark.parametrize(("slot", "typed", "becomes"), ROWS)
def test_a_fragment_becomes_this_sentence(slot: str, typed: str, becomes: str) -> None:
    assert sentence_for(slot, typed) == becomes


def test_the_table_has_at_least_thirty_fragments_for_every_slot() -> None:
    assert {slot: len(rows) >= 30 for slot, rows in TABLE.items()} == dict.fromkeys(
        ["connection", "why_them", "topic", "questions", "sender.role", "sender.facts", "ask.when"],
        True,
    )


@pytest.mark.parametrize("slot", list(TABLE))
@pytest.mark.parametrize("typed", ["n/a", "-", "not sure yet", "…", "🙂", "?"])
def test_an_answer_that_says_nothing_adds_nothing(slot: str, typed: str) -> None:
    assert sentence_for(slot, typed) == sentence_for(slot, "none")
