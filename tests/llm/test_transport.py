"""Every way a model's server can fail, with the real client against a real server on loopback."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from coach.domain.model import Fault, ModelError
from coach.domain.results import Sent
from coach.llm.fault_words import FaultWords
from coach.llm.providers import open_chat
from coach.llm.transport import Piece, Transport
from coach.settings import ModelAccess
from evals.scripted_server import Reply, Request, Scripted
from tests.llm.conftest import HELLO, KEY, Asker, asked

pytestmark = pytest.mark.enable_socket

SHORT = 0.3
"""Seconds of patience where the server will not answer."""


def test_a_reply_arrives_in_the_pieces_it_was_sent_in(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", " Elena", ", thank you.")
    assert [one.text for one in ask().pieces if one.text] == ["Dear", " Elena", ", thank you."]


def test_the_tokens_are_told_once_at_the_end(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", " Elena", taken=41, given=7)
    pieces = ask().pieces
    assert pieces[-1] == Piece("", 41, 7)
    assert sum(piece.taken for piece in pieces) == 41


def test_the_messages_the_key_and_the_limit_are_sent(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Yes.")
    ask(longest=123)
    request = scripted.requests[0]
    assert request.messages == [
        {"role": "system", "content": "Answer in JSON."},
        {"role": "user", "content": "Hello"},
    ]
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body["max_tokens"] == 123
    assert request.body["stream"] is True


def test_what_a_model_thinks_aloud_is_left_out(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("\n<thi", "nk>She wants", " thanks.</thi", "nk>\n\n", "Dear Elena")
    assert ask().text == "Dear Elena"


def test_a_model_that_thought_all_its_tokens_away_gets_room_once(
    scripted: Scripted, ask: Asker
) -> None:
    scripted.reply("", finish="length")
    scripted.reply("Dear Elena")
    assert ask(longest=100).text == "Dear Elena"
    first, second = (request.body["max_tokens"] for request in scripted.requests)
    assert first == 100 < second


def test_closing_the_reply_hangs_up(scripted: Scripted, words: FaultWords) -> None:
    scripted.reply("Dear", stall=True)
    access = ModelAccess(url=scripted.url)
    reply = Transport(open_chat("openai:scripted", access, words), words).stream(
        HELLO, schema=None, longest=50
    )
    assert next(reply).text == "Dear"
    reply.close()  # type: ignore[attr-defined]
    assert scripted.requests[0].hung_up.wait(10)


def test_replies_asked_for_at_once_are_not_mixed_up(scripted: Scripted, words: FaultWords) -> None:
    def echo(request: Request) -> Reply:
        return Reply((request.last, " ") * 20, every=0.001)

    scripted.obey(echo)
    chat = open_chat("openai:scripted", ModelAccess(url=scripted.url), words)
    transport = Transport(chat, words)

    def one(number: int) -> str:
        sent = [Sent(role="user", text=f"{number * 7919}")]
        reply = transport.stream(sent, schema=None, longest=100)
        return "".join(piece.text for piece in reply)

    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(one, range(8)))
    assert [set(reply.split()) for reply in replies] == [{str(n * 7919)} for n in range(8)]


# --------------------------------------------------------------------------- refusals, by status

ONCE = [
    (400, "This model's maximum context length is 8192 tokens.", Fault.TOO_LONG),
    (401, "Incorrect API key provided: sk-very-secret", Fault.BAD_KEY),
    (402, "Payment required", Fault.NO_CREDIT),
    (403, "Forbidden", Fault.NOT_ALLOWED),
    (404, "The model `scripted` does not exist", Fault.NO_MODEL),
    (400, "model 'scripted' not found", Fault.NO_MODEL),
    (405, "Method Not Allowed", Fault.NO_MODEL),
    (413, "Request too large", Fault.TOO_LONG),
    (500, "the request exceeds the available context size", Fault.TOO_LONG),
    (400, "Blocked by our content policy", Fault.DECLINED),
    (400, "Something is wrong.", Fault.BAD_REQUEST),
    (422, "Something is wrong.", Fault.BAD_REQUEST),
    (501, "Not implemented", Fault.SERVER),
    (302, "Moved", Fault.UNKNOWN),
]


@pytest.mark.parametrize(("status", "said", "fault"), ONCE)
def test_what_will_not_change_is_asked_once(
    scripted: Scripted, ask: Asker, status: int, said: str, fault: Fault
) -> None:
    scripted.reply(status=status, error=said, times=9)
    outcome = ask()
    assert (outcome.fault, len(scripted.requests), outcome.slept) == (fault, 1, ())


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (408, Fault.BUSY),
        (409, Fault.BUSY),
        (429, Fault.RATE_LIMIT),
        (500, Fault.SERVER),
        (502, Fault.SERVER),
        (503, Fault.BUSY),
        (504, Fault.SERVER),
        (529, Fault.BUSY),
    ],
)
def test_what_may_pass_is_asked_twice_more_and_no_oftener(
    scripted: Scripted, ask: Asker, status: int, fault: Fault
) -> None:
    scripted.reply(status=status, error="Later.", times=9)
    outcome = ask()
    assert (outcome.fault, len(scripted.requests), outcome.slept) == (fault, 3, (0.5, 2.0))


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503])
def test_a_server_that_recovers_gives_its_reply(
    scripted: Scripted, ask: Asker, status: int
) -> None:
    scripted.reply(status=status, error="Later.")
    scripted.reply("Dear Elena")
    assert ask().text == "Dear Elena"


def test_a_short_wait_that_the_server_asks_for_is_kept(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(status=429, error="Slow down.", headers={"retry-after": "4"})
    scripted.reply("Dear Elena")
    outcome = ask()
    assert (outcome.text, outcome.slept) == ("Dear Elena", (4.0,))


def test_the_waits_together_stay_short(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(status=429, error="Slow down.", headers={"retry-after": "7"}, times=9)
    outcome = ask()
    assert (outcome.fault, outcome.slept) == (Fault.RATE_LIMIT, (7.0,))


def test_a_long_wait_is_told_and_not_waited_for(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(status=429, error="Slow down.", headers={"retry-after": "1200"}, times=9)
    outcome = ask()
    assert (outcome.fault, len(scripted.requests), outcome.slept) == (Fault.RATE_LIMIT, 1, ())
    assert outcome.error is not None
    assert outcome.error.fix == "Try again in 20 minutes."


def test_an_account_without_credit_is_not_asked_again(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(
        status=429, error="You exceeded your current quota.", code="insufficient_quota", times=9
    )
    assert (ask().fault, len(scripted.requests)) == (Fault.NO_CREDIT, 1)


@pytest.mark.parametrize(("status", "said", "fault"), ONCE)
def test_no_error_repeats_what_the_server_said(
    scripted: Scripted, ask: Asker, status: int, said: str, fault: Fault
) -> None:
    scripted.reply(status=status, error=f"{said} {KEY}", times=9)
    error = ask().error
    assert error is not None
    assert error.fault is fault
    assert KEY not in f"{error.message} {error.fix} {error!r}"
    assert error.__cause__ is None
    assert error.__suppress_context__


# ------------------------------------------------------------------------------ lines and silence


def test_a_server_that_is_not_there_is_tried_twice(words: FaultWords, scripted: Scripted) -> None:
    with Scripted() as gone:
        url = gone.url
    slept: list[float] = []
    chat = open_chat("openai:scripted", ModelAccess(url=url), words)
    outcome = asked(Transport(chat, words, slept.append), slept)
    assert (outcome.fault, outcome.slept) == (Fault.REFUSED, (0.5,))


def test_a_server_that_hangs_up_without_a_word_is_tried_twice(
    scripted: Scripted, ask: Asker
) -> None:
    scripted.reply(gone=True, times=9)
    assert (ask().fault, len(scripted.requests)) == (Fault.SERVER, 2)


def test_a_server_that_says_nothing_is_given_up(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(silent=True, times=9)
    assert (ask(patience=SHORT).fault, len(scripted.requests)) == (Fault.SLOW_TO_START, 1)
    assert scripted.requests[0].hung_up.wait(10)


def test_a_server_that_opens_the_line_and_says_nothing_is_given_up(
    scripted: Scripted, ask: Asker
) -> None:
    scripted.reply("", stall=True, times=9)
    assert (ask(patience=SHORT).fault, len(scripted.requests)) == (Fault.SLOW_TO_START, 1)


def test_a_reply_that_stops_half_way_keeps_what_had_come(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", " Elena", stall=True, times=9)
    outcome = ask(patience=SHORT)
    assert (outcome.fault, outcome.text) == (Fault.STALLED, "Dear Elena")
    assert len(scripted.requests) == 1


def test_a_line_that_is_cut_half_way_keeps_what_had_come(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", " Elena", drop=True, times=9)
    outcome = ask()
    assert (outcome.fault, outcome.text) == (Fault.CUT_OFF, "Dear Elena")
    assert len(scripted.requests) == 1


def test_an_error_in_the_middle_of_a_reply_ends_it(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", late=True, error="The engine is overloaded.", times=9)
    outcome = ask()
    assert (outcome.fault, outcome.text, len(scripted.requests)) == (Fault.BUSY, "Dear", 1)


def test_a_fault_of_a_client_used_elsewhere_is_told_in_the_same_words(
    scripted: Scripted, words: FaultWords
) -> None:
    chat = open_chat("openai:scripted", ModelAccess(url=scripted.url), words)
    scripted.reply(status=401, error="No.")
    with pytest.raises(Exception, match="401") as caught:
        chat.model.invoke("Hello")
    told = Transport(chat, words).error(caught.value)
    assert isinstance(told, ModelError)
    assert told.fault is Fault.BAD_KEY


def test_while_a_reply_is_waited_for_a_pulse_says_so(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", " Elena", every=0.7)
    outcome = ask()
    assert outcome.text == "Dear Elena"
    assert Piece("") in outcome.pieces


def test_turning_away_between_two_words_hangs_up(scripted: Scripted, words: FaultWords) -> None:
    scripted.reply("Dear", stall=True)
    chat = open_chat("openai:m", ModelAccess(url=scripted.url, key=KEY), words)
    reply = Transport(chat, words).stream(HELLO, schema=None, longest=200)
    while next(reply) != Piece(""):
        pass
    reply.close()
    assert scripted.requests[0].hung_up.wait(5)
