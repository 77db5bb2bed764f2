"""Ways in which an index on disk may be damaged; each takes the index's folder."""

import os
import shutil
from pathlib import Path

import chromadb
import numpy as np


def garbage(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(os.urandom(5_000))


def empty_file(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"")


def cut_short(folder: Path) -> None:
    os.truncate(folder / "chroma.sqlite3", 100_000)


def zeros_in_the_middle(folder: Path) -> None:
    with (folder / "chroma.sqlite3").open("r+b") as file:
        file.seek(50_000)
        file.write(b"\0" * 100_000)


def no_database(folder: Path) -> None:
    (folder / "chroma.sqlite3").unlink()


def no_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def a_file_in_its_place(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a folder")


def no_topics(folder: Path) -> None:
    (folder / "topics.npz").unlink()


def topics_cut_short(folder: Path) -> None:
    os.truncate(folder / "topics.npz", 5_000)


def topics_garbage(folder: Path) -> None:
    (folder / "topics.npz").write_bytes(os.urandom(5_000))


def topics_flipped(folder: Path) -> None:
    with (folder / "topics.npz").open("r+b") as file:
        file.seek(3_000)
        file.write(b"\xff" * 64)


def topics_empty(folder: Path) -> None:
    (folder / "topics.npz").write_bytes(b"")


def a_passage_missing(folder: Path) -> None:
    client = chromadb.PersistentClient(str(folder))
    client.list_collections()[0].delete(ids=["card-3#do"])
    client.close()


def a_vector_altered(folder: Path) -> None:
    client = chromadb.PersistentClient(str(folder))
    client.list_collections()[0].update(ids=["card-3#do"], embeddings=[[0.5] * 384])
    client.close()


def no_copy(folder: Path) -> None:
    (folder / "passages.npz").unlink()


def copy_cut_short(folder: Path) -> None:
    os.truncate(folder / "passages.npz", 5_000)


def copy_flipped(folder: Path) -> None:
    with (folder / "passages.npz").open("r+b") as file:
        file.seek(3_000)
        file.write(b"\xff" * 64)


def copy_of_another(folder: Path) -> None:
    np.savez(folder / "passages.npz", content=np.array("another"), vectors=np.eye(3))


OF_THE_WHOLE = (
    no_database,
    no_folder,
    a_file_in_its_place,
    no_topics,
    topics_cut_short,
    topics_garbage,
    topics_flipped,
    topics_empty,
)
OF_THE_COPY = (no_copy, copy_cut_short, copy_flipped, copy_of_another)
IN_CHROMA = (
    garbage,
    empty_file,
    cut_short,
    zeros_in_the_middle,
    a_passage_missing,
    a_vector_altered,
)
