"""Damage on disk is named with what to do about it, and nothing is made worse."""

import pytest

from coach.errors import StorageError
from coach.guidance.own.volumes import Volumes
from tests.guidance.own.conftest import asked_for, text_of
from tests.guidance.own.test_failures import assert_as_before

OLD, NEW = ("Apple", "Pear"), ("Quince", "Fig", "Medlar")


@pytest.fixture
def filled(shelf):
    """A shelf with a document of two passages, and another one."""
    shelf.add("a.txt", text_of(*OLD))
    shelf.add("keep.txt", text_of("Plum"))
    return shelf


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "null",
        "[1]",
        '{"name": "a.txt"}',
        '[{"name": "a.txt"}]',
        "[" * 100_000,
        "\udcff",
        '[{"key":"x","name":"a","bytes":1,"passages":1,"added":"2026-01-01","volume":"../../etc"}]',
    ],
)
def test_a_damaged_list_is_named_with_what_to_do(filled, home, again, damage):
    path = home / "own" / "documents.json"
    path.write_text(damage, encoding="utf-8", errors="surrogateescape")
    for work in (
        lambda: again().documents(),
        lambda: again().search("apple"),
        lambda: again().add("b.txt", text_of("Fig")),
        lambda: again().remove("a.txt"),
    ):
        with pytest.raises(StorageError) as raised:
            work()
        assert "damaged" in raised.value.message
        assert str(home / "own") in raised.value.fix


def test_a_damaged_list_is_not_touched_by_a_sweep(filled, home, again):
    path = home / "own" / "documents.json"
    whole = path.read_text()
    path.write_text("{")
    with pytest.raises(StorageError):
        again().add("b.txt", text_of("Fig"))
    path.write_text(whole)
    assert_as_before(home, again)


def test_a_missing_volume_is_named_and_the_same_file_heals_it(home, shelf, again):
    shelf.add("a.txt", text_of(*OLD))
    Volumes(home / "own" / "volumes").sweep(set())
    with pytest.raises(StorageError) as raised:
        again().search("apple")
    assert "damaged" in raised.value.message
    again().add("a.txt", text_of(*OLD))
    assert again().search(asked_for("Apple"))[0].document == "a.txt"


@pytest.mark.parametrize("damage", ["emptied", "garbled", "graph"])
def test_a_damaged_volume_is_named(home, shelf, again, damage):
    shelf.add("a.txt", text_of(*map(str, range(300))))
    (database,) = home.rglob("chroma.sqlite3")
    if damage == "emptied":
        database.write_bytes(b"")
    elif damage == "garbled":
        database.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 200)
    else:
        next(home.rglob("header.bin")).write_bytes(b"\xff" * 10)
    with pytest.raises(StorageError) as raised:
        again().search("apple")
    assert "damaged" in raised.value.message
    assert "add your documents again" in raised.value.fix
