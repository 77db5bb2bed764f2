"""Reads the cues that moves are known by: word patterns kept in ``knowledge/wording/moves.yaml``.

A pattern is a row of items that have to follow each other within a sentence:

- ``word``, or ``this|that|<list>`` for any of several; ``<list>`` names a list under ``words``;
- ``word?`` for one that may be missing;
- ``*ing`` for a word with that ending, ``#`` for a number, ``@`` for a name (a capital letter
  inside a sentence), ``_`` for any one word;
- ``..`` for up to three words of any kind, ``...`` for up to eight;
- ``^`` for the beginning of a sentence or clause, ``$`` for the end of a sentence.

It is matched word by word, so the time is at most the length times the number of patterns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import check_keys, load_mapping
from coach.errors import KnowledgeError
from coach.rehearsal.speech import Sentence, Speech, Word

MOVES_FILE = Path("wording") / "moves.yaml"
_GAPS = {"..": 3, "...": 8}
_SMALL = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million half dozen first second third".split()
)
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Item:
    """One place of a pattern: which words may stand there, or how wide a gap is."""

    plain: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    number: bool = False
    name: bool = False
    anything: bool = False
    optional: bool = False
    gap: int = 0
    edge: str = ""

    def takes(self, word: Word, inside: bool) -> bool:
        """Whether this word may stand here; ``inside`` is past the first word of a sentence."""
        return (
            self.anything
            or word.plain in self.plain
            or (self.number and is_number(word.plain))
            or (self.name and inside and word.written[0].isupper() and word.plain[:2] != "i'")
            or bool(self.endings and word.plain.endswith(self.endings) and len(word.plain) > 3)
        )


@dataclass(frozen=True)
class Match:
    """Where a pattern was found: the words of a sentence from ``first`` up to ``last``."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        """The place of its first character in the turn."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """The place after its last character in the turn."""
        return self.sentence.words[max(self.first, self.last - 1)].end


Pattern = tuple[Item, ...]


@dataclass(frozen=True)
class Group:
    """The patterns of one name, by the word they begin with; ``rest`` may begin with many."""

    by_word: Mapping[str, tuple[Pattern, ...]]
    rest: tuple[Pattern, ...]


@dataclass(frozen=True)
class Cues:
    """All patterns and word lists, ready for use."""

    words: Mapping[str, frozenset[str]]
    groups: Mapping[str, Group]

    def find(self, name: str, sentence: Sentence) -> Match | None:
        """The first place in a sentence where one of the patterns called ``name`` stands.

        Raises:
            KnowledgeError: there are no patterns of that name.
        """
        return next(self.all(name, sentence), None)

    def all(self, name: str, sentence: Sentence) -> Iterator[Match]:
        """Every place in a sentence where a pattern of that name begins, one each.

        Raises:
            KnowledgeError: there are no patterns of that name.
        """
        if name not in self.groups:
            raise KnowledgeError(f"{MOVES_FILE}: cues.{name} is missing", "Put it back.")
        group = self.groups[name]
        for first, word in enumerate(sentence.words):
            for pattern in (*group.by_word.get(word.plain, ()), *group.rest):
                last = _reach(pattern, 0, sentence, first)
                if last >= 0:
                    yield Match(sentence, first, last)
                    break

    def said(self, name: str, speech: Speech) -> Match | None:
        """The first place in a whole turn."""
        found = (self.find(name, sentence) for sentence in speech.sentences)
        return next((match for match in found if match is not None), None)

    def list(self, name: str) -> frozenset[str]:
        """The word list of that name.

        Raises:
            KnowledgeError: there is none.
        """
        if name not in self.words:
            raise KnowledgeError(f"{MOVES_FILE}: words.{name} is missing", "Put it back.")
        return self.words[name]


def is_number(plain: str) -> bool:
    """Whether a word is a number, in figures or spelt."""
    return plain[0].isdigit() or plain in _SMALL


def _reach(pattern: Pattern, at: int, sentence: Sentence, word: int) -> int:
    """The word after the pattern's last, or -1; gaps are short, so it goes back little."""
    while at < len(pattern):
        item = pattern[at]
        if item.gap:
            for skipped in range(item.gap + 1):
                last = _reach(pattern, at + 1, sentence, word + skipped)
                if last >= 0:
                    return last
            return -1
        if item.edge == "^":
            if word not in sentence.clauses:
                return -1
        elif item.edge == "$":
            if word != len(sentence.words):
                return -1
        elif word < len(sentence.words) and item.takes(sentence.words[word], word > 0):
            if item.optional:
                last = _reach(pattern, at + 1, sentence, word + 1)
                if last >= 0:
                    return last
            else:
                word += 1
        elif not item.optional:
            return -1
        at += 1
    return word


