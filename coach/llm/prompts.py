"""Reads the prompts in ``prompts/`` and fills them in, strictly; text from outside is fenced as data.

A prompt is a Markdown file: front matter (``name``, ``version``, ``inputs``, ``outside``, ``output``),
then ``# System`` and ``# User``. ``{{name}}`` stands for an input. Inputs named under ``outside`` hold
what somebody typed or sent: they are put between ``<data>`` tags which they cannot close.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import parse_yaml, read_text
from coach.errors import KnowledgeError

_KEYS = ("name", "version", "inputs", "outside", "output")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_PARTS = re.compile(r"\A\s*# System\n(.*?)\n# User\n(.*)\Z", re.S)
_INPUT = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
_FENCE = re.compile(r"<(?=\s*/?\s*data\b)", re.I)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Characters nobody sees; directions and joiners of real scripts (U+200C, U+200D) stay."""
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Rendered:
    """A prompt filled in. ``tag`` is ``name@version:hash`` of the file; ``output`` names its form."""

    system: str
    user: str
    tag: str
    output: str


@dataclass(frozen=True)
class Prompt:
    """One prompt file."""

    name: str
    version: int
    inputs: tuple[str, ...]
    outside: frozenset[str]
    output: str
    system: str
    user: str
    digest: str

    @property
    def tag(self) -> str:
        """``name@version:hash``: a version for people, a hash of the content for machines."""
        return f"{self.name}@{self.version}:{self.digest}"

    def render(
        self, values: Mapping[str, str], change: Callable[[str], str] = lambda text: text
    ) -> Rendered:
        """Fill in the inputs.

        Args:
            values: a text for each input; an empty one leaves its place, and its line if it is
                alone there, empty.
            change: done to every value first, such as masking.

        Raises:
            KnowledgeError: a value is missing, or one is given that the prompt does not take.
        """
        missing = [name for name in self.inputs if name not in values]
        unknown = [name for name in values if name not in self.inputs]
        if missing or unknown:
            wrong = f"without {missing[0]}" if missing else f"with the unknown {unknown[0]}"
            raise KnowledgeError(
                f"prompts/{self.name}.md was filled in {wrong}",
                f"Its inputs are {', '.join(self.inputs)}.",
            )
        texts = {
            name: _fenced(name, change(text)) if name in self.outside else change(text).strip()
            for name, text in values.items()
        }
        return Rendered(
            system=_filled(self.system, texts),
            user=_filled(self.user, texts),
            tag=self.tag,
            output=self.output,
        )


def as_data(text: str) -> str:
    """A text that cannot close the fence it is put in; what nobody can see is taken out."""
    return _FENCE.sub("‹", _UNSEEN.sub("", text)).strip()


def _fenced(name: str, text: str) -> str:
    inside = as_data(text)
    return f'<data name="{name}">\n{inside}\n</data>' if inside else ""


def _filled(template: str, texts: Mapping[str, str]) -> str:
    filled = _INPUT.sub(lambda found: texts[found.group(1)], template)
    return _BLANK_LINES.sub("\n\n", filled).strip()


class PromptBook:
    """Every prompt of a folder, each read once.

    Raises:
        KnowledgeError: from ``get``, when a file is missing or breaks the format.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> Prompt:
        """Return a prompt by its name."""
        return load_prompt(self._folder / f"{name}.md")

    def names(self) -> tuple[str, ...]:
        """Every prompt of the folder, in alphabetical order."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.md")))

    def render(
        self,
        name: str,
        values: Mapping[str, str],
        change: Callable[[str], str] = lambda text: text,
    ) -> Rendered:
        """Fill a prompt in; see ``Prompt.render``."""
        return self.get(name).render(values, change)


@lru_cache(maxsize=64)
def load_prompt(path: Path) -> Prompt:
    """Read a prompt file.

    Raises:
        KnowledgeError: the file is missing, a key is missing or unknown, or its inputs and those
            used in it are not the same.
    """
    text = read_text(path)
    front = _FRONT.match(text)
    parts = _PARTS.match(text[front.end() :]) if front else None
    if front is None or parts is None:
        raise _wrong(path, "it needs front matter, then # System, then # User")
    head = parse_yaml(front.group(1), str(path))
    if not isinstance(head, dict) or sorted(head) != sorted(_KEYS):
        raise _wrong(path, f"its front matter needs exactly {', '.join(_KEYS)}")
    inputs, outside = tuple(head["inputs"] or ()), frozenset(head["outside"] or ())
    _check(path, head, inputs, outside, set(_INPUT.findall(parts.group(1) + parts.group(2))))
    return Prompt(
        name=head["name"],
        version=head["version"],
        inputs=inputs,
        outside=outside,
        output=head["output"],
        system=parts.group(1).strip(),
        user=parts.group(2).strip(),
        digest=hashlib.sha256(text.encode()).hexdigest()[:6],
    )


def _check(
    path: Path,
    head: Mapping[str, object],
    inputs: tuple[str, ...],
    outside: frozenset[str],
    used: set[str],
) -> None:
    if head["name"] != path.stem:
        raise _wrong(path, f"its name is {head['name']!r}, and the file's is {path.stem!r}")
    if not isinstance(head["version"], int) or not isinstance(head["output"], str):
        raise _wrong(path, "version is a whole number, and output names a form")
    if used != set(inputs):
        odd = sorted(used ^ set(inputs))
        raise _wrong(path, f"{odd[0]} is not both named under inputs and used")
    if outside - set(inputs):
        raise _wrong(path, f"{min(outside - set(inputs))} stands under outside, not under inputs")


def _wrong(path: Path, what: str) -> KnowledgeError:
    return KnowledgeError(f"prompts/{path.name}: {what}", "Mend the file, or put back ours.")
