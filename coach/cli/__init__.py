"""The command line: ``coach`` and ``python -m coach``."""

from coach.cli.main import main

__all__ = ["main"]
