"""Compiled expressions kept between runs: the same to the letter, and never in the way."""

import json
import re
import sys

import pytest

from coach.domain.brief import OutreachBrief
from coach.review import review_message
from coach.review.patterns import KeptPatterns
from coach.review.phrases import default_knowledge, load_phrases

EXPRESSIONS = [
    (r"(?<!\w)(?:no\s+pressure|no\s+(?:worries|rush))(?!\w)", re.IGNORECASE),
    (r"\b(?P<who>I|we)\b (?P<deed>[a-zß-ÿ]+)(?: again)?", 0),
    (r"(a)(?P<b>b)?|[^\W\d_]{2,5}(?i:K)", re.MULTILINE),
    ("naïve|ſ|K", re.IGNORECASE),
]


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache" / "patterns.json"


def kept(path):
    first = KeptPatterns(path)
    made = [first.compile(*one) for one in EXPRESSIONS]
    first.save()
    return made


def test_a_kept_expression_is_the_one_that_re_compiles(path):
    kept(path)
    again = KeptPatterns(path)
    for expression, flags in EXPRESSIONS:
        fresh = re.compile(expression, flags)
        assert again.compile(expression, flags) == fresh
        assert again.compile(expression, flags).groupindex == fresh.groupindex
        assert again.compile(expression, flags).groups == fresh.groups


def test_what_is_kept_is_read_and_not_written_again(path):
    kept(path)
    stored = json.loads(path.read_text())
    path.write_text(json.dumps(stored))
    before = path.stat().st_mtime_ns
    again = KeptPatterns(path)
    for one in EXPRESSIONS:
        again.compile(*one)
    again.save()
    assert path.stat().st_mtime_ns == before


def test_every_expression_of_the_phrase_lists_is_kept_to_the_letter(path):
    phrases = load_phrases(default_knowledge())
    plain = [phrases.pattern(name) for name in phrases.patterns]
    first = KeptPatterns(path)
    for one in plain:
        first.compile(one.pattern, re.IGNORECASE)
    first.save()
    again = KeptPatterns(path)
    assert [again.compile(one.pattern, re.IGNORECASE) for one in plain] == plain


def test_a_later_run_adds_to_what_an_earlier_one_kept(path):
    kept(path)
    later = KeptPatterns(path)
    later.compile("one more")
    later.save()
    assert len(json.loads(path.read_text())["patterns"]) == len(EXPRESSIONS) + 1


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"python": "another", "patterns": {}}',
        json.dumps({"python": sys.version, "patterns": {"0 x": [0]}}).encode(),
        json.dumps({"python": sys.version, "patterns": {"0 x": [32, "AAAA", 0, {}]}}).encode(),
        json.dumps({"python": sys.version, "patterns": {"0 x": [32, "?", 0, {}]}}).encode(),
        json.dumps({"python": sys.version, "patterns": {"0 x": 5}}).encode(),
        json.dumps({"python": sys.version, "patterns": {"0 x": [32, "////////", 3, {}]}}).encode(),
    ],
)
def test_a_spoilt_file_only_costs_time(path, spoilt):
    path.parent.mkdir()
    path.write_bytes(spoilt)
    again = KeptPatterns(path)
    assert again.compile("x").findall("xx") == ["x", "x"]
    again.save()
    assert KeptPatterns(path).compile("x") == re.compile("x")


def test_another_interpreter_does_not_read_it(path):
    kept(path)
    stored = json.loads(path.read_text())
    path.write_text(json.dumps({**stored, "python": "3.99"}))
    again = KeptPatterns(path)
    again.compile("x")
    again.save()
    assert list(json.loads(path.read_text())["patterns"]) == ["0 x"]


def test_nothing_is_written_where_bytecode_is_not(path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept(path)
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_no_error(path):
    path.parent.write_text("a file")
    assert kept(path)


def test_a_wrong_expression_is_the_error_that_re_gives(path):
    with pytest.raises(re.error, match="unterminated"):
        KeptPatterns(path).compile("(")


def test_nobodys_name_is_ever_kept(path, monkeypatch):
    store = KeptPatterns(path)
    for module in ("phrases", "safety"):
        monkeypatch.setattr(f"coach.review.{module}.compiled", store.compile)
    load_phrases.cache_clear()
    brief = OutreachBrief.model_validate(
        {
            "recipient": {"name": "Wilhelmina Zyx"},
            "sender": {"name": "Qorra Vex"},
            "topic": "tracks",
        }
    )
    review_message("Dear Wilhelmina,\n\nYour talk was the best.\n\nQorra", brief=brief)
    store.save()
    load_phrases.cache_clear()
    text = path.read_text()
    assert json.loads(text)["patterns"]
    assert not re.search("Wilhelmina|Zyx|Qorra|Vex", text)
