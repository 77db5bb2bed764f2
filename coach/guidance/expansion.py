"""Adds the guidance's word for an everyday one: "ghosted" also means "no reply"."""

from collections.abc import Mapping, Sequence

from coach.guidance.lexical import words


class Expansion:
    """A curated synonym list, applied to the stems of a question.

    Args:
        synonyms: an everyday word or short phrase -> the guidance's words.
    """

    def __init__(self, synonyms: Mapping[str, Sequence[str]]) -> None:
        self._meant: dict[tuple[str, ...], tuple[str, ...]] = {}
        for everyday, meant in synonyms.items():
            key = tuple(words(everyday))
            if key:
                stems = tuple(stem for text in meant for stem in words(text))
                self._meant[key] = (*self._meant.get(key, ()), *stems)
        self._longest = max(map(len, self._meant), default=0)

    def expand(self, stems: Sequence[str]) -> list[str]:
        """The stems, each once, and after them what they mean in the guidance."""
        added = [
            stem
            for start in range(len(stems))
            for size in range(1, self._longest + 1)
            for stem in self._meant.get(tuple(stems[start : start + size]), ())
        ]
        return list(dict.fromkeys([*stems, *added]))
