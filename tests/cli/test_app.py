"""``coach app`` fails early and kindly when its port is taken."""

import socket

import pytest
from click.testing import CliRunner

from coach.cli.main import main


@pytest.mark.enable_socket
def test_a_port_in_use_is_named_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["app", "--port", str(port)])
    assert done.exit_code == 2
    assert str(port) in done.stderr
    assert f"--port {port + 1}" in done.stderr
