"""Checks the talks to be had with a person of the mentee's own: whole as any scenario, and nobody is guessed at."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from coach.domain.likeness import Likeness
from coach.errors import KnowledgeError
from coach.rehearsal.library import load_persona
from coach.rehearsal.line_rules import Problem
from coach.rehearsal.own_scene import BASE, own_persona, own_scene
from coach.rehearsal.own_talk import (
    TALKS,
    WORDS_FILE,
    OwnTalk,
    OwnWords,
    load_own_words,
    read_talk,
    talk_names,
)
from coach.rehearsal.scene import Scenario

_KNOWN_LITTLE = Likeness(name="Robin Ash")
_KNOWN_WELL = Likeness(
    name="Robin Ash",
    role="head of planning",
    organisation="Ash Works",
    about="Kim Dale",
    topic="choosing a second trade",
    last_advice=("shadow somebody for a day", "write it down"),
    open_actions=("ask for a day off", "call the college"),
    place="a bench by the canal",
)
"""Two to try every talk with: one of whom only the name is told, one of whom all is."""
_GUESSES = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself|mr|mrs|ms|sir|madam)\b", re.IGNORECASE
)
_EMPTY_QUOTE = re.compile(r"“\s*”")

Check = Callable[[Scenario], Iterator[Problem]]


def own_problems(
    knowledge: Path, scenarios: dict[str, Scenario], check: Check
) -> Iterator[tuple[Path, Problem]]:
    """Every problem of the talks, with the file it is in.

    Args:
        knowledge: the folder.
        scenarios: the scenarios by id.
        check: what every scenario is held to.
    """
    try:
        talks = {name: knowledge / TALKS / f"{name}.yaml" for name in talk_names(knowledge)}
        words = load_own_words(knowledge)
        own_persona(_KNOWN_LITTLE, load_persona(knowledge, BASE), words)
    except KnowledgeError as error:
        yield knowledge / WORDS_FILE, (error.message, error.fix)
        return
    for name, path in talks.items():
        if name not in scenarios:
            yield path, (f"there is no scenario '{name}'", "Name the file after one")
            continue
        try:
            talk = read_talk(path)
        except KnowledgeError as error:
            yield path, (error.message, error.fix)
            continue
        found = dict.fromkeys(_talk_problems(talk, scenarios[name], words, check))
        yield from ((path, problem) for problem in found)


def _talk_problems(
    talk: OwnTalk, stock: Scenario, words: OwnWords, check: Check
) -> Iterator[Problem]:
    if all("{" in line for line in talk.openings):
        yield "every opening has a slot", "Add one that can always be said"
        return
    for likeness in (_KNOWN_LITTLE, _KNOWN_WELL):
        scene = own_scene(likeness, talk, stock, words)
        yield from check(scene)
        for text in _texts(scene):
            if guessed := _GUESSES.search(text):
                yield f"“{guessed.group()}” in “{text}”", "Nobody's pronoun is known: say “they”"
            if _EMPTY_QUOTE.search(text) or "{" in text:
                yield f"an empty place in “{text}”", "Write a line for when it is not told"


def _texts(scene: Scenario) -> Iterator[str]:
    """Everything a person may read or hear in it, but for what is quoted from the scenario."""
    yield from (scene.setting, scene.you, scene.opening, *scene.asks_first, *scene.raises)
    yield from (*scene.feedback, *scene.goals, *scene.decision.granted, *scene.decision.not_yet)
    for ending in (scene.thinking, scene.close):
        yield from (*ending.good, *ending.poor)
    for matter in scene.knows:
        yield from (*matter.says, *matter.asks)
    for obstacle in scene.obstacles:
        yield from (*obstacle.lines, *obstacle.cleared)
