"""Reading YAML that people edit by hand: every mistake becomes an error that names the file.

PyYAML keeps the last of two equal keys without a word; here that is an error too.
"""

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from coach.errors import KnowledgeError

_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Base):  # type: ignore[valid-type, misc]
    """The safe loader, with a repeated key as an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping; raise ``ConstructorError`` when a key stands there twice."""
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key '{key}' stands there twice", node.start_mark
                )
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]


def read_text(path: Path) -> str:
    """Return a knowledge file's text with Unix line ends.

    Raises:
        KnowledgeError: the file is missing, unreadable, or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise KnowledgeError(
            f"{path}: the file is missing", "Put it back, or reinstall the program."
        ) from None
    except UnicodeDecodeError:
        raise KnowledgeError(f"{path}: the file is not UTF-8 text", "Save it as UTF-8.") from None
    except OSError as error:
        raise KnowledgeError(
            f"{path}: the file cannot be read ({error.strerror})", "Check its permissions."
        ) from None


def parse_yaml(text: str, origin: str) -> object:
    """Return the value of a YAML text; ``origin`` names the file in errors.

    Raises:
        KnowledgeError: the text is not YAML, or repeats a key.
    """
    try:
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - built on the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" at line {mark.line + 1}" if mark else ""
        raise KnowledgeError(
            f"{origin}: not valid YAML{where}: {error.problem}",
            "Quote texts that hold a colon, a hash or a bracket, and name each key once.",
        ) from None
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError(f"{origin}: not valid YAML: {error}", "Correct the text.") from None


def load_mapping(path: Path) -> dict[str, Any]:
    """Return the entries of a YAML file of the knowledge folder.

    Raises:
        KnowledgeError: the file is missing, unreadable, not YAML, repeats a key, or has no entries.
    """
    data = parse_yaml(read_text(path), str(path))
    if not isinstance(data, dict):
        raise KnowledgeError(f"{path}: not a set of keys", "Write `key:` with its entries below.")
    return data


def check_keys(
    found: Iterable[object], required: Iterable[str], optional: Iterable[str], origin: str
) -> None:
    """Raise KnowledgeError when a key is unknown (naming the nearest known one) or missing."""
    names = [str(key) for key in found]
    needed = list(required)
    known = [*needed, *optional]
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(known)}."
            raise KnowledgeError(f"{origin}: unknown entry '{name}'", hint)
    missing = [name for name in needed if name not in names]
    if missing:
        raise KnowledgeError(f"{origin}: '{missing[0]}' is missing", f"Add '{missing[0]}'.")
