"""Shows what the checks found: the words, the reason, the fix; what passed stays quiet."""

from collections.abc import Sequence

import streamlit as st

from coach.domain.results import Change, Finding
from coach.domain.vocabulary import Severity
from coach.ui.cards import short_cards
from coach.ui.memory import desk, want
from coach.ui.steps import STEP, UseWording
from coach.ui.words import SEVERITIES, counted, in_words

_ORDER = list(Severity)


def verdict(findings: Sequence[Finding], ready: str) -> str:
    """One line: what is left to do, or that nothing is."""
    failed = [one for one in findings if not one.passed]
    must = sum(one.severity is Severity.MUST for one in failed)
    should = sum(one.severity is Severity.SHOULD for one in failed)
    if must:
        rest = f", {should} worth a look" if should else ""
        return f"{counted(must, 'thing', 'things')} to put right{rest}"
    return f"{ready} {counted(should, 'thing', 'things')} worth a look." if should else ready


def show_findings(findings: Sequence[Finding], key: str, changes: Sequence[Change] = ()) -> None:
    """Show the failed checks, worst first, then the passed ones in one quiet line."""
    failed = sorted(
        (one for one in findings if not one.passed), key=lambda one: _ORDER.index(one.severity)
    )
    for place, finding in enumerate(failed):
        fitting = [change for change in changes if change.check == finding.check]
        _failed(finding, f"{key}-{place}", fitting)
    passed = [one for one in findings if one.passed]
    if passed:
        with st.expander(f"{counted(len(passed), 'check', 'checks')} passed", key=f"{key}-passed"):
            st.markdown("\n".join(f"- {in_words(one.check)}" for one in passed))


def _failed(finding: Finding, key: str, changes: Sequence[Change]) -> None:
    with st.container(key=f"finding-{finding.severity}-{key}", gap="xsmall"):
        st.caption(SEVERITIES[finding.severity])
        if finding.quote.strip():
            with st.container(key=f"quote-{key}"):
                st.text(f"“{finding.quote.strip()}”")
        with st.container(key=f"reason-{key}"):
            st.text(finding.message)
        if finding.fix:
            st.text(finding.fix)
        for place, change in enumerate(changes):
            _offer(change, f"change-{key}-{place}")
        short_cards(finding.cards[:1], f"card-{key}")


def _offer(change: Change, key: str) -> None:
    with st.container(key=key, gap="xsmall"):
        if change.after.strip():
            st.text(f"Try: “{change.after.strip()}”")
        st.button(
            "Use this wording" if change.after.strip() else "Take these words out",
            key=f"{key}-use",
            on_click=want,
            args=(desk(), STEP, UseWording(change.before, change.after)),
        )
