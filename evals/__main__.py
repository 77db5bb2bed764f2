"""Prints every quality table: ``make evals``."""

import os
import tempfile

from evals import (
    counterpart_eval,
    drafts_eval,
    injection_eval,
    interview_eval,
    invention_eval,
    plans_eval,
    pressure_eval,
    private_eval,
    rehearsal_eval,
    review_eval,
    safety_eval,
    search_eval,
    spoken_eval,
)


def main() -> None:
    """Run each task in turn, in a data folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COACH_HOME"] = folder
        for line in drafts_eval.report():
            print(line, flush=True)
        print()
        for line in plans_eval.report():
            print(line, flush=True)
        print()
        interview_eval.main()
        print()
        review_eval.main([])
        print()
        invention_eval.main([])
        print()
        private_eval.main([])
        print()
        safety_eval.main()
        print()
        search_eval.main([])
        print()
        rehearsal_eval.main([])
        print()
        spoken_eval.main()
        print()
        counterpart_eval.main([])
        print()
        pressure_eval.main([])
        print()
        injection_eval.main([])


if __name__ == "__main__":
    main()
