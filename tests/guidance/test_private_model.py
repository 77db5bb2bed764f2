"""The local model finds private notes in words they do not share, and leaves ordinary sentences alone."""

import pytest

from coach.errors import KnowledgeError, StorageError
from coach.guidance.embedding import LocalEmbedding
from coach.guidance.private_model import PrivateModel
from coach.review import default_knowledge

PUBLIC = [
    "data analyst",
    "Northfield Hospital",
    "choosing between management and a technical track",
]
TOLD = [
    ("my manager wants to get rid of me", "The person I report to would like to see me gone."),
    ("I suffer from migraines", "Severe headaches keep me at home now and then."),
    ("my husband lost his job", "At home we now live on one income."),
    ("I am thinking of quitting in summer", "I may not be here after July."),
    ("I find her cold and distant", "You can seem a little unfriendly."),
]
NOTES = [note for note, _ in TOLD]
ORDINARY = [
    "I am a data analyst at Northfield Hospital.",
    "Would you have twenty minutes for a call next week?",
    "If you are too busy, I completely understand.",
    "What made you choose management?",
    "Your article helped me to see what I want.",
    "My manager suggested that I look for a mentor.",
]


@pytest.fixture(scope="module")
def embedding():
    return LocalEmbedding()


@pytest.fixture(scope="module")
def knowledge():
    return default_knowledge()


@pytest.fixture(scope="module")
def model(knowledge, tmp_path_factory, embedding):
    return PrivateModel(knowledge, tmp_path_factory.mktemp("home"), lambda: embedding)


@pytest.mark.parametrize(("note", "clause"), TOLD)
def test_a_note_in_other_words_shows(note, clause, model):
    assert model.reader().shows([clause], [note], PUBLIC) == [True]


@pytest.mark.parametrize("clause", ORDINARY)
def test_what_such_messages_say_anyway_shows_no_note(clause, model):
    assert model.reader().shows([clause], NOTES, PUBLIC) == [False]


def test_what_may_be_told_gives_nothing_away(model):
    note, clause = TOLD[0]
    assert model.reader().shows([clause], [note], [*PUBLIC, clause]) == [False]


def test_nothing_to_compare_shows_nothing(model):
    assert model.reader().shows([], NOTES, PUBLIC) == []
    assert model.reader().shows(["I may not be here after July."], [], PUBLIC) == [False]
    assert model.reader().shows(["Thank you."], NOTES, []) == [False]


def test_a_reader_embeds_no_text_twice(model, embedding):
    class Counting:
        seen: list[str] = []

        def embed(self, texts, progress=None):
            self.seen.extend(texts)
            return embedding.embed(texts)

    reader = model.reader()
    reader._embedding = Counting()
    for _ in range(3):
        reader.shows(ORDINARY, NOTES, PUBLIC)
    assert len(Counting.seen) == len(set(Counting.seen))


def test_the_examples_are_embedded_once_and_nothing_of_a_brief_is_kept(
    knowledge, tmp_path, embedding
):
    PrivateModel(knowledge, tmp_path, lambda: embedding).reader().shows(ORDINARY, NOTES, PUBLIC)
    kept = list(tmp_path.iterdir())
    assert [path.suffix for path in kept] == [".npz"]
    before = kept[0].read_bytes()
    PrivateModel(knowledge, tmp_path, lambda: embedding).reader().shows(ORDINARY, NOTES, [])
    assert kept[0].read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"not a file of vectors"])
def test_a_damaged_file_of_examples_is_made_again(damage, knowledge, tmp_path, embedding):
    PrivateModel(knowledge, tmp_path, lambda: embedding).reader()
    next(tmp_path.iterdir()).write_bytes(damage)
    note, clause = TOLD[0]
    reader = PrivateModel(knowledge, tmp_path, lambda: embedding).reader()
    assert reader.shows([clause], [note], PUBLIC) == [True]


@pytest.mark.parametrize(
    "content",
    ["", "themes: {}", "themes: {a: [x]}\nordinary: []", "themes: {a: []}\nordinary: [x]", "- x"],
)
def test_examples_that_are_wrong_name_their_file(content, tmp_path, embedding):
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "private.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"private\.yaml"):
        PrivateModel(tmp_path, tmp_path, lambda: embedding).reader()


def test_a_model_that_cannot_be_loaded_says_so_when_it_is_opened(knowledge, tmp_path):
    def broken():
        raise StorageError("The embedding model cannot be loaded.", "Reinstall it.")

    with pytest.raises(StorageError):
        PrivateModel(knowledge, tmp_path, broken).reader()
