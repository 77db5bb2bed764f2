"""Examines the installation: one line for each thing the coach needs, with a fix where it fails."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Kind
from coach.errors import CoachError
from coach.settings import Settings
from coach.use_cases.examine_model import Check, examine_model
from coach.use_cases.examples import example
from coach.use_cases.ports import Services
from coach.use_cases.read_brief import parse_brief

__all__ = ["Check", "Way", "examine"]

PROBE = "What should I ask for in a first message?"


@dataclass(frozen=True)
class Way:
    """How to examine: what is wrong with the settings, if anything, and whether to try the model."""

    problem: CoachError | None = None
    try_model: bool = False


def examine(settings: Settings, build: Callable[[], Services], way: Way = Way()) -> list[Check]:
    """Try everything once, in the order in which one thing needs another."""
    folder = _folder(settings)
    try:
        services = build()
    except CoachError as error:
        return [folder, Check("guidance", False, error.message, error.fix)]
    count = f"{len(services.cards.cards)} cards, {len(services.cards.sources)} sources"
    writers = examine_model(settings, services, problem=way.problem, trying=way.try_model)
    guidance = Check("guidance", True, f"{count} in {settings.knowledge}")
    return [*writers, folder, guidance, _search(services), _writer(services)]


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
