"""What the buttons do: read the form as a brief, and have it drafted."""

from collections.abc import Callable
from functools import partial

from streamlit.delta_generator import DeltaGenerator

from coach.domain.brief import AnyBrief, OutreachBrief
from coach.domain.results import AnyDraft, OutreachDraft
from coach.domain.vocabulary import Style
from coach.errors import CoachError
from coach.settings import BUILT_IN
from coach.ui.calm import show_problem
from coach.ui.forms import ORIGIN, Form
from coach.ui.library_wanted import wanted_ids
from coach.ui.memory import desk
from coach.ui.model_choice import add_taken
from coach.ui.services import reading_guidance
from coach.ui.versions import NO_OTHER, Version, versions
from coach.ui.withheld import anyway_key, withheld_key
from coach.ui.writing import Watching, Work, as_stopped, under_way, without_model
from coach.use_cases.about_model import short_name
from coach.use_cases.draft import draft
from coach.use_cases.model_taken import taken_by
from coach.use_cases.ports import Model, Services
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.safety import is_withheld
from coach.use_cases.ways import different

APPROACHES = 3
"""How many approaches the built-in writer has."""
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
        with waiting, reading_guidance(PATIENCE) as services:
            return brief, _drafted(form, brief, services, variant)
    except CoachError as problem:
        desk().pop(anyway_key(form), None)
        with problems:
            show_problem(problem, form.in_form_words)
        return None


def _drafted(form: Form, brief: AnyBrief, services: Services, variant: int) -> AnyDraft:
    """The draft; by the built-in writer where a model was stopped on the way to it."""
    is_message = isinstance(brief, OutreachBrief)
    write = partial(
        draft,
        brief,
        variant=variant,
        wanted=wanted_ids() if is_message else (),
        anyway=bool(desk().get(anyway_key(form), False)),
    )
    model = services.model
    if model is None or (is_message and brief.style is Style.COACH):
        made = write(services)
    else:
        with under_way(form.page, (brief, variant)) as (work, ended):
            made = _watched(write, services, model, work, ended)
    desk().pop(anyway_key(form), None)
    return made


def _watched(
    write: Callable[..., AnyDraft], services: Services, model: Model, work: Work, ended: Work | None
) -> AnyDraft:
    """The model's draft while a person watches, or what is left of the one they turned away from."""
    if ended is not None:
        if ended.made is not None and ended.asked == work.asked:
            return ended.made
        return as_stopped(write(without_model(services)))
    watching = Watching(short_name(model.name))
    work.made = write(services, watch=watching)
    add_taken(taken_by(work.made.writer.calls))
    watching.end()
    return work.made


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


def write_another(
    form: Form, problems: DeltaGenerator, waiting: DeltaGenerator, shown: Version
) -> None:
    """Write it with another approach; where the brief gives no other, say so beside the message."""
    every = versions()
    for variant in range(shown.variant + 1, shown.variant + 1 + APPROACHES):
        made = make(form, problems, waiting, variant)
        if made is None or is_withheld(made[1]):
            return
        brief, written = made
        if not (isinstance(brief, OutreachBrief) and isinstance(written, OutreachDraft)):
            return
        before = every.drafts_of(brief)
        if len(different([*before, written])) > len(different(before)):
            every.add(Version(written, written.subject, written.body, brief, variant))
            return
        if written.writer.name != BUILT_IN:
            break  # a model is not asked again and again for what it has written before
    desk()[NO_OTHER] = brief
