"""What the buttons do: read the form as a brief, and have it drafted."""

from streamlit.delta_generator import DeltaGenerator

from coach.domain.brief import AnyBrief, OutreachBrief
from coach.domain.results import AnyDraft, OutreachDraft
from coach.errors import CoachError
from coach.ui.calm import show_problem
from coach.ui.forms import ORIGIN, Form
from coach.ui.library_wanted import wanted_ids
from coach.ui.memory import desk
from coach.ui.services import reading_guidance
from coach.ui.versions import Version, versions
from coach.ui.withheld import anyway_key, withheld_key
from coach.use_cases.draft import draft
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.safety import is_withheld

PATIENCE = 2.0
"""Seconds a draft waits for the guidance while that is read for the first time."""


def read_form(form: Form) -> AnyBrief:
    """Read the form as a brief.

    Raises:
        BriefError: when something is missing or wrong, as on the command line.
    """
    return brief_from_mapping(form.brief(), ORIGIN)


def message_brief(form: Form) -> OutreachBrief | None:
    """The form as a message's brief; none while it cannot be read."""
    try:
        brief = read_form(form)
    except CoachError:
        return None
    return brief if isinstance(brief, OutreachBrief) else None


def make(
    form: Form, problems: DeltaGenerator, waiting: DeltaGenerator, variant: int = 0
) -> tuple[AnyBrief, AnyDraft] | None:
    """Draft what the form asks for; when it cannot be, say why in ``problems``."""
    try:
        brief = read_form(form)
        wanted = wanted_ids() if isinstance(brief, OutreachBrief) else ()
        anyway = bool(desk().pop(anyway_key(form), False))
        with waiting, reading_guidance(PATIENCE) as services:
            return brief, draft(brief, services, variant=variant, wanted=wanted, anyway=anyway)
    except CoachError as problem:
        with problems:
            show_problem(problem, form.in_form_words)
        return None


def write_message(
    form: Form, problems: DeltaGenerator, waiting: DeltaGenerator, variant: int = 0
) -> None:
    """Write a message and put it on screen; the one before is kept."""
    made = make(form, problems, waiting, variant)
    if made is None:
        return
    brief, written = made
    desk()[withheld_key(form)] = written if is_withheld(written) else None
    if is_withheld(written):
        return
    if isinstance(brief, OutreachBrief) and isinstance(written, OutreachDraft):
        versions().add(Version(written, written.subject, written.body, brief, variant))
