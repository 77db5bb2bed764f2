"""What a brief gives, in the forms in which claims are compared with it."""

from dataclasses import dataclass
from functools import cached_property

from coach.review.claim_tokens import given_months, given_names, given_numbers
from coach.review.reading import Reading


@dataclass(frozen=True)
class Ledger:
    """What the brief gives, in the forms claims are compared in."""

    reading: Reading

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All the brief gives; that a private note shows is for another check to say."""
        brief = self.reading.brief
        return (*self.reading.public_texts, *(brief.private_notes if brief is not None else ()))

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The meanings of all that is given."""
        return self.reading.concepts(self.texts)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The time asked for; its numbers support no other fact."""
        brief = self.reading.brief
        return (brief.ask.when, str(brief.ask.minutes)) if brief is not None else ()

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The numbers given as facts."""
        return given_numbers(t for t in self.texts if t not in self.asked)

    @cached_property
    def months(self) -> frozenset[str]:
        """The months given."""
        return given_months(self.texts)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every word given, as written, and the months that ISO dates stand for."""
        months = (stem for month in self.months for stem in self.reading.stems(month))
        return given_names(self.texts).union(months)

    @cached_property
    def past(self) -> str:
        """What is known of sender and reader together."""
        brief = self.reading.brief
        if brief is None:
            return ""
        texts = [brief.connection, *brief.recipient.facts, brief.why_them]
        texts += [t for h in brief.history for t in (h.what, h.advice, h.action, h.result)]
        return "\n".join(texts)

    @cached_property
    def past_content(self) -> frozenset[str]:
        """The meanings of what is known of the two together."""
        return self.reading.concepts(self.reading.content(self.past))

    @cached_property
    def in_contact(self) -> bool:
        """Whether the two have met, spoken, worked together or written before."""
        brief = self.reading.brief
        told = brief is not None and any(h.advice or h.what for h in brief.history)
        return told or self.reading.phrases.pattern("contact-known").search(self.past) is not None

    def unsupported(self, text: str) -> list[str]:
        """Return the telling stems of ``text`` that the brief does not hold."""
        concept = self.reading.phrases.concept
        return [
            s for s in self.telling(text) if concept(s) not in self.concepts and s not in self.names
        ]

    def telling(self, text: str) -> list[str]:
        """Return the stems of ``text`` that state something."""
        return [s for s in self.reading.content(text, "wording", "title") if len(s) > 2]
