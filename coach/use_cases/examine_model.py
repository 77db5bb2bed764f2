"""Examines which writer is set, what it may be sent, what it costs, and which models are near."""

from dataclasses import dataclass

from coach.domain.results import Tokens
from coach.errors import CoachError
from coach.settings import Settings
from coach.use_cases.about_model import AboutModel, about_model
from coach.use_cases.model_taken import dollars, taken_by, told_tokens
from coach.use_cases.ports import Models, Services
from coach.use_cases.try_model import try_model

MILLION = 1_000_000
BUILT_IN_FIX = "Until then the built-in writer writes."


@dataclass(frozen=True)
class Check:
    """One thing examined: its state in words, and the fix when it is not well."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def examine_model(
    settings: Settings, services: Services, *, problem: CoachError | None, trying: bool
) -> list[Check]:
    """What can be known of the writer without asking it; with ``trying``, ask it once.

    Args:
        settings: the writer and its access.
        services: opens models and finds those on this computer.
        problem: what is wrong with the settings, if anything; they then stand for the built-in writer.
        trying: whether to send one tiny request.
    """
    if problem is not None:
        return [_wrong(problem), *_near(services.models)]
    about = about_model(settings.model, settings.access)
    if about.is_built_in:
        return [Check("writer", True, "built-in: no key, no network"), *_near(services.models)]
    checks = [_writer(settings, services.models, about)]
    if checks[0].ok:
        checks += [_sent(about), _price(settings, services.models, about)]
        if trying:
            checks.append(_tried(services))
    return [*checks, *_near(services.models)]


def _wrong(problem: CoachError) -> Check:
    more = f" {BUILT_IN_FIX}" if problem.fix.endswith((".", "?")) else ""  # never behind a command
    return Check("writer", False, problem.message, problem.fix + more)


def _writer(settings: Settings, models: Models | None, about: AboutModel) -> Check:
    """Whether the model can be asked, as far as that is known without asking it."""
    try:
        if models is not None:
            models.check(settings.model, settings.access)
    except CoachError as error:
        return _wrong(error)
    key = "a key is set" if settings.access.key else "no key is set"
    return Check("writer", True, f"{about.name} ({about.title}); {key}")


def _sent(about: AboutModel) -> Check:
    return Check("what is sent", True, f"{about.meaning} {about.notes}")


def _price(settings: Settings, models: Models | None, about: AboutModel) -> Check:
    """What a million tokens cost, each way."""
    ways = []
    for name, tokens in (("in", Tokens(taken=MILLION)), ("out", Tokens(given=MILLION))):
        cost = models.price(settings.model, settings.access, tokens) if models else None
        if cost is None:
            return Check("price", True, f"not known for {about.model}; tokens are counted")
        ways.append(f"{dollars(cost)} {name}")
    if about.local:
        return Check("price", True, "none: it runs on this computer")
    return Check("price", True, f"per million tokens {', '.join(ways)}")


def _tried(services: Services) -> Check:
    if services.model is None:
        return Check("answer", True, "not asked")
    tried = try_model(services.model)
    if tried.problem:
        return Check("answer", False, tried.problem, tried.fix)
    took = taken_by(tried.calls)
    return Check("answer", True, f"in {tried.seconds:.1f} s: {told_tokens(took.tokens)}")


def _near(models: Models | None) -> list[Check]:
    """The models that are served on this computer, and what to set to use the first of them."""
    if models is None:
        return []
    found = models.on_this_computer()
    if not found:
        return [Check("models on this computer", True, "none answered on the usual ports")]
    said = [
        f"{server.kind or 'a server'} at {server.url}: {', '.join(server.models) or 'no model yet'}"
        for server in found
    ]
    first = next((server for server in found if server.models), None)
    if first is not None:
        said.append(f"set OPENAI_BASE_URL={first.url} and COACH_MODEL=openai:{first.models[0]}")
    return [Check("models on this computer", True, "; ".join(said))]
