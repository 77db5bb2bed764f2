"""Reads scenarios and personas from ``knowledge/``, by id; a mistake in a file names its fix."""

import difflib
import re
import typing
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from coach.domain.strict_yaml import check_keys, load_mapping
from coach.domain.vocabulary import Stage
from coach.errors import InputError, KnowledgeError
from coach.rehearsal.scene import Part, Persona, Scenario, Situation
from coach.rehearsal.speech import speech
from coach.rehearsal.written_out import write_out

SCENARIOS = "scenarios"
PERSONAS = "personas"


@lru_cache(maxsize=256)
def load_scenario(knowledge: Path, name: str) -> Scenario:
    """Return the scenario with this id.

    Raises:
        InputError: there is none.
        KnowledgeError: its file is wrong.
    """
    return read_scenario(_file(knowledge / SCENARIOS, name, "scenario"))


@lru_cache(maxsize=256)
def load_persona(knowledge: Path, name: str) -> Persona:
    """Return the persona with this id.

    Raises:
        InputError: there is none.
        KnowledgeError: its file is wrong.
    """
    return read_persona(_file(knowledge / PERSONAS, name, "persona"))


@lru_cache(maxsize=8)
def load_scenarios(knowledge: Path) -> tuple[Scenario, ...]:
    """Every scenario, in the order in which a relationship meets them.

    Raises:
        KnowledgeError: there is none, or a file is wrong.
    """
    stages = list(Stage)
    found = [load_scenario(knowledge, name) for name in names(knowledge / SCENARIOS)]
    return tuple(sorted(found, key=lambda scenario: (stages.index(scenario.stage), scenario.id)))


@lru_cache(maxsize=8)
def load_personas(knowledge: Path) -> tuple[Persona, ...]:
    """Every persona, the easiest to win first.

    Raises:
        KnowledgeError: there is none, or a file is wrong.
    """
    found = [load_persona(knowledge, name) for name in names(knowledge / PERSONAS)]
    return tuple(sorted(found, key=lambda persona: (persona.resistance, persona.id)))


_TELLING = frozenset({Situation.HABIT, Situation.PICKS_UP, Situation.REMEMBERS})
"""Situations whose lines tell of the counterpart, or repeat the mentee's words."""


@lru_cache(maxsize=4)
def load_reactions(knowledge: Path) -> frozenset[str]:
    """The sentences with which the personas react to what was said; they tell nothing of a talk.

    Raises:
        KnowledgeError: a file is wrong.
    """
    lines = [
        line
        for persona in load_personas(knowledge)
        for situation, said in persona.lines.items()
        if situation not in _TELLING
        for line in said
    ]
    return frozenset(
        sentence.text.strip()
        for line in lines
        for form in (line, write_out(line))
        for sentence in speech(form).sentences
    )


def names(folder: Path) -> list[str]:
    """The ids in a folder of scenarios or personas.

    Raises:
        KnowledgeError: the folder holds none.
    """
    found = sorted(path.stem for path in folder.glob("*.yaml"))
    if not found:
        raise KnowledgeError(
            f"{folder}: nothing found", "Restore the folder, or reinstall the program."
        )
    return found


def read_scenario(path: Path) -> Scenario:
    """Read one scenario file.

    Raises:
        KnowledgeError: an entry is unknown, missing or of the wrong kind, or the id is not the
            file's name.
    """
    scenario = read_part(Scenario, path)
    same_name(scenario.id, path)
    return scenario


def read_persona(path: Path) -> Persona:
    """Read one persona file.

    Raises:
        KnowledgeError: as for a scenario, or a situation has no lines.
    """
    persona = read_part(Persona, path)
    same_name(persona.id, path)
    check_keys(persona.lines, [situation.value for situation in Situation], (), f"{path}: lines")
    return persona


_Kind = typing.TypeVar("_Kind", bound=Part)


def read_part(model: type[_Kind], path: Path) -> _Kind:
    """Read one file of this kind.

    Raises:
        KnowledgeError: an entry is unknown, missing or of the wrong kind.
    """
    data = load_mapping(path)
    _check(model, data, str(path))
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        origin = f"{path}: '{place}'"
        if first["type"] == "enum":
            check_keys([first["input"]], (), _allowed(first["ctx"]["expected"]), origin)
        raise KnowledgeError(f"{origin}: {first['msg']}", f"Correct '{place}'.") from None


def _allowed(expected: str) -> list[str]:
    """The words of pydantic's "'a', 'b' or 'c'"."""
    return re.findall(r"'([^']+)'", expected)


def _check(model: type[BaseModel], data: object, origin: str) -> None:
    """Refuse unknown and missing entries here and in every part below."""
    if not isinstance(data, dict):
        raise KnowledgeError(f"{origin}: not a set of keys", "Write `key:` with its entries below.")
    fields = model.model_fields
    required = [name for name, field in fields.items() if field.is_required()]
    check_keys(data, required, [name for name in fields if name not in required], origin)
    for name, field in fields.items():
        for part in _parts(field.annotation):
            below = data.get(name)
            entries = below if isinstance(below, list) else [below]
            for number, entry in enumerate(entries, 1):
                at = f"{origin}: {name} {number}" if len(entries) > 1 else f"{origin}: {name}"
                _check(part, entry, at)


def _parts(annotation: object) -> Iterable[type[Part]]:
    """The parts a field is made of: itself, or the members of a list."""
    members = typing.get_args(annotation) or (annotation,)
    return [one for one in members if isinstance(one, type) and issubclass(one, Part)]


def _file(folder: Path, name: str, kind: str) -> Path:
    known = names(folder)
    if name in known:
        return folder / f"{name}.yaml"
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(known)}."
    raise InputError(f"there is no {kind} '{name}'", hint)


def same_name(name: str, path: Path) -> None:
    """Refuse a file whose id is not its name.

    Raises:
        KnowledgeError: they differ.
    """
    if name != path.stem:
        raise KnowledgeError(
            f"{path}: the id is '{name}' but the file is named '{path.stem}'",
            "Give the file and the id one name.",
        )
