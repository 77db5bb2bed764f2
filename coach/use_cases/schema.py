"""JSON Schema of the briefs, for editors and other programs."""

from pydantic import JsonValue

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.domain.vocabulary import Kind

_MODELS: dict[Kind, type[OutreachBrief] | type[AgendaBrief] | type[ReflectionBrief]] = {
    Kind.OUTREACH: OutreachBrief,
    Kind.AGENDA: AgendaBrief,
    Kind.REFLECTION: ReflectionBrief,
}


def schema(kind: Kind) -> dict[str, JsonValue]:
    """The JSON Schema (draft 2020-12) of a brief of this kind."""
    found: dict[str, JsonValue] = _MODELS[kind].model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
