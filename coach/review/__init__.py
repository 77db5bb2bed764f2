"""Checks on texts: outreach messages, agendas, reflections and style. The public face of the package."""

from coach.review.accept import accept, accepted_text, parts, whole, words_kept
from coach.review.agenda import review_agenda
from coach.review.claim import Claim
from coach.review.claims import unsupported_claims
from coach.review.improve import Improvement, improve_message
from coach.review.message import review_message
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.privacy import public_notes
from coach.review.private_notes import Alike
from coach.review.provenance import provenance
from coach.review.reading import SecondReader
from coach.review.reflection import review_reflection
from coach.review.safety import Care, care_for, care_named
from coach.review.style import coach_asks_only, mentor_advises

__all__ = [
    "Alike",
    "Care",
    "Claim",
    "Improvement",
    "Phrases",
    "SecondReader",
    "accept",
    "accepted_text",
    "care_for",
    "care_named",
    "coach_asks_only",
    "default_knowledge",
    "improve_message",
    "load_phrases",
    "mentor_advises",
    "parts",
    "provenance",
    "public_notes",
    "review_agenda",
    "review_message",
    "review_reflection",
    "unsupported_claims",
    "whole",
    "words_kept",
]
