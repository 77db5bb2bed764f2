"""Brief -> guidance -> write -> review: a message, an agenda or reflection questions."""

from collections.abc import Sequence
from dataclasses import replace

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief, ReflectionBrief
from coach.domain.card import Card
from coach.domain.results import (
    AgendaDraft,
    AnyDraft,
    Finding,
    GuidanceRef,
    OutreachDraft,
    ReflectionDraft,
)
from coach.domain.vocabulary import Purpose, Severity, Style
from coach.review import (
    coach_asks_only,
    mentor_advises,
    review_agenda,
    review_message,
    review_reflection,
)
from coach.use_cases.checked import Watch, unwatched
from coach.use_cases.guidance import cards_by_topic
from coach.use_cases.model_message import message_with_model
from coach.use_cases.model_questions import agenda_with_model, reflection_with_model
from coach.use_cases.plan_needs import plan_need
from coach.use_cases.ports import Services
from coach.use_cases.private_notes import opened, questions_on_notes
from coach.use_cases.safety import notice_in, with_care, withheld_draft

GUIDANCE_CARDS = 3
_NEEDS = {
    Purpose.FIRST_CONTACT: "first message to a stranger: a small ask, one clear question, and why them",
    Purpose.INTRODUCTION_REQUEST: "how do I ask a mutual contact to introduce me",
    Purpose.FOLLOW_UP: "they have not replied, how do I follow up",
    Purpose.THANK_YOU: "how do I thank them for their advice",
    Purpose.PROGRESS_UPDATE: "how do I tell my mentor what came of their advice",
    Purpose.SPONSOR_ASK: "how do I ask somebody senior to put my name forward",
    Purpose.PROGRAMME_APPLICATION: "how do I apply to the mentoring programme for a good match",
    Purpose.RECONNECT: "how do I get back in touch with somebody after a long time",
    Purpose.REPLY_TO_NO: "they said no, what do I write back",
    Purpose.CLOSING: "how do I end the mentoring well and say goodbye",
}
"""What a person who writes for this purpose needs to know, as they would ask it. What the message is
about is left out: advice on a subject is not advice on how to write about it."""


def draft(
    brief: AnyBrief,
    services: Services,
    *,
    variant: int = 0,
    wanted: Sequence[str] = (),
    anyway: bool = False,
    watch: Watch = unwatched,
) -> AnyDraft:
    """Write what the brief asks for, reviewed and with the guidance it rests on.

    Args:
        brief: what the mentee told us.
        services: the writer and the guidance.
        variant: which of the writer's approaches to take; it wraps around.
        wanted: cards the mentee chose to use, by id; they come first in the guidance, and an id
            nobody knows is left out.
        anyway: write also what is withheld for care, because the mentee said so.
        watch: told what is being done while a language model writes.

    Returns:
        The draft; ``care`` comes first when the brief tells of distress or harm, and then nothing
        else is in it unless ``anyway``.
    """
    noticed = notice_in(brief, services.told)
    if noticed is None:
        return _written(brief, services, variant, wanted, watch)
    if noticed.stops and not anyway:
        return withheld_draft(brief, noticed)
    # What tells of harm is not sent to anybody: the built-in writer writes it.
    alone = replace(services, model=None)
    return with_care(_written(brief, alone, variant, wanted, watch), noticed)


def _written(
    brief: AnyBrief, services: Services, variant: int, wanted: Sequence[str], watch: Watch
) -> AnyDraft:
    """The draft, with a question for each private note that may be told by the same brief."""
    written = _of_its_kind(brief, services, variant, wanted, watch)
    asked = questions_on_notes(brief)
    return written.model_copy(update={"questions": (*written.questions, *asked)})


def _of_its_kind(
    brief: AnyBrief, services: Services, variant: int, wanted: Sequence[str], watch: Watch
) -> AnyDraft:
    guidance = _guidance(brief, services, wanted)
    if isinstance(brief, OutreachBrief):
        message = _message(brief, services, variant, guidance)
        if services.model is None or brief.style is Style.COACH:
            return message  # a coach only joins the mentee's own words
        return message_with_model(
            brief,
            services,
            services.model,
            message,
            variant=variant,
            guidance=guidance,
            watch=watch,
        ).delivered
    if isinstance(brief, AgendaBrief):
        return _agenda(brief, services, guidance, watch)
    return _reflection(brief, services, guidance, watch)


