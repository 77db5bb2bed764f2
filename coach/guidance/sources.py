"""The publications cards rest on: ``sources.yaml`` in CSL field names, read into Source."""

import re
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from coach.domain.card import Source
from coach.domain.strict_yaml import check_keys, parse_yaml, read_text
from coach.errors import KnowledgeError

REQUIRED = ("id", "type", "title", "evidence", "finding", "limits", "read")
OPTIONAL = (
    "author",
    "container-title",
    "publisher",
    "issued",
    "volume",
    "issue",
    "number",
    "page",
    "DOI",
    "URL",
)
READ = ("whole", "abstract", "summary", "excerpt")
"""How much of a source was seen: all of it, its abstract, a summary by others, or some passages."""
CSL_TYPES = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "book",
    "chapter",
    "dataset",
    "document",
    "manuscript",
    "paper-conference",
    "post",
    "post-weblog",
    "report",
    "review",
    "speech",
    "standard",
    "thesis",
    "webpage",
)
"""The item types of CSL 1.0.2 that a source may have."""

_FIELDS = {
    "container-title": "container",
    "publisher": "publisher",
    "volume": "volume",
    "page": "page",
    "DOI": "doi",
    "URL": "url",
}
"""CSL name -> the name of the text field of Source (a report's number goes into its issue)."""
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_URL = re.compile(r"https?://\S+")


def source_entries(path: Path) -> list[object]:
    """The entries of a sources file, not yet checked.

    Raises:
        KnowledgeError: the file cannot be read or is not a list.
    """
    entries = parse_yaml(read_text(path), str(path))
    if not isinstance(entries, list):
        raise KnowledgeError(f"{path}: not a list of sources", "Open each source with '- id:'.")
    return entries


def parse_source(entry: object, path: Path) -> Source:
    """Turn one entry of a sources file into a Source.

    Raises:
        KnowledgeError: a field is unknown, missing or wrong.
    """
    if not isinstance(entry, dict):
        raise KnowledgeError(f"{path}: an entry is not a source: {entry!r:.60}", "Give it an id.")
    origin = f"{path}: source '{entry.get('id', '?')}'"
    fields = cast(dict[str, object], entry)
    check_keys(fields, REQUIRED, OPTIONAL, origin)
    for name in ("id", "title", "finding", "limits", "read"):
        if not isinstance(fields[name], str) or not str(fields[name]).strip():
            raise KnowledgeError(f"{origin}: '{name}' is not a text", f"Write '{name}' as text.")
    if fields["type"] not in CSL_TYPES:
        raise KnowledgeError(
            f"{origin}: '{fields['type']}' is not a CSL type", "Use one, as 'article-journal'."
        )
    if fields["read"] not in READ:
        raise KnowledgeError(
            f"{origin}: 'read' is '{fields['read']}'", f"Write one of {', '.join(READ)}."
        )
    _check_address(
        fields, "DOI", _DOI, "Write it as 10.1234/abc, without https://doi.org/.", origin
    )
    _check_address(fields, "URL", _URL, "Open it with https:// or http://.", origin)
    try:
        return Source(
            id=str(fields["id"]),
            type=str(fields["type"]),
            title=str(fields["title"]),
            authors=_authors(fields.get("author"), origin),
            year=_year(fields.get("issued"), origin),
            evidence=fields["evidence"],
            finding=str(fields["finding"]),
            limits=str(fields["limits"]),
            read=str(fields["read"]),
            issue=_text(fields.get("issue", fields.get("number"))),
            **{ours: _text(fields.get(csl)) for csl, ours in _FIELDS.items()},
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise KnowledgeError(
            f"{origin}: '{place}': {first['msg']}", f"Correct '{place}'."
        ) from None


def read_sources(path: Path) -> dict[str, Source]:
    """Read every source, by id.

    Raises:
        KnowledgeError: the file or an entry is wrong, or two share an id.
    """
    sources: dict[str, Source] = {}
    for entry in source_entries(path):
        source = parse_source(entry, path)
        if source.id in sources:
            raise KnowledgeError(
                f"{path}: two sources are called '{source.id}'", "Join them, or rename one."
            )
        sources[source.id] = source
    return sources


def _check_address(
    fields: dict[str, object], name: str, shape: re.Pattern[str], fix: str, origin: str
) -> None:
    value = fields.get(name)
    if value is not None and not shape.fullmatch(str(value)):
        raise KnowledgeError(f"{origin}: {name} '{value}' is not a {name}", fix)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _year(value: object, origin: str) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise KnowledgeError(f"{origin}: 'issued' is not a year: {value!r}", "Write it as 2021.")


def _authors(value: object, origin: str) -> tuple[str, ...]:
    """Author names as "Family, Given", or an organisation's name as it stands."""
    if value is None:
        return ()
    if not isinstance(value, list) or not value:
        raise KnowledgeError(f"{origin}: 'author' is not a list of names", "List the authors.")
    names = []
    for person in value:
        keys = set(person) if isinstance(person, dict) else set()
        if keys == {"literal"}:
            names.append(str(person["literal"]))
        elif "family" in keys and keys <= {"family", "given"}:
            names.append(", ".join(str(person[key]) for key in ("family", "given") if key in keys))
        else:
            raise KnowledgeError(
                f"{origin}: an author is neither {{family, given}} nor {{literal}}: {person!r:.60}",
                "Write a person as {family: Allen, given: T. D.}.",
            )
    return tuple(names)
