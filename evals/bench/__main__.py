"""Prints every ratio the project promises: ``make bench``."""

import os
import tempfile
from pathlib import Path

from evals.bench.command import command_ratio
from evals.bench.first_token import first_token_line
from evals.bench.page import page_ratios
from evals.bench.searching import search_ratios
from evals.bench.writing import writing_ratios


def main() -> None:
    """Measure in a data folder of its own, so that nobody's records are touched.

    Both sides of a ratio may keep their bytecode, as they do where people run them.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COACH_HOME"] = str(Path(folder) / "home")
        print("Medians of paired runs (lowest–highest); the times are of this machine, today.")
        print(command_ratio(Path(folder)).row(), flush=True)
        for ratio in search_ratios():
            print(ratio.row(), flush=True)
        for ratio in page_ratios():
            print(ratio.row(), flush=True)
        for line in writing_ratios():
            print(line, flush=True)
        print(first_token_line(), flush=True)


if __name__ == "__main__":
    main()
