"""``coach app``: opens the Streamlit app on this machine only."""

import os
import socket
import sys

import click

from coach.errors import InputError
from coach.settings import read_settings

DEFAULT_PORT = 8501


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=None, help="Port; 8501 unless given."
)
@click.option("--address", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--open/--no-open", "browse", default=None, help="Open a browser window, or do not.")
def app(port: int | None, address: str, browse: bool | None) -> None:
    """Open the app in the browser."""
    chosen = port or DEFAULT_PORT
    _check_free(address, chosen)
    url = f"http://{'127.0.0.1' if address in ('', '0.0.0.0') else address}:{chosen}"  # noqa: S104
    click.echo(f"The coach opens at {url}  (Ctrl+C ends it)")
    headless = not (browse if browse is not None else sys.stdout.isatty() and _has_display())
    command = [
        sys.executable, "-m", "streamlit", "run", str(read_settings().app),
        "--server.port", str(chosen), "--server.address", address,
        "--server.headless", str(headless).lower(), "--browser.gatherUsageStats", "false",
    ]  # fmt: skip
    sys.stdout.flush()
    os.chdir(read_settings().app.parent)  # Streamlit reads .streamlit/config.toml from here
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, fixed arguments


def _has_display() -> bool:
    return sys.platform in ("darwin", "win32") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _check_free(address: str, port: int) -> None:
    """Fail early, and kindly, when another program listens on the port."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except OSError as error:
        raise InputError(
            f"port {port} on {address} cannot be used: {error.strerror or error}",
            f"The coach may be open there already; or try `coach app --port {port + 1}`.",
        ) from error
