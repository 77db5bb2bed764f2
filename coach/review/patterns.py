"""Keeps compiled expressions from one run to the next, as Python keeps its bytecode.

The phrase lists are long, and compiling them is the largest part of reviewing a first message. What is
kept is CPython's own compiled form, in the folder of the bytecode and under its rules: written only
where bytecode may be, read only by the very interpreter that wrote it. ``re`` has no public way to
keep an expression, so whatever is amiss, the expression is compiled as usual.
"""

import atexit
import functools
import importlib
import importlib.util
import json
import os
import re
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MOST = 600
"""Expressions that are kept; from there on, those that a run did not need are dropped."""
_WORD = "I"
"""The code is a list of unsigned 32-bit numbers."""
_AMISS = (ImportError, AttributeError, TypeError, ValueError, LookupError, RuntimeError, OSError)

_Kept = tuple[int, str, int, dict[str, int]]
"""Flags, code in base 64, number of groups, and the groups that have names."""


class KeptPatterns:
    """Compiled expressions in one file.

    Args:
        path: the file; its folder need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, _Kept] = {}
        self._used: dict[str, re.Pattern[str]] = {}
        self._new = False
        with suppress(*_AMISS):
            stored = json.loads(path.read_bytes())
            if stored["python"] == sys.version:
                self._kept = {str(key): tuple(value) for key, value in stored["patterns"].items()}

    def compile(self, expression: str, flags: int = 0) -> re.Pattern[str]:
        """What ``re.compile`` gives.

        Raises:
            re.error: the expression cannot be compiled.
        """
        key = f"{flags} {expression}"
        if key not in self._used:
            found = self._read(expression, key)
            self._new = self._new or found is None
            self._used[key] = found or re.compile(expression, flags)
        return self._used[key]

    def save(self) -> None:
        """Write the file if this run compiled anything; a folder that cannot be written only costs time."""
        if not self._new or sys.dont_write_bytecode:
            return
        with suppress(*_AMISS):
            kept = {key: self._kept.get(key) or _code(made) for key, made in self._used.items()}
            if len(kept) + len(self._kept) <= MOST:
                kept = {**self._kept, **kept}
            self._path.parent.mkdir(exist_ok=True)
            part = self._path.with_name(f"{self._path.name}.{os.getpid()}")
            part.write_text(json.dumps({"python": sys.version, "patterns": kept}), "utf-8")
            part.replace(self._path)
            self._new = False

    def _read(self, expression: str, key: str) -> re.Pattern[str] | None:
        with suppress(*_AMISS):
            flags, code, groups, named = self._kept[key]
            numbers = array(_WORD, b64decode(code)).tolist()
            names = tuple(_names(groups, named))
            made = importlib.import_module("_sre").compile(
                expression, flags, numbers, groups, named, names
            )
            return made if isinstance(made, re.Pattern) else None
        return None


def _code(pattern: re.Pattern[str]) -> _Kept:
    """The compiled form of an expression, as ``re`` makes it."""
    flags = pattern.flags & ~re.UNICODE
    parsed = importlib.import_module("re._parser").parse(pattern.pattern, flags)
    code = importlib.import_module("re._compiler")._code(parsed, flags)
    kept = b64encode(array(_WORD, code).tobytes()).decode()
    return pattern.flags, kept, pattern.groups, dict(pattern.groupindex)


def _names(groups: int, named: dict[str, int]) -> Iterator[str | None]:
    """The name of each group, None for one without; group 0 is the whole."""
    of = {number: name for name, number in named.items()}
    return (of.get(number) for number in range(groups + 1))


@functools.cache
def _of_this_program() -> KeptPatterns:
    path = Path(importlib.util.cache_from_source(__file__)).with_suffix(".json")
    kept = KeptPatterns(path)
    atexit.register(kept.save)
    return kept


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile`` for expressions of the phrase lists; never give it anything a person wrote.

    Raises:
        re.error: the expression cannot be compiled.
    """
    return _of_this_program().compile(expression, flags)
