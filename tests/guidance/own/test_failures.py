"""What fails leaves the shelf as it was: no half documents, no lost ones, a plain word why."""

import errno
import json
import os
import struct
import tempfile
from pathlib import Path

import chromadb
import pytest

from coach.errors import StorageError
from coach.guidance.own import change
from coach.guidance.own import shelf as shelf_module
from coach.guidance.own.shelf import OwnShelf
from tests.guidance.own.conftest import FakeEmbedding, asked_for, files_with, text_of
from tests.guidance.own.other import FRESH

OLD, NEW = ("Apple", "Pear"), ("Quince", "Fig", "Medlar")


class StopError(Exception):
    """What a progress callback raises to stop an add."""


@pytest.fixture
def filled(shelf):
    """A shelf with a former version of the document, and another one."""
    shelf.add("a.txt", text_of(*OLD))
    shelf.add("keep.txt", text_of("Plum"))
    return shelf


def assert_as_before(home, again):
    """The former version is listed and found, and nothing of the new one is anywhere."""
    shelf = again()
    assert [(one.name, one.passages) for one in shelf.documents()] == [
        ("a.txt", 2),
        ("keep.txt", 1),
    ]
    for paragraph, name in (("Apple", "a.txt"), ("Pear", "a.txt"), ("Plum", "keep.txt")):
        assert [hit.document for hit in shelf.search(asked_for(paragraph))] == [name]
    for paragraph in NEW:
        assert shelf.search(asked_for(paragraph)) == ()
    assert files_with(home, b"Quince") == []
    assert len(list((home / "own" / "volumes").iterdir())) == 1
    assert [path.name for path in (home / "own").glob("documents.json*")] == ["documents.json"]


def failing_add(home, **broken):
    OwnShelf(home, lambda: FakeEmbedding(**broken)).add("a.txt", text_of(*NEW))


@pytest.mark.parametrize("error", [RuntimeError("model"), MemoryError(), KeyboardInterrupt()])
def test_a_failure_while_embedding_leaves_no_trace(filled, home, again, error):
    with pytest.raises(type(error)):
        failing_add(home, fail_after=2, error=error)
    assert_as_before(home, again)


@pytest.mark.parametrize("calls", [1, 2])
def test_a_progress_callback_that_raises_stops_the_add(filled, home, again, calls):
    heard = []

    def stop(done, total):
        heard.append(done)
        if len(heard) == calls:
            raise StopError

    with pytest.raises(StopError):
        filled.add("a.txt", text_of(*NEW), stop)
    assert heard[-1] == (0 if calls == 1 else 3)
    assert_as_before(home, again)


@pytest.mark.parametrize(
    "error",
    [
        chromadb.errors.InternalError("something went wrong inside"),
        ValueError("odd"),
        KeyboardInterrupt(),
    ],
)
def test_a_failure_while_chroma_writes_leaves_no_trace(filled, home, again, monkeypatch, error):
    add = chromadb.Collection.add

    def half(self, **rows):
        add(self, **rows)
        raise error

    monkeypatch.setattr("chromadb.api.models.Collection.Collection.add", half)
    with pytest.raises((StorageError, KeyboardInterrupt)) as raised:
        failing_add(home)
    monkeypatch.undo()
    if isinstance(raised.value, StorageError):
        assert "inside" not in raised.value.message
        assert "COACH_HOME" in raised.value.fix
    assert_as_before(home, again)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("place", ["volume", "manifest"])
def test_a_full_disk_is_said_plainly_and_leaves_no_trace(
    filled, home, again, monkeypatch, number, place
):
    def full(*_, **__):
        raise OSError(number, os.strerror(number))

    if place == "volume":
        monkeypatch.setattr("chromadb.api.models.Collection.Collection.add", full)
    else:
        monkeypatch.setattr("coach.guidance.own.manifest.os.fsync", full)
    with pytest.raises(StorageError) as raised:
        failing_add(home)
    monkeypatch.undo()
    assert "disk is full" in raised.value.message
    assert_as_before(home, again)


def test_a_full_disk_inside_chroma_is_said_plainly(filled, home, again, monkeypatch):
    def full(*_, **__):
        raise chromadb.errors.InternalError("(code: 13) database or disk is full")

    monkeypatch.setattr("chromadb.api.models.Collection.Collection.add", full)
    with pytest.raises(StorageError) as raised:
        failing_add(home)
    monkeypatch.undo()
    assert "disk is full" in raised.value.message
    assert_as_before(home, again)


