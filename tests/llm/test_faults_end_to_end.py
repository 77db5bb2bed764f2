"""Whatever a server does, a draft comes back, and the mentee is told what happened; over real HTTP."""

import json
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from coach.domain.model import Fault
from coach.guidance.library import load_library
from coach.llm.fault_words import load_fault_words
from coach.llm.opening import open_model
from coach.llm.transport import Transport
from coach.settings import ModelAccess, Settings
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services
from coach.wiring import Lazily, LazyModel
from evals.scripted_reply import Reply
from tests.conftest import ROOT
from tests.no_search import NoSearch
from tests.use_cases.test_checked import GOOD

pytestmark = pytest.mark.enable_socket
MOST_REQUESTS = 5


@pytest.fixture
def settings(tmp_path, scripted) -> Settings:
    return Settings(
        home=tmp_path,
        knowledge=ROOT / "knowledge",
        app=Path(),
        model="openai:some-model",
        access=ModelAccess(url=scripted.url, key="k-secret", mask="always", patience=0.4),
        prompts=ROOT / "prompts",
    )


@pytest.fixture
def services(settings, knowledge, writer):
    def opened():
        model = open_model(settings)
        hasty = Transport(
            model.transport.chat, load_fault_words(settings.knowledge), sleep=lambda _: None
        )
        return replace(model, transport=hasty)

    model = LazyModel(settings.model, False, Lazily(opened))
    return Services(load_library(knowledge), NoSearch(), NoSearch(), writer, model=model)


def said(**changes):
    return json.dumps({**GOOD, **changes})


FAULTS = {
    "context too long": (
        {"status": 400, "code": "context_length_exceeded", "error": "maximum context length"},
        Fault.TOO_LONG,
    ),
    "bad key": ({"status": 401, "error": "Incorrect API key provided: k-secret"}, Fault.BAD_KEY),
    "not allowed": ({"status": 403, "error": "no access"}, Fault.NOT_ALLOWED),
    "no such model": ({"status": 404, "error": "model not found"}, Fault.NO_MODEL),
    "request timed out": ({"status": 408, "error": "timeout"}, None),
    "conflict": ({"status": 409, "error": "conflict"}, None),
    "rate limit": ({"status": 429, "error": "slow down"}, Fault.RATE_LIMIT),
    "rate limit, long wait": (
        {"status": 429, "error": "slow down", "headers": {"Retry-After": "900"}},
        Fault.RATE_LIMIT,
    ),
    "no credit": ({"status": 429, "code": "insufficient_quota", "error": "quota"}, Fault.NO_CREDIT),
    "server error": ({"status": 500, "error": "oops"}, None),
    "busy": ({"status": 503, "error": "overloaded"}, None),
    "no first word": ({"silent": True}, Fault.SLOW_TO_START),
    "refusal": ({"refusal": "I cannot help with that."}, Fault.DECLINED),
    "null content": ({"null": True}, Fault.EMPTY),
    "gone": ({"gone": True}, None),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_server_gives_the_floor_and_says_why(name, scripted, services, priya):
    how, fault = FAULTS[name]
    how = dict(how)
    if how.pop("null", False):
        scripted.obey(lambda request: Reply(pieces=None))
    else:
        scripted.reply(times=MOST_REQUESTS, **how)
    made = draft(priya(), services)
    plain = draft(priya(), replace(services, model=None))
    assert made.body == plain.body and made.writer.floor
    assert "built-in writer wrote this one" in made.writer.trouble
    assert "k-secret" not in repr(made)
    assert len(scripted.requests) <= MOST_REQUESTS
    if fault is not None:
        assert made.writer.calls[-1].fault == fault


BROKEN = {
    "cut stream": ([said()[:80]], {"drop": True}),
    "stalled": ([said()[:80]], {"stall": True}),
    "not JSON at all {": (["{ this is no JSON"], {}),
    "wrong schema": ([json.dumps({"letter": "Dear Dr. Ruiz"})], {}),
    "repeated words": (["Dear Dr. Ruiz, " * 400], {}),
    "ten megabytes": (["x" * 1_000_000 for _ in range(10)], {}),
    "empty": ([""], {}),
    "a made-up name": ([said(body=GOOD["body"] + "\nName77")], {}),
    "cut at the limit": ([said()[:80]], {"finish": "length"}),
    "another language": (
        [
            said(
                body="Estimada Dra. Ruiz: le escribo porque escuché su charla y me gustaría "
                "preguntarle por qué eligió la gestión en lugar de la técnica. Gracias, Priya"
            )
        ],
        {},
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_reply_that_cannot_be_used_gives_the_floor(name, scripted, services, priya):
    pieces, how = BROKEN[name]
    scripted.reply(*pieces, times=MOST_REQUESTS, **how)
    made = draft(priya(), services)
    assert made.body == draft(priya(), replace(services, model=None)).body
    assert made.writer.floor and made.writer.trouble
    assert len(scripted.requests) <= MOST_REQUESTS
    assert all(len(call.received) < 100_000 for call in made.writer.calls)


def test_a_message_signed_by_somebody_else_gives_the_floor(scripted, services, priya):
    scripted.reply(said(body=GOOD["body"].replace("Priya Nair", "Elena")), times=MOST_REQUESTS)
    assert draft(priya(), services).body.endswith("Priya Nair")


def test_no_server_at_all_gives_the_floor(settings, services, scripted, priya):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    away = replace(settings, access=replace(settings.access, url=f"http://127.0.0.1:{port}/v1"))
    model = LazyModel("openai:m", False, Lazily(lambda: open_model(away)))
    made = draft(priya(), replace(services, model=model))
    assert made.writer.floor and made.writer.calls[-1].fault == Fault.REFUSED


def test_a_name_that_cannot_be_looked_up_gives_the_floor(settings, services, priya):
    away = replace(settings, access=replace(settings.access, url="http://no.such.host.invalid/v1"))
    model = LazyModel("openai:m", False, Lazily(lambda: open_model(away)))
    assert draft(priya(), replace(services, model=model)).writer.floor


def test_a_wrong_setting_gives_the_floor_and_its_fix(settings, services, priya):
    wrong = replace(settings, model="gpt-5")
    model = LazyModel("gpt-5", False, Lazily(lambda: open_model(wrong)))
    made = draft(priya(), replace(services, model=model))
    assert made.writer.floor and "openai:gpt-5" in made.writer.trouble


def test_what_passes_is_delivered_with_names_that_never_left(scripted, services, priya):
    masked = GOOD["body"].replace("Ruiz", "Name4").replace("Priya Nair", "Name1 Name2")
    scripted.reply(said(body=masked.replace("Northfield", "Org1")))
    made = draft(priya(), services)
    sent = scripted.requests[0].text
    assert not [w for w in ("Priya", "Nair", "Elena", "Ruiz", "Northfield") if w in sent]
    assert "Dear Dr. Ruiz" in made.body and "Priya Nair" in made.body