def default_knowledge() -> Path:
    """The knowledge folder of the checkout, or the one installed with the package."""
    checkout = _PACKAGE.parent / "knowledge"
    return checkout if checkout.is_dir() else _PACKAGE / "_data" / "knowledge"


@lru_cache(maxsize=4)
def load_cues(knowledge: Path) -> Cues:
    """Read the cues.

    Raises:
        KnowledgeError: the file is missing or wrong.
    """
    path = knowledge / MOVES_FILE
    data = load_mapping(path)
    check_keys(data, ("words", "cues"), (), str(path))
    words: dict[str, frozenset[str]] = {}
    for name, listed in data["words"].items():
        words[name] = frozenset(_text(path, f"words.{name}", listed).split())
    groups: dict[str, Group] = {}
    for name, rows in data["cues"].items():
        if not isinstance(rows, list) or not rows:
            raise KnowledgeError(f"{path}: cues.{name} is not a list", "Write one pattern a line.")
        read = [_pattern(path, name, _text(path, f"cues.{name}", row), words) for row in rows]
        groups[name] = _group(read)
    return Cues(words, groups)


def _group(patterns: list[Pattern]) -> Group:
    by_word: dict[str, list[Pattern]] = {}
    rest: list[Pattern] = []
    for pattern in patterns:
        first = next(item for item in pattern if not item.edge)
        if first.number or first.name or first.anything or first.endings:
            rest.append(pattern)
            continue
        for word in first.plain:
            by_word.setdefault(word, []).append(pattern)
    return Group({word: tuple(listed) for word, listed in by_word.items()}, tuple(rest))


def _text(path: Path, place: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise KnowledgeError(f"{path}: {place} is not a text", "Write words, quoted if need be.")
    return value


def _pattern(path: Path, name: str, row: str, words: Mapping[str, frozenset[str]]) -> Pattern:
    items = tuple(_item(path, name, part, words) for part in row.split())
    first = next((item for item in items if not item.edge), None)
    if first is None or first.gap or first.optional:
        raise KnowledgeError(
            f"{path}: cues.{name}: {row!r} begins with a gap", "Begin with a word."
        )
    return items


def _item(path: Path, name: str, part: str, words: Mapping[str, frozenset[str]]) -> Item:
    if part in _GAPS:
        return Item(gap=_GAPS[part])
    if part in "^$":
        return Item(edge=part)
    if part == "_":
        return Item(anything=True)
    optional = part.endswith("?")
    plain: set[str] = set()
    endings: list[str] = []
    number = name_too = False
    for one in part.removesuffix("?").split("|"):
        if one.startswith("<"):
            listed = one.strip("<>")
            if listed not in words:
                raise KnowledgeError(
                    f"{path}: cues.{name}: there is no list <{listed}>", "Add it under words."
                )
            plain |= words[listed]
        elif one.startswith("*"):
            endings.append(one[1:])
        elif one == "#":
            number = True
        elif one == "@":
            name_too = True
        else:
            plain.add(one)
    return Item(frozenset(plain), tuple(endings), number, name_too, optional=optional)