def _message(
    brief: OutreachBrief, services: Services, variant: int, guidance: tuple[GuidanceRef, ...]
) -> OutreachDraft:
    written = services.writer.outreach(brief, variant)
    findings = review_message(
        written.body,
        brief=brief,
        subject=written.subject,
        cards=cards_by_topic(services.cards),
        alike=opened(brief, services.alike),
    )
    written = written.model_copy(update={"questions": _asked(written, findings, brief, services)})
    if brief.style is Style.COACH and written.questions:
        findings = (*findings, _with_cards(coach_asks_only(written.questions), services))
    return written.model_copy(update={"findings": findings, "guidance": guidance})


def _asked(
    written: OutreachDraft, findings: Sequence[Finding], brief: OutreachBrief, services: Services
) -> tuple[str, ...]:
    """The writer's questions, and one for each *must* that fails and that an answer would meet."""
    failed = (f.check for f in findings if not f.passed and f.severity is Severity.MUST)
    asked = (services.writer.question_for(check, brief) for check in failed)
    return tuple(dict.fromkeys(filter(None, (*written.questions, *asked))))


def _agenda(
    brief: AgendaBrief, services: Services, guidance: tuple[GuidanceRef, ...], watch: Watch
) -> AgendaDraft:
    near = opened(brief, services.alike)
    cards = cards_by_topic(services.cards)

    def reviewed(plan: AgendaDraft) -> tuple[Finding, ...]:
        style = _style_finding(brief.style, [*plan.prepare, *plan.questions], plan.prepare)
        found = review_agenda(plan, brief, cards=cards, alike=near)
        return (*found, _with_cards(style, services))

    written = services.writer.agenda(brief)
    floor = written.model_copy(update={"findings": reviewed(written), "guidance": guidance})
    if services.model is None:
        return floor
    return agenda_with_model(brief, services.model, floor, reviewed, watch).delivered


def _reflection(
    brief: ReflectionBrief, services: Services, guidance: tuple[GuidanceRef, ...], watch: Watch
) -> ReflectionDraft:
    near = opened(brief, services.alike)
    cards = cards_by_topic(services.cards)

    def reviewed(plan: ReflectionDraft) -> tuple[Finding, ...]:
        advice = [text for section in plan.sections for text in section.advice]
        prompts = [text for section in plan.sections for text in section.prompts]
        style = _style_finding(brief.style, [*prompts, *advice], advice)
        found = review_reflection(plan, brief, cards=cards, alike=near)
        return (*found, _with_cards(style, services))

    written = services.writer.reflection(brief)
    floor = written.model_copy(update={"findings": reviewed(written), "guidance": guidance})
    if services.model is None:
        return floor
    return reflection_with_model(brief, services.model, floor, reviewed, watch).delivered


def _style_finding(style: Style, asked: Sequence[str], advised: Sequence[str]) -> Finding:
    """Whether the text keeps the promise of its style."""
    return coach_asks_only(asked) if style is Style.COACH else mentor_advises(advised)


def _with_cards(finding: Finding, services: Services) -> Finding:
    topic = "open-questions" if finding.check == "coach-asks-only" else "good-questions"
    cards = tuple(cards_by_topic(services.cards).get(topic, ())[:2])
    return finding.model_copy(update={"cards": cards})


def _guidance(
    brief: AnyBrief, services: Services, wanted: Sequence[str]
) -> tuple[GuidanceRef, ...]:
    """The cards the mentee chose, then those nearest to what this brief is about."""
    answer = services.search.search(_need(brief), k=GUIDANCE_CARDS)
    cards = services.cards.cards
    chosen = [name for name in dict.fromkeys(wanted) if name in cards]
    nearest = [hit.card for hit in answer.results if hit.card in cards]
    listed = list(dict.fromkeys([*chosen, *nearest]))[: max(GUIDANCE_CARDS, len(chosen))]
    return tuple(_reference(cards[name]) for name in listed)


def _need(brief: AnyBrief) -> str:
    """What a person with this brief would ask the guidance."""
    if isinstance(brief, OutreachBrief):
        return _NEEDS[brief.purpose]
    return plan_need(brief)


def _reference(card: Card) -> GuidanceRef:
    return GuidanceRef(card=card.id, title=card.title, why=card.why, sources=card.sources)
