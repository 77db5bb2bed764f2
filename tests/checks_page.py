"""Writes docs/checks.md from the checks themselves: ``python -m tests.checks_page``."""

import inspect
from collections.abc import Callable
from pathlib import Path

from coach.review import coach_asks_only, mentor_advises
from coach.review.agenda import AGENDA
from coach.review.reflection import REFLECTION
from coach.review.registry import OUTREACH

PAGE = Path(__file__).resolve().parents[1] / "docs" / "checks.md"


def rows() -> dict[str, list[tuple[str, str, str]]]:
    """Every check by kind of text: id, severity, what it promises."""
    styles = (("coach-asks-only", coach_asks_only), ("mentor-advises", mentor_advises))
    return {
        "Messages": [(c.id, c.severity.value, _promise(c.run)) for c in OUTREACH],
        "Agendas": [(rule[0], rule[1].value, _promise(rule[2])) for rule in AGENDA],
        "Reflections": [(rule[0], "must", _promise(rule[1])) for rule in REFLECTION],
        "Style": [(name, "must", _promise(check)) for name, check in styles],
    }


def _promise(check: Callable[..., object]) -> str:
    text = inspect.getdoc(check) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("|", "/")


def page() -> str:
    """The whole page."""
    lines = [
        "# Checks",
        "",
        "Every text passes these, whoever wrote it. A *must* decides whether it should be sent; a",
        "*should* makes it better; a *note* only tells. A check that does not apply to the channel or",
        "the purpose is left out. This page is made by `python -m tests.checks_page`.",
    ]
    for title, found in rows().items():
        lines += ["", f"## {title}", "", "| check | severity | passes when |", "|---|---|---|"]
        lines += [f"| `{name}` | {severity} | {promise} |" for name, severity, promise in found]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
