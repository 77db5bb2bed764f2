"""The house rules that no other tool checks: ``python -m tests.house``.

Sizes of modules and functions, module docstrings, names of modules, what stands at the top level,
registry addresses, and that the documentation and the program speak of the same commands,
settings and checks.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from coach.cli.main import COMMANDS
from coach.domain.vocabulary import TOPICS
from tests.checks_page import PAGE, page

ROOT = Path(__file__).resolve().parents[1]
MOST_MODULE_LINES = 300
MOST_FUNCTION_LINES = 60
BANNED_MODULES = {"utils", "helpers", "common", "misc", "util"}
TOP_LEVEL = set(
    ".ci .gitignore .streamlit CHANGELOG.md CONTRIBUTING.md LICENSE Makefile NOTICE README.md app.py "
    "coach docs evals knowledge prompts pyproject.toml requirements-setup.lock requirements.lock "
    "tests".split()
)
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian|files\.python", re.I
)
SETTING = re.compile(r"\bCOACH_[A-Z_]+\b")
COMMAND = re.compile(r"\bcoach ([a-z]+)\b(?= |`|$)", re.M)


def tracked() -> list[Path]:
    """Every file git knows."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def problems() -> Iterator[str]:
    """One line for each broken rule."""
    files = tracked()
    for path in files:
        if path.suffix == ".py":
            yield from _module(path)
        if path.suffix not in {".png", ".txt"}:
            yield from _addresses(path)
    extra = {path.relative_to(ROOT).parts[0] for path in files} - TOP_LEVEL
    yield from (f"{name}: not part of the top level" for name in sorted(extra))
    yield from _documents()


def _module(path: Path) -> Iterator[str]:
    name = path.relative_to(ROOT)
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    if lines > MOST_MODULE_LINES:
        yield f"{name}: {lines} lines; the most is {MOST_MODULE_LINES}"
    if path.stem in BANNED_MODULES:
        yield f"{name}: a module is named after what it holds"
    tree = ast.parse(text)
    if text.strip() and ast.get_docstring(tree) is None:
        yield f"{name}: opens without a sentence that says why it exists"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_FUNCTION_LINES:
                yield f"{name}:{node.lineno}: {node.name} has {length} lines"


def _addresses(path: Path) -> Iterator[str]:
    if path == Path(__file__).resolve():
        return
    text = path.read_text(encoding="utf-8", errors="replace")
    if match := REGISTRY.search(text):
        yield f"{path.relative_to(ROOT)}: names a package registry ({match.group()})"


def _documents() -> Iterator[str]:
    """Docs and program must agree on commands, settings and check ids, both ways."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    named = set(COMMAND.findall(readme))
    for command in sorted(set(COMMANDS) - named):
        yield f"README.md: the command `coach {command}` is not mentioned"
    spoken = set(re.findall(r"`coach ([a-z]+)", text))
    for command in sorted(spoken - set(COMMANDS)):
        yield f"docs: `coach {command}` is not a command"
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "coach").rglob("*.py"))
    settings = set(SETTING.findall((ROOT / "coach/settings.py").read_text(encoding="utf-8")))
    for setting in sorted(set(SETTING.findall(code)) - settings):
        yield f"coach: {setting} is used but not read in coach/settings.py"
    for setting in sorted(settings ^ (set(SETTING.findall(readme)) - {"COACH_REQUIRE_BROWSER"})):
        yield f"README.md and coach/settings.py disagree on {setting}"
    if PAGE.read_text(encoding="utf-8") != page():
        yield "docs/checks.md: not what the checks say; run `python -m tests.checks_page`"
    topics = {topic for group in TOPICS.values() for topic in group}
    folders = {path.name for path in (ROOT / "knowledge" / "cards").iterdir()}
    yield from (f"knowledge/cards/{name}: not a topic" for name in sorted(folders - topics))
    yield from (f"knowledge/cards/{name}: no cards yet" for name in sorted(topics - folders))


def main() -> None:
    """Print every problem; exit 1 when there is one."""
    found = list(problems())
    for problem in found:
        print(problem)
    print(f"House rules: {len(found)} problems in {len(tracked())} files")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
