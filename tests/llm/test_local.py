"""Servers on this computer are found, and nothing else is taken for one."""

import pytest

from coach.llm.local import LocalServer, local_servers
from evals.scripted_server import Scripted

pytestmark = pytest.mark.enable_socket


def test_a_server_is_found_with_its_models(scripted: Scripted) -> None:
    scripted.models = ("small", "large")
    assert local_servers([scripted.port]) == (LocalServer(scripted.url, "", ("small", "large")),)


def test_a_server_that_tells_its_kind_is_named(scripted: Scripted) -> None:
    scripted.owner = "library"
    assert [server.kind for server in local_servers([scripted.port])] == ["Ollama"]


def test_several_servers_come_in_the_order_of_the_ports(scripted: Scripted) -> None:
    with Scripted(models=("other",)) as other:
        found = local_servers([other.port, scripted.port])
    assert [server.url for server in found] == [other.url, scripted.url]


def test_a_port_where_nothing_listens_is_passed_over(scripted: Scripted) -> None:
    with Scripted() as gone:
        closed = gone.port
    assert [server.url for server in local_servers([closed, scripted.port])] == [scripted.url]


@pytest.mark.parametrize("listing", ["[]", "null", '{"data": 3}', "<html>", " ", '{"data": null}'])
def test_what_lists_no_models_is_no_model_server(scripted: Scripted, listing: str) -> None:
    scripted.listing = listing
    assert local_servers([scripted.port]) == ()


def test_a_server_without_a_model_yet_is_still_told(scripted: Scripted) -> None:
    scripted.models = ()
    assert local_servers([scripted.port]) == (LocalServer(scripted.url, "", ()),)


def test_a_server_that_does_not_answer_is_not_waited_for(scripted: Scripted) -> None:
    scripted.listing = None
    assert local_servers([scripted.port], seconds=0.05) == ()


def test_a_redirection_is_not_followed(scripted: Scripted) -> None:
    scripted.moved_to = "http://203.0.113.1/v1/models"
    assert local_servers([scripted.port]) == ()


def test_no_ports_are_no_servers() -> None:
    assert local_servers([]) == ()
