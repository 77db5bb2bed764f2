"""Finds where a text speaks of the counterpart by name, with or without title."""

import re
from dataclasses import dataclass

TITLE = re.compile(
    r"^(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|dame|lord|lady|rev|doctor|chef|judge|lt|col|baroness|baron|brigadier|general|admiral|commander|colonel|lieutenant|sergeant|cllr|councillor|ambassador|bishop|pastor|capt|captain|major|sgt|\(ret\)|coach|father|sister|rabbi|"
    r"imam)\.?$",
    re.I,
)

_PARTICLES = frozenset(
    "van von der den de del della di da do dos das du la le el al bin ibn binti ten ter te zu zur".split()
)
_AFTER_NAME = re.compile(r"\s*(?:[,;:(/]|\s[-–—]\s).*", re.S)


@dataclass(frozen=True)
class Counterpart:
    """The names by which a text may mention the person written to."""

    full: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name without titles, and without what was told of them beside it.

        "Joe Kim, worked with me at Acorn" is Joe and Kim; "at" is nobody.
        """
        return self._named(_AFTER_NAME.sub("", self.full)) or self._named(self.full)

    @staticmethod
    def _named(text: str) -> tuple[str, ...]:
        words = text.split()
        written = any(word[:1].isupper() and not TITLE.match(word.strip(",")) for word in words)
        return tuple(
            word
            for word in words
            if not TITLE.match(word.strip(","))
            and (not written or not word[:1].islower() or word in _PARTICLES)
        )

    def pattern(self) -> re.Pattern[str] | None:
        """Finds a mention: title and any run of the name's words, with a possessive if there is one."""
        parts = [re.escape(part) for part in self.parts if len(part) > 1]
        if not parts:
            return None
        name = "|".join(parts)
        title = r"(?:(?:dr|prof(?:essor)?|mrs?|ms|mx|miss|sir|dame|rev|doctor)\.?\s+)?"
        return re.compile(
            rf"(?<![\w-]){title}(?:{name})(?:\s+(?:{name}))*(['’]s\b|['’](?=\s))?(?![\w’'-])", re.I
        )
