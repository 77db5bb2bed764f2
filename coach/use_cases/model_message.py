"""Writes a message with a model: asked with the facts, reviewed, mended by rule and by the model."""

import datetime
from collections.abc import Sequence

from coach.domain.brief import OutreachBrief
from coach.domain.forms import MessageForm
from coach.domain.model import Task
from coach.domain.results import Clause, Finding, GuidanceRef, OutreachDraft, Sentence
from coach.domain.vocabulary import Channel, Severity, Support
from coach.review import default_knowledge, improve_message, provenance, review_message
from coach.review.kept import lost
from coach.review.language import is_english
from coach.review.same_fact import Mixed, facts_of, mixed_up, names_of
from coach.review.strays import strays, without_markup
from coach.review.text import words
from coach.use_cases.checked import Checked, Watch, Way, checked, failed_beyond, unwatched
from coach.use_cases.guidance import cards_by_topic
from coach.use_cases.masked_names import names_in
from coach.use_cases.model_facts import facts, notes, own_texts, public_texts
from coach.use_cases.model_guidance import guidance_lines
from coach.use_cases.model_words import load_model_words
from coach.use_cases.ports import Model, Services
from coach.use_cases.private_notes import opened
from coach.use_cases.second_reader import claims_reader
from coach.writing.request import DEFAULT_MINUTES

NEVER = frozenset({"no-unsupported-claim", "no-private-note", "no-placeholder", "names-recipient"})
"""What may not fail even where it fails in the floor as well."""
STRAY, FOREIGN, LOST, SIGNED = "no-stray", "in-english", "no-loss", "signed-by-sender"
MIXED = "same-fact"
"""Ids of what is asked of a model's text and of no other; the mentee never sees them fail."""
LONGEST = 700
_BLANK = "\n\n"


def message_with_model(
    brief: OutreachBrief,
    services: Services,
    model: Model,
    floor: OutreachDraft,
    *,
    variant: int = 0,
    guidance: Sequence[GuidanceRef] = (),
    watch: Watch = unwatched,
) -> Checked[OutreachDraft]:
    """Have a model write the message that ``floor`` says plainly.

    Args:
        brief: what the mentee told us.
        services: the guidance, and what compares private notes.
        model: who writes.
        floor: the built-in writer's message, reviewed; it is delivered when the model's fails.
        variant: which approach to take.
        guidance: the cards that bear on it, best first.
        watch: told what is being done.
    """
    desk = _Desk(brief, services, model, floor)
    way = Way(desk.first(variant, guidance), desk.read, desk.wrong, desk.again, floor)
    return checked(model, way, desk.words, watch)