def test_a_failure_while_removing_leaves_the_document(filled, home, again, monkeypatch):
    def broken(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(change, "write_manifest", broken)
    with pytest.raises(StorageError):
        filled.remove("a.txt")
    monkeypatch.undo()
    assert_as_before(home, again)


def test_text_that_cannot_be_deleted_is_admitted_and_deleted_later(
    filled, home, again, monkeypatch
):
    def stuck(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("coach.guidance.own.volumes.shutil.rmtree", stuck)
    with pytest.raises(StorageError) as raised:
        filled.remove("a.txt")
    assert "cannot be deleted" in raised.value.message
    monkeypatch.undo()
    shelf = again()
    assert [one.name for one in shelf.documents()] == ["keep.txt"]
    assert shelf.search(asked_for("Apple")) == ()
    shelf.add("b.txt", text_of("Fig"))
    assert files_with(home, b"Apple") == []


def test_text_that_cannot_be_deleted_does_not_fail_an_add(filled, home, again, monkeypatch):
    def stuck(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("coach.guidance.own.volumes.shutil.rmtree", stuck)
    filled.add("a.txt", text_of(*NEW))
    monkeypatch.undo()
    assert again().search(asked_for("Apple")) == ()
    assert again().search(asked_for("Quince"))[0].document == "a.txt"


def test_a_file_in_the_place_of_the_folder_is_named_before_the_slow_part(home, tmp_path):
    home.write_text("in the way")
    embedding = FakeEmbedding()
    with pytest.raises(StorageError) as raised:
        OwnShelf(home, lambda: embedding).add("a.txt", text_of("Apple"))
    assert "COACH_HOME" in raised.value.fix
    assert embedding.embedded == 0


def try_to_change_a_read_only_folder(home, line):
    """What a person hears, how much was embedded for it, and what is there afterwards."""
    embedding = FakeEmbedding()
    shelf = OwnShelf(home, lambda: embedding)
    shelf.add("a.txt", text_of("Apple"))
    (home / "own").chmod(0o500)
    if os.getuid() == 0:  # root may write anywhere, so a user of no account tries
        for path in (home, *home.rglob("*")):
            os.chown(path, 65534, 65534)
        os.setgid(65534)
        os.setuid(65534)
    said = []
    for work in (lambda: shelf.add("b.txt", text_of("Fig")), lambda: shelf.remove("a.txt")):
        try:
            work()
        except StorageError as error:
            said.append(f"{error.message} {error.fix}")
    line.send((said, embedding.embedded, [one.name for one in shelf.documents()]))


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_a_read_only_folder_is_named_before_the_slow_part():
    ours, theirs = FRESH.Pipe()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "home"
        process = FRESH.Process(target=try_to_change_a_read_only_folder, args=(home, theirs))
        process.start()
        theirs.close()
        said, embedded, documents = ours.recv()
        process.join()
    assert len(said) == 2
    assert all("cannot be kept" in one and "COACH_HOME" in one for one in said)
    assert (embedded, documents) == (1, ["a.txt"])


def test_another_change_that_never_ends_is_named(filled, home, monkeypatch):
    from filelock import FileLock

    monkeypatch.setattr(shelf_module, "LOCK_SECONDS", 0.05)
    with FileLock(home / "own" / "lock"), pytest.raises(StorageError) as raised:
        filled.remove("a.txt")
    assert "Another document" in raised.value.message


def test_what_lies_about_in_the_folder_is_swept_by_the_next_change(filled, home):
    volumes = home / "own" / "volumes"
    (volumes / "v-0123456789abcdef").mkdir()
    (volumes / "gone-v-1").mkdir()
    (volumes / "stray").write_text("x")
    (home / "own" / "documents.jsonabc").write_text("x")
    filled.remove("a.txt")
    assert len(list(volumes.iterdir())) == 1
    names = {path.name for path in (home / "own").iterdir()}
    assert names == {"documents.json", "lock", "volumes"}
    (volume,) = volumes.iterdir()
    assert json.loads((home / "own" / "documents.json").read_text())[0]["volume"] == volume.name


def test_no_memory_of_this_process_is_saved_with_a_short_document(home, shelf):
    """hnswlib saves its unused slots as it finds them."""
    shelf.add("a.txt", text_of(*OLD))
    (header,) = home.rglob("header.bin")
    used, size = struct.unpack_from("<iQQQQ", header.read_bytes())[3:]
    graph = header.with_name("data_level0.bin").read_bytes()
    assert (used, size) == (2, 1676)
    assert len(graph) == 100 * size
    assert any(graph[: used * size])
    assert not any(graph[used * size :])
    assert not any(header.with_name("length.bin").read_bytes()[4 * used :])
    assert len(OwnShelf(home, FakeEmbedding).search(asked_for("Apple"))) == 1
