"""One card file, read into a Card: YAML front matter and five sections of plain Markdown."""

import re
from pathlib import Path

from pydantic import ValidationError

from coach.domain.card import Card
from coach.domain.strict_yaml import check_keys, parse_yaml, read_text
from coach.domain.vocabulary import TOPICS
from coach.errors import KnowledgeError

FRONT_MATTER = (
    "id",
    "title",
    "topic",
    "relationships",
    "stages",
    "evidence",
    "sources",
    "reviewed",
)
SECTIONS = ("Do", "Why", "Say", "Ask yourself", "Avoid")
TOPIC_IDS = tuple(topic for topics in TOPICS.values() for topic in topics)
"""Every topic, in reading order."""

_PARTS = re.compile(r"\A---\n(?P<front>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)


def card_files(knowledge: Path) -> list[Path]:
    """Every card file in reading order: by topic, then by name; unknown topics come last."""
    order = {topic: number for number, topic in enumerate(TOPIC_IDS)}
    found = (knowledge / "cards").glob("*/*.md")
    return sorted(found, key=lambda path: (order.get(path.parent.name, len(order)), path.name))


def read_card(path: Path) -> Card:
    """Read one card.

    Raises:
        KnowledgeError: the file breaks the format, or its folder or name disagrees with it.
    """
    card = parse_card(read_text(path), str(path))
    if card.topic != path.parent.name:
        raise KnowledgeError(
            f"{path}: the topic is '{card.topic}' but the folder is '{path.parent.name}'",
            f"Move the file to {card.topic}/ or correct the topic.",
        )
    if card.id != path.stem:
        raise KnowledgeError(
            f"{path}: the id is '{card.id}' but the file is named '{path.stem}'",
            "Give the file and the id one name.",
        )
    return card


def parse_card(text: str, origin: str) -> Card:
    """Parse a card's text; ``origin`` names the file in errors.

    Raises:
        KnowledgeError: the text breaks the card format.
    """
    parts = _PARTS.match(text)
    if parts is None:
        raise KnowledgeError(
            f"{origin}: no front matter", "Start the file with '---', the fields, and '---'."
        )
    front = parse_yaml(parts["front"], origin)
    if not isinstance(front, dict):
        raise KnowledgeError(f"{origin}: the front matter is not 'key: value'", "Correct it.")
    check_keys(front, FRONT_MATTER, (), origin)
    if front["topic"] not in TOPIC_IDS:
        raise KnowledgeError(
            f"{origin}: unknown topic '{front['topic']}'", "Use a topic from the topic list."
        )
    for name in ("relationships", "stages", "sources"):
        if not front[name]:
            raise KnowledgeError(f"{origin}: '{name}' is empty", f"Give at least one of {name}.")
    sections = split_sections(parts["body"], origin)
    try:
        return Card(
            **front,
            do=sections["Do"],
            why=sections["Why"],
            say=_lines(sections["Say"], "> ", "Say", origin),
            asks=_lines(sections["Ask yourself"], "- ", "Ask yourself", origin),
            avoid=sections["Avoid"],
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise KnowledgeError(
            f"{origin}: '{place}': {first['msg']}", f"Correct '{place}'."
        ) from None


def split_sections(body: str, origin: str) -> dict[str, str]:
    """Split a card's body into its five sections, by heading.

    Raises:
        KnowledgeError: a section is unknown, missing, doubled or empty.
    """
    before, *rest = _HEADING.split(body)
    headings = rest[0::2]
    if before.strip():
        raise KnowledgeError(f"{origin}: text before the first section", "Move it into '## Do'.")
    check_keys(headings, SECTIONS, (), origin)
    sections = dict(zip(headings, (text.strip() for text in rest[1::2]), strict=True))
    for name in SECTIONS:
        if headings.count(name) > 1:
            raise KnowledgeError(f"{origin}: '## {name}' stands there twice", "Join the two.")
        if not sections[name]:
            raise KnowledgeError(f"{origin}: '## {name}' is empty", "Write it.")
    return sections


def _lines(text: str, mark: str, section: str, origin: str) -> tuple[str, ...]:
    """The lines of a section in which every line opens with ``mark``."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines:
        if not line.startswith(mark):
            raise KnowledgeError(
                f"{origin}: a line of '## {section}' does not open with '{mark}': {line[:60]}",
                f"Open every line of '## {section}' with '{mark}'.",
            )
    return tuple(line.removeprefix(mark).strip() for line in lines)
