"""``coach draft`` against a bare script that opens the same index and asks it once."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from coach.domain.vocabulary import Kind
from coach.guidance.index import FOLDER
from coach.settings import PACKAGE, read_settings
from coach.use_cases.examples import example
from evals.bench.ratios import Ratio, Run, paired

ROUNDS = 9
LIMIT = 1.25


def command_ratio(folder: Path) -> Ratio:
    """Median ratio of whole processes, index warm; ``folder`` is scratch space."""
    brief = folder / "brief.yaml"
    brief.write_text(example(Kind.OUTREACH), encoding="utf-8")
    draft = [str(Path(sys.executable).with_name("coach")), "draft", str(brief), "--format", "json"]
    index = str(read_settings().home / FOLDER)
    vocabulary = str(PACKAGE / "guidance" / "bert-vocab.txt")
    script = str(Path(__file__).with_name("bare_query.py"))
    bare = [sys.executable, script, index, vocabulary]
    return paired("coach draft ÷ bare query", LIMIT, _process(draft), _process(bare), ROUNDS)


def _process(command: list[str]) -> Run:
    def run() -> float:
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return perf_counter() - start

    return run
