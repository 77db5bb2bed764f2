"""Every sentence says where it came from."""

from coach.domain.results import Sentence
from coach.domain.vocabulary import Support
from coach.ui.provenance import OWN, pieces

SENTENCES = (
    Sentence(
        text="Dear Dr. Lee,", move="greeting", sources=("recipient.name",), support=Support.BRIEF
    ),
    Sentence(text="I hope to learn.", move="why", support=Support.UNSUPPORTED),
    Sentence(text="Thank you.", move="thanks"),
)


def marks(body: str) -> list[tuple[str, str]]:
    return [(piece.text, piece.rests_on) for piece in pieces(body, SENTENCES)]


def test_an_unchanged_message_is_the_drafts_sentences() -> None:
    assert marks("Dear Dr. Lee,\n\nI hope to learn. Thank you.") == [
        ("Dear Dr. Lee,", "brief"),
        ("I hope to learn.", "unsupported"),
        ("Thank you.", "wording"),
    ]


def test_words_between_sentences_are_the_persons_own() -> None:
    assert ("Mine.", OWN) in marks("Dear Dr. Lee,\n\nMine. Thank you.")


def test_words_at_the_end_are_the_persons_own() -> None:
    assert marks("Thank you.\n\nPS: mine.")[-1] == ("PS: mine.", OWN)


def test_a_message_written_anew_is_all_the_persons_own() -> None:
    assert marks("One.\n\nTwo.") == [("One.", OWN), ("Two.", OWN)]


def test_an_empty_message_has_no_pieces() -> None:
    assert marks("") == []
