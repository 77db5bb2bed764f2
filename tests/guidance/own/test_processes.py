"""Several processes and threads at one shelf, and a process that is killed."""

import contextlib
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from coach.guidance.own.shelf import OwnShelf
from tests.guidance.own.conftest import FakeEmbedding, asked_for, files_with, text_of
from tests.guidance.own.other import Other

FRUIT = ("Apple", "Pear", "Plum")


@pytest.fixture
def others(home):
    with contextlib.ExitStack() as stack:

        def make(count):
            made = [Other(home) for _ in range(count)]
            for one in made:
                stack.callback(one.end)
            return made

        yield make


def found(shelf, paragraph):
    return [hit.document for hit in shelf.search(asked_for(paragraph))]


def test_a_process_sees_at_once_what_another_did(others, home):
    (other,) = others(1)
    shelf = OwnShelf(home, FakeEmbedding)
    assert found(shelf, "Apple") == []
    assert other.ask(add="a.txt", paragraphs=["Apple", "Pear"]) == 2
    assert found(shelf, "Apple") == ["a.txt"]
    assert other.ask(add="a.txt", paragraphs=["Pear", "Plum"]) == 2
    assert (found(shelf, "Apple"), found(shelf, "Plum")) == ([], ["a.txt"])
    shelf.add("b.txt", text_of("Fig"))
    assert other.ask(search="Fig") == ["b.txt"]
    assert other.ask(remove="a.txt") == "a.txt"
    assert (found(shelf, "Pear"), found(shelf, "Fig")) == ([], ["b.txt"])
    shelf.remove("b.txt")
    assert other.ask(search="Fig") == []
    assert files_with(home, b"Pear") == files_with(home, b"Fig") == []


def test_two_processes_add_at_once_while_a_third_searches(others, home):
    shelf = OwnShelf(home, FakeEmbedding)
    shelf.add("mine.txt", text_of("Medlar"))
    pair = others(2)
    for number, fruit in enumerate(FRUIT):
        for place, other in enumerate(pair):
            other.tell(add=f"{place}-{number}.txt", paragraphs=[f"{fruit} {place}"])
            other.tell(add="fought over.txt", paragraphs=[f"{fruit} of {place}", "Medlar again"])
    for _ in range(25):
        assert found(shelf, "Medlar") == ["mine.txt"]
    for other in pair:
        assert [other.answer() for _ in range(2 * len(FRUIT))] == [1, 2] * len(FRUIT)
    names = [f"{place}-{number}.txt" for place in (0, 1) for number in range(len(FRUIT))]
    listed = [one.name for one in shelf.documents()]
    assert sorted(listed) == sorted([*names, "fought over.txt", "mine.txt"])
    for place in (0, 1):
        for number, fruit in enumerate(FRUIT):
            assert found(shelf, f"{fruit} {place}") == [f"{place}-{number}.txt"]
    assert len(list((home / "own" / "volumes").iterdir())) == 1


def test_threads_add_replace_remove_and_search_at_once(home):
    shelf = OwnShelf(home, FakeEmbedding)
    shelf.add("mine.txt", text_of("Medlar"))

    def work(place):
        for fruit in FRUIT[:3]:
            shelf.add(f"{place}.txt", text_of(f"{fruit} {place}"))
            assert found(shelf, "Medlar") == ["mine.txt"]
            assert found(shelf, f"{fruit} {place}") == [f"{place}.txt"]
        if place == 0:
            shelf.remove("0.txt")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert sorted(one.name for one in shelf.documents()) == ["1.txt", "2.txt", "3.txt", "mine.txt"]
    assert [found(shelf, f"Plum {place}") for place in range(4)] == [
        [], ["1.txt"], ["2.txt"], ["3.txt"],
    ]  # fmt: skip
    assert found(shelf, "Apple 1") == []


@pytest.mark.parametrize("place", ["volume", "before manifest", "after manifest"])
def test_an_add_that_is_killed_counts_whole_or_not_at_all(home, place):
    shelf = OwnShelf(home, FakeEmbedding)
    shelf.add("a.txt", text_of("Apple"))
    other = Other(home)
    assert other.ask(pause=place) == "ready"
    assert other.ask(add="a.txt", paragraphs=["Quince", "Fig", "Medlar"]) == "paused"
    other.kill()
    done = place == "after manifest"
    left_over = files_with(home, b"Apple" if done else b"Quince")
    assert left_over
    for one in (shelf, OwnShelf(home, FakeEmbedding)):
        assert [document.passages for document in one.documents()] == [3 if done else 1]
        assert found(one, "Apple") == ([] if done else ["a.txt"])
        assert found(one, "Quince") == (["a.txt"] if done else [])
    shelf.add("b.txt", text_of("Plum"))
    assert files_with(home, b"Apple" if done else b"Quince") == []
    assert found(shelf, "Plum") == ["b.txt"]
    assert {path.name for path in (home / "own").iterdir()} == {"documents.json", "lock", "volumes"}
    listed = json.loads((home / "own" / "documents.json").read_text())
    assert len(list((home / "own" / "volumes").iterdir())) == len({row["volume"] for row in listed})
