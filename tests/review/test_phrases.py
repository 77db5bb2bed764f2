"""The phrase file and the code that uses it agree."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import coach.review
from coach.domain.vocabulary import TOPICS
from coach.review import default_knowledge, load_phrases
from coach.review.agenda import AGENDA
from coach.review.reflection import REFLECTION
from coach.review.registry import OUTREACH

CODE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(coach.review.__file__).parent.glob("*.py")
)
PHRASES = load_phrases(default_knowledge())


def test_every_pattern_compiles():
    for name in PHRASES.patterns:
        assert PHRASES.pattern(name, "Elena|Ruiz") is not None


def test_every_replacement_compiles_and_fills_in():
    assert all(entry.find.groups >= entry.put.count("\\1") for entry in PHRASES.replacements)


def test_every_list_of_the_file_is_used():
    built = ("favour-", "agenda-agreement-", "agenda-kind-")
    for name in [*PHRASES.patterns, *PHRASES.words]:
        assert f'"{name}"' in CODE or name.startswith(built), name


def test_no_pattern_ends_in_a_blank():
    for name, expressions in PHRASES.patterns.items():
        assert not any(e.endswith(" ") for e in expressions), name


def test_every_check_points_to_topics_of_the_guidance():
    known = {topic for topics in TOPICS.values() for topic in topics}
    named = {t.split("/")[0] for check in OUTREACH for t in check.topics}
    named |= {t for rule in AGENDA for t in rule[3].split()}
    named |= {t for rule in REFLECTION for t in rule[2].split()}
    assert named <= known


def test_every_check_is_one_function_with_a_docstring():
    functions = (
        [check.run for check in OUTREACH] + [r[2] for r in AGENDA] + [r[1] for r in REFLECTION]
    )
    assert len(set(functions)) == len(functions)
    assert all(re.match(r"[A-Z]", f.__doc__ or "") for f in functions)


@pytest.mark.parametrize(
    "text", ["HOPE THIS FINDS YOU WELL", "Hope this finds You well.", "İ hope this finds you well"]
)
def test_patterns_match_in_either_case_and_at_the_same_places(text):
    found = [match.span() for match in PHRASES.matches("cliche", text)]
    assert found == [match.span() for match in PHRASES.pattern("cliche").finditer(text)]
    assert len(found) == 1


def test_a_class_of_capitals_still_takes_both_cases():
    phrases = replace(PHRASES, patterns={"initial": (r"[A-Z]\. \w+",)}, _compiled={}, _small={})
    text = "for J. Ruiz and k. mann"
    found = [match.group() for match in phrases.matches("initial", text)]
    assert found == ["J. Ruiz", "k. mann"]
