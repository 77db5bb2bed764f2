"""Plain talks to play against any scenario: what the mentee says in them, and the moves that it makes."""

from collections.abc import Iterator

from coach.domain.rehearsal import Move
from coach.rehearsal.scene import Scenario

Said = tuple[str, frozenset[Move]]
ASKED = frozenset({Move.OPEN_QUESTION, Move.SPECIFIC_QUESTION})


def good_talk(scenario: Scenario) -> Iterator[Said]:
    """Sixteen turns that follow the talk: questions about what they know, answers, a proposal."""
    yield (
        "Thank you for seeing me. I work in a bakery and came because of your work.",
        frozenset({Move.THANKS, Move.CONTEXT, Move.CONNECTION}),
    )
    for number, matter in enumerate(scenario.knows):
        yield f"What can you tell me about {matter.about[0]}?", ASKED
        if number % 2:
            yield (
                f"So for you it comes down to {matter.about[-1]}. I tried that twice last spring.",
                frozenset({Move.REFLECTS, Move.SHARES_PROGRESS}),
            )
    yield (
        f"Could we speak again about {scenario.decision.about[0]}?",
        frozenset({Move.PROPOSES_NEXT_STEP, Move.CLOSED_QUESTION}),
    )
    yield (
        "I will write down what I tried and send it to you on Friday.",
        frozenset({Move.PROPOSES_NEXT_STEP}),
    )


def poor_talk(scenario: Scenario) -> Iterator[Said]:
    """Turns that each do one thing badly."""
    yield (
        "I'm so sorry to take your time, sorry, I know I'm being silly.",
        frozenset({Move.OVER_APOLOGY}),
    )
    yield "You are simply the greatest person in the whole field.", frozenset({Move.FLATTERY})
    yield "Any advice?", frozenset({Move.VAGUE_ASK})
    yield "Can you give me a job?", frozenset({Move.JOB_ASK, Move.CLOSED_QUESTION})
    yield (
        " ".join(["and then there was another thing that happened at work"] * 25),
        frozenset({Move.MONOLOGUE}),
    )
    yield "That was not my fault, nobody told me.", frozenset({Move.DEFENSIVE})
    yield "Anyway, I like the weather today.", frozenset({Move.IGNORES_QUESTION})
    yield "You have to give me an answer now.", frozenset()
    yield "Hm.", frozenset()
    yield "Is it good?", frozenset({Move.CLOSED_QUESTION})
