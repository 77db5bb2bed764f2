"""The index on disk: built once, found again, made anew when damaged, never half there."""

import errno
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import chromadb
import numpy as np
import pytest
from filelock import FileLock

from coach.errors import StorageError
from coach.guidance import index as index_module
from coach.guidance.asked_as import Phrasing
from coach.guidance.index import Index, open_index
from coach.guidance.passages import Passage, content_hash
from tests.guidance import damage

PASSAGES = [Passage(f"card-{n}#do", f"card-{n}", f"text number {n}") for n in range(30)]

SAID = [Phrasing(f"worry number {n}", f"topic-{n % 3}") for n in range(12)]


class FakeEmbedding:
    """Gives every text its own vector and remembers how often it was asked."""

    def __init__(self, error: Exception | None = None):
        self.builds = 0
        self.error = error

    def verify(self):
        pass

    def embed(self, texts, progress=None):
        self.builds += 1
        if self.error:
            raise self.error
        seeds = [int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) for text in texts]
        vectors = np.stack([np.random.default_rng(seed).normal(size=384) for seed in seeds])
        if progress:
            progress(len(texts), len(texts))
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def opened(home, embedding, passages=PASSAGES, said=SAID, progress=None) -> Index:
    return open_index(home, passages, said, embedding, progress)


def same(one: Index, other: Index) -> bool:
    return (
        np.array_equal(one.vectors, other.vectors)
        and one.topics.classes == other.topics.classes
        and all(
            np.array_equal(getattr(one.topics, name), getattr(other.topics, name))
            for name in ("vectors", "influence", "weights", "rarity")
        )
    )


def names(home: Path) -> set[str]:
    return {path.name for path in home.iterdir()}


def test_an_index_is_built_once_and_then_found(tmp_path):
    home, embedding, heard = tmp_path / "home", FakeEmbedding(), []
    built = opened(home, embedding, progress=lambda *step: heard.append(step))
    found = opened(home, embedding)
    assert embedding.builds == 1
    assert heard == [(42, 42)]
    assert same(built, found)


def test_vectors_come_back_in_the_order_of_the_passages(tmp_path):
    built = opened(tmp_path, FakeEmbedding())
    texts = [passage.text for passage in PASSAGES]
    assert np.array_equal(built.vectors, FakeEmbedding().embed(texts))


def test_more_passages_than_one_chunk_are_kept_whole(tmp_path):
    many = [Passage(f"card-{n}#do", f"card-{n}", f"text {n}") for n in range(1_203)]
    embedding = FakeEmbedding()
    opened(tmp_path, embedding, many)
    assert opened(tmp_path, embedding, many).vectors.shape == (1_203, 384)
    assert embedding.builds == 1


def test_the_folders_are_for_the_owner_alone(tmp_path):
    opened(tmp_path / "home", FakeEmbedding())
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "home" / "index").stat().st_mode & 0o777 == 0o700


def test_changed_cards_replace_the_index_and_leave_no_old_collection(tmp_path):
    embedding = FakeEmbedding()
    opened(tmp_path, embedding)
    changed = [*PASSAGES[1:], Passage("card-0#do", "card-0", "another text")]
    opened(tmp_path, embedding, changed)
    assert embedding.builds == 2
    client = chromadb.PersistentClient(str(tmp_path / "index"))
    name = f"cards-{content_hash(changed, SAID)}"
    assert [found.name for found in client.list_collections()] == [name]
    client.close()


def test_other_phrasings_make_another_index_and_another_model(tmp_path):
    embedding = FakeEmbedding()
    opened(tmp_path, embedding)
    moved = [Phrasing(SAID[0].text, "topic-2"), *SAID[1:]]
    assert not same(opened(tmp_path, embedding, said=moved), opened(tmp_path / "b", embedding))
    assert embedding.builds == 3


def with_the_copy_lost(spoil):
    def both(folder):
        spoil(folder)
        damage.no_copy(folder)

    both.__name__ = f"{spoil.__name__}_and_no_copy"
    return both


@pytest.mark.parametrize(
    "spoil", [*damage.OF_THE_WHOLE, *map(with_the_copy_lost, damage.IN_CHROMA)]
)
def test_a_damaged_index_is_built_anew_and_then_found_again(tmp_path, spoil):
    embedding = FakeEmbedding()
    whole = opened(tmp_path, embedding)
    spoil(tmp_path / "index")
    assert same(opened(tmp_path, embedding), whole)
    assert embedding.builds == 2
    assert same(opened(tmp_path, embedding), whole)
    assert embedding.builds == 2
    assert names(tmp_path) <= {"index", "index.lock"}


@pytest.mark.parametrize("spoil", damage.OF_THE_COPY)
def test_vectors_whose_copy_is_damaged_come_from_chroma_and_are_copied_again(tmp_path, spoil):
    embedding = FakeEmbedding()
    whole = opened(tmp_path, embedding)
    spoil(tmp_path / "index")
    assert same(opened(tmp_path, embedding), whole)
    damage.garbage(tmp_path / "index")
    assert same(opened(tmp_path, embedding), whole)
    assert embedding.builds == 1


