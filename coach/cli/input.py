"""Reads what commands are given: files, standard input, batches of JSON lines."""

import json
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from coach.domain.brief import AnyBrief
from coach.errors import CoachError, InputError, StorageError
from coach.use_cases.read_brief import brief_from_mapping, parse_brief, read_brief

MOST_BYTES = 2_000_000
MOST_DOCUMENT_BYTES = 32_000_000
"""Bytes of a document that are read; one that has more is refused by its size all the same."""
_STAMP = re.compile(rb"^DTSTAMP:.*$", re.MULTILINE)
"""When a calendar file was made; it alone makes no other file of it."""


def read_text(name: str) -> str:
    """The text of a file, or of standard input for ``-``.

    Raises:
        InputError: when it cannot be read, is not text, or is far too large.
    """
    try:
        raw = sys.stdin.buffer.read(MOST_BYTES + 1) if name == "-" else _read_file(Path(name))
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}", "Check the path.") from error
    if len(raw) > MOST_BYTES:
        raise InputError(f"{name}: larger than {MOST_BYTES:,} bytes", "Give the message alone.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 text", "Save it as UTF-8.") from error


def read_file(name: str) -> tuple[str, bytes]:
    """A document's name and bytes.

    Raises:
        InputError: when it cannot be read, or is no file at all.
    """
    if not name:
        raise InputError("no file was given", "Name the file to add.")
    path = Path(name)
    shown = name.encode("utf-8", "replace").decode()
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f"{shown}: a folder, not a file", "Add its files one by one.")
        if not stat.S_ISREG(mode):  # a pipe or a device may never end
            raise InputError(f"{shown}: not a file", "Save it to a file and add that.")
        with path.open("rb") as file:
            return path.name, file.read(MOST_DOCUMENT_BYTES)
    except OSError as error:
        raise InputError(f"{shown}: cannot be read: {error.strerror}", "Check the path.") from error
    except ValueError as error:
        raise InputError("the path holds a NUL character", "Check the path.") from error


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def load_brief(name: str) -> AnyBrief:
    """A brief from a file, or from standard input for ``-``."""
    return parse_brief(read_text(name), "standard input") if name == "-" else read_brief(Path(name))


def brief_value(value: object) -> AnyBrief:
    """A brief from one line of a batch: a mapping, or YAML text."""
    if isinstance(value, Mapping):
        return brief_from_mapping(value)
    if isinstance(value, str):
        return parse_brief(value)
    raise InputError("`brief` is missing or not a mapping", 'Give {"id": …, "brief": {…}}.')


def run_batch(name: str, answer: Callable[[Mapping[str, object]], Mapping[str, object]]) -> None:
    """Answer each JSON line; one bad line never stops the rest."""
    for line in _lines(name):
        identity: object = None
        try:
            asked = _parse(line)
            identity = asked.get("id")
            result = dict(answer(asked))
        except CoachError as error:
            result = {"error": {"message": error.message, "fix": error.fix}}
        click.echo(json.dumps({"id": identity, **result}, ensure_ascii=False))


def _lines(name: str) -> Iterator[str]:
    try:
        if name == "-":
            yield from (line for line in sys.stdin if line.strip())
            return
        with Path(name).open(encoding="utf-8-sig", errors="replace") as file:
            yield from (line for line in file if line.strip())
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}", "Check the path.") from error


def _parse(line: str) -> Mapping[str, object]:
    try:
        asked = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        fix = "Write one JSON object per line."
        raise InputError(f"the line is not JSON: {error}", fix) from error
    if not isinstance(asked, dict):
        raise InputError("the line is not a JSON object", 'Write {"id": …, …} on each line.')
    return asked


def text_field(asked: Mapping[str, object], name: str) -> str:
    """A field of a batch line that must be text."""
    value = asked.get(name)
    if not isinstance(value, str):
        raise InputError(f"`{name}` is missing or not a text", f'Give {{"id": …, "{name}": "…"}}.')
    return value


def write_out(data: bytes, name: str) -> Path | None:
    """Write a result to a file, whole or not at all.

    Returns:
        Where the file that was there before is kept, if it held anything else.

    Raises:
        StorageError: when it cannot be written.
    """
    fix = "Choose another place with --out."
    try:
        path = Path(name).resolve()
        if path.exists() and not path.is_file():  # a pipe or a device takes it as it comes
            path.write_bytes(data)
            return None
        kept = _keep(path, data)
        _replace(path, data)
    except OSError as error:
        raise StorageError(f"{name}: cannot be written: {error.strerror}", fix) from error
    except ValueError as error:
        raise StorageError("the path holds a NUL character", fix) from error
    return kept


def _keep(path: Path, data: bytes) -> Path | None:
    """Put what is there aside, as ``name~`` or ``name~2``, so that nothing a person wrote is lost."""
    if not path.exists():
        return None
    there = path.read_bytes()
    if _STAMP.sub(b"", there) == _STAMP.sub(b"", data):
        return None
    number = 1
    while True:
        aside = path.with_name(f"{path.name}~{number if number > 1 else ''}")
        if not aside.exists():
            shutil.copy2(path, aside)
            return aside
        if aside.is_file() and aside.read_bytes() == there:
            return aside
        number += 1


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".coach-{secrets.token_hex(6)}.part")
    try:
        part.write_bytes(data)
        if path.exists():
            shutil.copymode(path, part)
        os.replace(part, path)  # noqa: PTH105 - says that it replaces
    finally:
        part.unlink(missing_ok=True)
