"""What a card rests on, as a reader would look for it, and how much of it was read."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st

from coach.domain.card import Source
from coach.ui.literal import literal
from coach.ui.words import EVIDENCE, READ

MOST_AUTHORS = 4
"""With more, only the first is named."""


def show_sources(names: Sequence[str], sources: Mapping[str, Source]) -> None:
    """Each source of a card: what it is, what it found, what to bear in mind, what was read."""
    known = [sources[name] for name in names if name in sources]
    for source in known:
        _source(source, sources)
    if not known:
        st.markdown("We know of no publication on this. It rests on experience.")


def _source(source: Source, sources: Mapping[str, Source]) -> None:
    with st.container(key=f"source-{source.id}", gap="xsmall"):
        st.markdown(reference(source))
        st.markdown(f"**What it found.** {_told(source.finding, sources)}")
        st.markdown(f"**Bear in mind.** {_told(source.limits, sources)}")
        st.caption(
            f"{EVIDENCE[source.evidence]}. {READ.get(source.read, '')} {link(source)}".strip()
        )


def reference(source: Source) -> str:
    """A source as it is cited: who, when, what, where."""
    who = f"{_names(source.authors)} ({source.year})" if source.year else _names(source.authors)
    parts = [f"{literal(who.rstrip('.'))}.", f"**{literal(source.title.rstrip('.'))}.**"]
    where = [part for part in (source.container, source.publisher) if part]
    if where:
        place = ", ".join([f"*{literal(where[0])}*", *map(literal, [*where[1:], *_issue(source)])])
        parts.append(f"{place}.")
    return " ".join(parts)


def link(source: Source) -> str:
    """Where to read it, in words; the address itself is nothing to read."""
    if source.doi:
        return f"[Find it by its DOI, {literal(source.doi)}]({source.address})"
    if source.url:
        site = urlsplit(source.url).netloc.removeprefix("www.")
        return f"[Read it at {literal(site)}]({source.url})"
    return "We know of no page to link to; a library can find it by its title."


def short_name(source: Source) -> str:
    """How a source is spoken of in a sentence: "Flynn and Lake (2008)"."""
    last = [name.split(",")[0] for name in source.authors]
    who = " and ".join(last) if len(last) < 3 else f"{last[0]} and others"
    return f"{who} ({source.year})" if source.year else who


def _told(text: str, sources: Mapping[str, Source]) -> str:
    """What is said of a source, with other sources named as people name them."""
    return literal(
        re.sub(
            r"\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+\b",
            lambda found: short_name(sources[found[0]]) if found[0] in sources else found[0],
            text,
        )
    )


def _names(authors: Sequence[str]) -> str:
    if len(authors) > MOST_AUTHORS:
        return f"{authors[0]} and others"
    return " and ".join([*([", ".join(authors[:-1])] if authors[:-1] else []), *authors[-1:]])


def _issue(source: Source) -> list[str]:
    issue = f"({source.issue})" if source.issue else ""
    return [part for part in (f"{source.volume}{issue}", source.page) if part]