@pytest.mark.parametrize("spoil", damage.IN_CHROMA)
def test_damage_in_chroma_does_no_harm_while_the_copy_is_whole(tmp_path, spoil):
    embedding = FakeEmbedding()
    whole = opened(tmp_path, embedding)
    spoil(tmp_path / "index")
    assert same(opened(tmp_path, embedding), whole)
    assert embedding.builds == 1


def test_deleted_or_spoilt_segment_files_do_no_harm(tmp_path):
    whole = opened(tmp_path, FakeEmbedding())
    segments = [path for path in (tmp_path / "index").iterdir() if path.is_dir()]
    for segment in segments:
        shutil.rmtree(segment)
    assert segments
    damage.no_copy(tmp_path / "index")
    assert same(opened(tmp_path, FakeEmbedding()), whole)


def test_what_a_killed_build_left_behind_is_cleared(tmp_path):
    (tmp_path / "index.building").mkdir()
    (tmp_path / "index.building" / "chroma.sqlite3").write_bytes(b"half")
    opened(tmp_path, FakeEmbedding())
    assert names(tmp_path) <= {"index", "index.lock"}


def test_a_data_folder_that_cannot_be_made_names_coach_home(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    for home in (tmp_path / "home", tmp_path / "home" / "deeper"):
        with pytest.raises(StorageError) as raised:
            opened(home, FakeEmbedding())
        assert str(home) in raised.value.message
        assert "COACH_HOME" in raised.value.fix


def test_a_folder_where_the_lock_should_be_is_a_storage_error(tmp_path):
    (tmp_path / "index.lock").mkdir()
    with pytest.raises(StorageError, match="cannot be kept"):
        opened(tmp_path, FakeEmbedding())


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_plainly_and_leaves_no_half_index(tmp_path, number):
    with pytest.raises(StorageError) as raised:
        opened(tmp_path, FakeEmbedding(OSError(number, "No space left on device")))
    assert "disk is full" in raised.value.message
    assert "COACH_HOME" in raised.value.fix
    assert names(tmp_path) <= {"index.lock"}


def test_a_full_disk_inside_chroma_is_said_plainly_and_leaves_no_half_index(tmp_path, monkeypatch):
    def full(*_, **__):
        raise chromadb.errors.InternalError("(code: 13) database or disk is full")

    monkeypatch.setattr("chromadb.api.models.Collection.Collection.add", full)
    with pytest.raises(StorageError, match="disk is full"):
        opened(tmp_path, FakeEmbedding())
    assert names(tmp_path) <= {"index.lock"}


def test_a_failed_rebuild_keeps_no_damaged_index_and_the_next_one_works(tmp_path):
    opened(tmp_path, FakeEmbedding())
    damage.no_topics(tmp_path / "index")
    with pytest.raises(StorageError):
        opened(tmp_path, FakeEmbedding(OSError(errno.ENOSPC, "full")))
    assert opened(tmp_path, FakeEmbedding()).vectors.shape == (30, 384)


def test_a_full_disk_while_reading_does_not_throw_a_good_index_away(tmp_path, monkeypatch):
    opened(tmp_path, FakeEmbedding())
    damage.no_copy(tmp_path / "index")

    def full(*_, **__):
        raise chromadb.errors.InternalError("(code: 13) database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("chromadb.api.models.Collection.Collection.get", full)
        with pytest.raises(StorageError, match="disk is full"):
            opened(tmp_path, FakeEmbedding())
    embedding = FakeEmbedding()
    opened(tmp_path, embedding)
    assert embedding.builds == 0


def test_an_index_held_too_long_by_another_is_a_storage_error(tmp_path, monkeypatch):
    monkeypatch.setattr(index_module, "LOCK_SECONDS", 0.05)
    with FileLock(tmp_path / "index.lock"), pytest.raises(StorageError, match="Another process"):
        opened(tmp_path, FakeEmbedding())


TWO_AT_ONCE = """
import sys, time
from pathlib import Path
from tests_index import FakeEmbedding, opened

class Slow(FakeEmbedding):
    def embed(self, texts, progress=None):
        time.sleep(1)
        return super().embed(texts, progress)

embedding = Slow()
index = opened(Path(sys.argv[1]), embedding)
print(embedding.builds, index.vectors.shape, float(index.vectors.sum()))
"""


def test_two_processes_at_once_build_one_index(tmp_path):
    script = tmp_path / "open_it.py"
    script.write_text(TWO_AT_ONCE, encoding="utf-8")
    shutil.copy(__file__, tmp_path / "tests_index.py")
    command = [sys.executable, str(script), str(tmp_path / "home")]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    printed = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], printed
    builds = sorted(out.split(maxsplit=1)[0] for out, _ in printed)
    results = {out.split(maxsplit=1)[1] for out, _ in printed}
    assert builds == ["0", "1"]
    assert len(results) == 1
