"""Examines the installation: one line for each thing the coach needs, with a fix where it fails."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Kind
from coach.errors import CoachError
from coach.settings import Settings
from coach.use_cases.examples import example
from coach.use_cases.ports import Services
from coach.use_cases.read_brief import parse_brief

PROBE = "What should I ask for in a first message?"


@dataclass(frozen=True)
class Check:
    """One thing examined: its state in words, and the fix when it is not well."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def examine(settings: Settings, build: Callable[[], Services]) -> list[Check]:
    """Try everything once, in the order in which one thing needs another."""
    checks = [_model(settings), _folder(settings)]
    try:
        services = build()
    except CoachError as error:
        return [*checks, Check("guidance", False, error.message, error.fix)]
    count = f"{len(services.cards.cards)} cards, {len(services.cards.sources)} sources"
    checks.append(Check("guidance", True, f"{count} in {settings.knowledge}"))
    return [*checks, _search(services), _writer(services)]


def _model(settings: Settings) -> Check:
    if settings.model == "built-in":
        return Check("writer", True, "built-in: no key, no network")
    return Check(
        "writer",
        False,
        f"COACH_MODEL is {settings.model}, but this version writes with the built-in writer",
        "Unset COACH_MODEL; drafts are written all the same.",
    )


def _folder(settings: Settings) -> Check:
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=settings.home):
            return Check("data folder", True, str(settings.home))
    except OSError as error:
        detail = f"{settings.home} cannot be written: {error.strerror}"
        return Check("data folder", False, detail, "Set COACH_HOME to a folder of yours.")


def _search(services: Services) -> Check:
    try:
        found = services.search.search(PROBE, 3)
    except CoachError as error:
        return Check("search", False, error.message, error.fix)
    if not found.answered:
        return Check(
            "search",
            False,
            "a plain question found nothing",
            "Remove the index folder and try again.",
        )
    return Check("search", True, f"works offline (asked “{PROBE}”, found {found.results[0].card})")


def _writer(services: Services) -> Check:
    brief = parse_brief(example(Kind.OUTREACH))
    assert isinstance(brief, OutreachBrief)  # noqa: S101 - the example's kind is fixed
    try:
        message = services.writer.outreach(brief)
    except CoachError as error:
        return Check("drafts", False, error.message, error.fix)
    return Check(
        "drafts", True, f"the example makes a message of {len(message.body.split())} words"
    )
