"""Shows what the checks found: the words, the reason, the fix; what passed stays quiet."""

from collections.abc import Sequence

import streamlit as st

from coach.domain.results import Change, Clause, Finding
from coach.domain.vocabulary import Severity, Style
from coach.review.ordering import come_after, first_things
from coach.ui.cards import questions_of_cards, short_cards
from coach.ui.literal import literal
from coach.ui.memory import desk, want
from coach.ui.planning import opened
from coach.ui.steps import STEP, UseWording
from coach.ui.vouching import CHECK, show_claims
from coach.ui.words import SEVERITIES, counted


def verdict(findings: Sequence[Finding], ready: str) -> str:
    """One line: what is left to do, or that nothing is."""
    failed = [one for one in findings if not one.passed]
    must = sum(one.severity is Severity.MUST for one in failed)
    should = sum(one.severity is Severity.SHOULD for one in failed)
    if must:
        rest = f", {should} worth a look" if should else ""
        return f"{counted(must, 'thing', 'things')} to put right{rest}"
    return f"{ready} {counted(should, 'thing', 'things')} worth a look." if should else ready


def headline(findings: Sequence[Finding], ready: str) -> str:
    """The verdict with a shape: a dot when ready, a triangle when something must be put right."""
    stop = any(not one.passed and one.severity is Severity.MUST for one in findings)
    return f"{'▲' if stop else '●'} {verdict(findings, ready)}"


def show_findings(findings: Sequence[Finding], key: str, style: Style) -> None:
    """Show the failed checks, worst first, then the passed ones in one quiet line."""
    show_failed(findings, key, style)
    show_passed(findings, key)


def show_failed(
    findings: Sequence[Finding],
    key: str,
    style: Style,
    changes: Sequence[Change] = (),
    given: str = "",
    clauses: Sequence[Clause] = (),
) -> None:
    """Show the failed checks that weigh most, and the rest on demand.

    In mentor style each comes with its fix, the changes proposed and the card; in coach style
    only with the words, the reason and a question, because a coach does not advise.

    Args:
        findings: all findings.
        key: keeps the keys of two places on one page apart.
        style: advises, or only asks.
        changes: changes of the text ``given``, each offered with its finding.
        given: the text the changes belong to.
        clauses: what each part of the text rests on; what rests on nothing is shown with its finding.
    """
    first = first_things(findings)

    def show(place: int, finding: Finding) -> None:
        offers = [UseWording(change, given) for change in changes if change.check == finding.check]
        claims = clauses if finding.check == CHECK else ()
        _failed(finding, f"{key}-{place}", style, offers, claims)

    for place, finding in enumerate(first.shown):
        show(place, finding)
    if first.rest:
        with opened(come_after(first.rest).rstrip("."), f"{key}-rest") as is_open:
            for place, finding in enumerate(first.rest if is_open else (), len(first.shown)):
                show(place, finding)


def show_passed(findings: Sequence[Finding], key: str) -> None:
    """Show how many checks passed, and which on demand."""
    passed = [one for one in findings if one.passed]
    if passed:
        with st.expander(f"{counted(len(passed), 'check', 'checks')} passed", key=f"{key}-passed"):
            st.markdown("\n".join(f"- {literal(one.message)}" for one in passed))


def _failed(
    finding: Finding,
    key: str,
    style: Style,
    offers: Sequence[UseWording],
    claims: Sequence[Clause],
) -> None:
    with st.container(key=f"finding-{finding.severity}-{key}", gap="xsmall"):
        st.caption(SEVERITIES[finding.severity])
        if not show_claims(claims, key) and finding.quote.strip():
            with st.container(key=f"quote-{key}"):
                st.text(f"“{finding.quote.strip()}”")
        with st.container(key=f"reason-{key}"):
            st.text(finding.message)
        if style is Style.COACH:
            questions_of_cards(finding.cards[:1])
            return
        if finding.fix:
            st.text(finding.fix)
        for place, offer in enumerate(offers):
            _offer(offer, f"change-{key}-{place}")
        short_cards(finding.cards[:1], f"card-{key}")


def _offer(offer: UseWording, key: str) -> None:
    """A proposed change, and the button that makes it."""
    change = offer.change
    with st.container(key=key, gap="xsmall"):
        if change.after.strip():
            st.text(f"Try: “{' '.join(change.after.split())}”")
            label = "Use this wording" if change.before.strip() else "Add this"
        else:
            label = "Take these words out"
        st.button(label, key=f"{key}-use", on_click=want, args=(desk(), STEP, offer))
