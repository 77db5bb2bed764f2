"""The local model finds private notes in words they do not share, and leaves ordinary sentences alone."""

from string import ascii_lowercase

import numpy as np
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


@pytest.mark.parametrize(
    ("note", "clause"),
    [
        ("I found our meetings tedious", "Our meetings were never long."),
        ("the customer wants to leave us", "The customer has forty shops."),
        ("my sister thinks the course is a waste", "The course ends in summer."),
    ],
)
def test_a_shared_topic_is_no_shared_secret(note, clause, model):
    assert model.reader().shows([clause], [note], PUBLIC) == [False]


def test_nothing_to_compare_shows_nothing(model):
    assert model.reader().shows([], NOTES, PUBLIC) == []
    assert model.reader().shows(["I may not be here after July."], [], PUBLIC) == [False]
    assert model.reader().shows(["Thank you."], NOTES, []) == [False]


class Letters:
    """Vectors of the letters in a text; remembers what it was given."""

    def __init__(self):
        self.seen = []

    def verify(self):
        pass

    def embed(self, texts, progress=None):
        self.seen.extend(texts)
        rows = np.array([[text.count(letter) + 1 for letter in ascii_lowercase] for text in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def embed_query(self, text):
        return self.embed([text])[0]


def test_no_text_is_embedded_twice(knowledge, tmp_path):
    letters = Letters()
    for _ in range(2):
        reader = PrivateModel(knowledge, tmp_path, lambda: letters).reader()
    for _ in range(3):
        reader.shows(ORDINARY, NOTES, PUBLIC)
    assert len(letters.seen) == len(set(letters.seen))


def test_nothing_of_a_brief_is_kept(knowledge, tmp_path):
    letters = Letters()
    model = PrivateModel(knowledge, tmp_path, lambda: letters)
    model.reader()
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert [path.suffix for path in kept] == [".npz"]
    model.reader().shows(ORDINARY, NOTES, PUBLIC)
    model.reader().shows(ORDINARY, NOTES, PUBLIC)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept
    assert letters.seen.count(ORDINARY[0]) == 2


@pytest.mark.parametrize("damage", [b"", b"not a file of vectors"])
def test_a_damaged_file_of_examples_is_made_again(damage, knowledge, tmp_path):
    PrivateModel(knowledge, tmp_path, Letters).reader()
    kept = next(tmp_path.iterdir())
    good = kept.read_bytes()
    kept.write_bytes(damage)
    PrivateModel(knowledge, tmp_path, Letters).reader()
    assert kept.read_bytes() == good


def test_a_folder_that_cannot_be_written_costs_only_time(knowledge, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    reader = PrivateModel(knowledge, tmp_path / "file" / "home", Letters).reader()
    assert len(reader.shows(ORDINARY, NOTES, PUBLIC)) == len(ORDINARY)


@pytest.mark.parametrize(
    "content",
    ["", "themes: {}", "themes: {a: [x]}\nordinary: []", "themes: {a: []}\nordinary: [x]", "- x"],
)
def test_examples_that_are_wrong_name_their_file(content, tmp_path):
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "private.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"private\.yaml"):
        PrivateModel(tmp_path, tmp_path, Letters).reader()


def test_a_model_that_cannot_be_loaded_says_so_when_it_is_opened(knowledge, tmp_path):
    def broken():
        raise StorageError("The embedding model cannot be loaded.", "Reinstall it.")

    with pytest.raises(StorageError):
        PrivateModel(knowledge, tmp_path, broken).reader()