class _Desk:
    """One brief being written about."""

    def __init__(
        self, brief: OutreachBrief, services: Services, model: Model, floor: OutreachDraft
    ) -> None:
        self._brief, self._services, self._model, self._floor = brief, services, model, floor
        self._names = names_in(brief)
        self._near = opened(brief, services.alike)
        self._claims = claims_reader(services.second)
        self._cards = cards_by_topic(services.cards)
        self.words = load_model_words(default_knowledge())

    def first(self, variant: int, guidance: Sequence[GuidanceRef]) -> Task[MessageForm]:
        brief = self._brief
        lines = guidance_lines(guidance, self._services.cards.cards, self._model.count)
        return Task(
            prompt="outreach",
            values={
                "purpose": self.words.purposes[brief.purpose],
                "approach": self.words.approach(variant),
                "guidance": f"{self.words.said['guidance']}\n{lines}" if lines else "",
                "notes": notes(brief, allowed=self._model.sees_notes),
                "plain": _as_text(self._floor.subject, self._floor.body),
                **self._always(),
            },
            form=MessageForm,
            shown="body",
            names=self._names,
            longest=LONGEST,
        )

    def again(self, draft: OutreachDraft, wrong: Sequence[Finding]) -> Task[MessageForm]:
        problems = "\n".join(
            " ".join(filter(None, [f"“{f.quote}”:" if f.quote else "", f.message, f.fix]))
            for f in wrong
        )
        return Task(
            prompt="repair",
            values={
                "problems": problems,
                "text": _as_text(draft.subject, draft.body),
                **self._always(),
            },
            form=MessageForm,
            shown="body",
            names=self._names,
            longest=LONGEST,
            why="repair",
        )

    def read(self, form: MessageForm) -> OutreachDraft:
        """The model's text, with what can be mended by rule mended, reviewed."""
        subject = " ".join(without_markup(form.subject).split())
        subject = subject if self._brief.channel is Channel.EMAIL else ""
        body = without_markup(form.body)
        plain = self._reviewed(subject, body)
        better = improve_message(
            _as_text(subject, body),
            plain.findings,
            brief=self._brief,
            alike=self._near,
            second=self._claims,
        )
        if not better.changes:
            return plain
        mended = self._reviewed(better.improved.subject, better.improved.body)
        return min(plain, mended, key=lambda draft: (len(self.wrong(draft)), draft is plain))

    def wrong(self, draft: OutreachDraft) -> tuple[Finding, ...]:
        """What keeps a text from being delivered."""
        return (
            *self._foreign(draft),
            *failed_beyond(draft.findings, self._floor.findings, NEVER),
        )

    def _foreign(self, draft: OutreachDraft) -> tuple[Finding, ...]:
        text = _as_text(draft.subject, draft.body)
        found = []
        if not is_english(draft.body):
            found.append(_finding(FOREIGN, "It is not in English.", "Write it in English."))
        for stray in strays(text, own_texts(self._brief)):
            found.append(
                _finding(STRAY, "Nobody gave this.", "Take it out, with all it belongs to.", stray)
            )
        for mixed in self._mixed(text):
            fix = f"Say it as it was told: “{mixed.told}”."
            found.append(_finding(MIXED, "This number belongs elsewhere.", fix, mixed.at.text))
        if not self._signed(draft.body):
            sender = self._brief.sender.name
            found.append(_finding(SIGNED, f"It is not signed by {sender}.", f"End with {sender}."))
        for told in lost(public_texts(self._brief), self._floor.body, draft.body):
            found.append(_finding(LOST, f"It leaves out “{told}”.", "Say it where it belongs."))
        return tuple(found)

    def _mixed(self, text: str) -> tuple[Mixed, ...]:
        """Numbers that were given, but of something else; and another length of talk than the one wanted."""
        brief = self._brief
        given = facts_of(brief, datetime.date.today())
        wanted = brief.ask.minutes or DEFAULT_MINUTES
        return mixed_up(text, given, minutes=wanted, names=names_of(brief))

    def _signed(self, body: str) -> bool:
        """Whether the last line is the sender's, as far as the sender has a name."""
        named = words(self._brief.sender.name.casefold())
        last = body.strip().rsplit("\n", 1)[-1].casefold()
        return not named or bool(set(named) & set(words(last)))

    def _always(self) -> dict[str, str]:
        brief = self._brief
        return {
            "length": self.words.lengths[brief.channel],
            "tone": brief.tone.value,
            "facts": facts(brief),
        }

    def _reviewed(self, subject: str, body: str) -> OutreachDraft:
        brief = self._brief
        findings = review_message(
            body,
            brief=brief,
            subject=subject,
            cards=self._cards,
            alike=self._near,
            second=self._claims,
        )
        return self._floor.model_copy(
            update={
                "subject": subject,
                "body": body,
                "sentences": sentences(
                    body, provenance(body, brief, subject=subject, second=self._claims)
                ),
                "findings": findings,
                "questions": self._asked(findings),
            }
        )

    def _asked(self, findings: Sequence[Finding]) -> tuple[str, ...]:
        """The floor's questions, for the same things are missing, and one for each failed *must*."""
        failed = (f.check for f in findings if not f.passed and f.severity is Severity.MUST)
        asked = (self._services.writer.question_for(check, self._brief) for check in failed)
        return tuple(dict.fromkeys(filter(None, (*self._floor.questions, *asked))))


def sentences(body: str, clauses: Sequence[Clause]) -> tuple[Sentence, ...]:
    """A text as sentences with what each rests on; joined they make up the text's words."""
    return tuple(
        Sentence.model_validate(
            {
                "text": clause.text,
                "move": "written",
                "from": clause.sources,
                "support": clause.support,
            }
        )
        for clause in clauses
        if clause.start < clause.end <= len(body)
    )


def is_supported(draft: OutreachDraft) -> bool:
    """Whether no sentence of a draft claims what nobody told us."""
    return all(sentence.support is not Support.UNSUPPORTED for sentence in draft.sentences)


def _as_text(subject: str, body: str) -> str:
    return f"Subject: {subject}{_BLANK}{body}" if subject else body


def _finding(check: str, message: str, fix: str, quote: str = "") -> Finding:
    return Finding(
        check=check, passed=False, severity=Severity.MUST, message=message, fix=fix, quote=quote
    )
