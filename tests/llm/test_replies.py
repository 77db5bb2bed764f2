"""A reply that was had before is found again, privately, and nothing ever stops because of it."""

import os
import stat

import pytest

from coach.domain.results import Sent, Tokens
from coach.llm.replies import MOST, Kept, Replies

KEPT = Kept(text='{"body": "Hi Name1 ☕"}', tokens=Tokens.model_validate({"in": 9, "out": 3}))
ASKED = {
    "model": "openai:m",
    "url": "",
    "sent": (Sent(role="user", text="Hi"),),
    "schema": "{}",
    "longest": 600,
}


@pytest.fixture
def replies(tmp_path):
    return Replies(tmp_path / "home" / "replies")


def test_what_was_kept_is_found_by_another_process_as_it_came(replies, tmp_path):
    key = replies.key(**ASKED)
    assert replies.get(key) is None
    replies.keep(key, KEPT)
    assert Replies(tmp_path / "home" / "replies").get(key) == KEPT


@pytest.mark.parametrize(
    "change",
    [
        {"model": "openai:n"},
        {"url": "http://127.0.0.1:1"},
        {"sent": (Sent(role="system", text="Hi"),)},
        {"sent": (Sent(role="user", text="H"), Sent(role="user", text="i"))},
        {"schema": "{ }"},
        {"longest": 601},
    ],
)
def test_whatever_is_asked_otherwise_has_another_key(replies, change):
    assert replies.key(**ASKED) == replies.key(**ASKED)
    assert replies.key(**ASKED) != replies.key(**{**ASKED, **change})


def test_only_the_owner_may_read_what_is_kept(replies, tmp_path):
    replies.keep("a", KEPT)
    folder = tmp_path / "home" / "replies"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


@pytest.mark.parametrize("damage", [b"", b"{", b'{"text": 1}', b"\xff", b'{"text": "x"}', b"[]"])
def test_a_damaged_reply_is_not_used_and_is_written_anew(replies, tmp_path, damage):
    replies.keep("a", KEPT)
    (tmp_path / "home" / "replies" / "a.json").write_bytes(damage)
    assert replies.get("a") is None
    replies.keep("a", KEPT)
    assert replies.get("a") == KEPT


def test_the_oldest_go_and_the_newest_stay(replies, tmp_path):
    folder = tmp_path / "home" / "replies"
    for number in range(MOST):
        replies.keep(f"k{number}", KEPT)
        os.utime(folder / f"k{number}.json", (number, number))
    replies.keep("new", KEPT)
    assert replies.get("k0") is None
    assert replies.get("k1") == replies.get("new") == KEPT
    assert len(list(folder.iterdir())) == MOST


def test_a_folder_that_cannot_be_made_only_means_that_nothing_is_kept(tmp_path):
    (tmp_path / "home").write_text("a file")
    replies = Replies(tmp_path / "home" / "replies")
    replies.keep("a", KEPT)
    assert replies.get("a") is None


def test_a_reply_that_cannot_be_put_in_its_place_leaves_nothing_behind(replies, tmp_path):
    folder = tmp_path / "home" / "replies"
    (folder / "a.json").mkdir(parents=True)
    replies.keep("a", KEPT)
    assert replies.get("a") is None
    assert [path.name for path in folder.iterdir()] == ["a.json"]
