"""The forms a language model fills in. What stands in them is never trusted; it is reviewed first."""

from pydantic import BaseModel, ConfigDict, Field


class ModelForm(BaseModel):
    """Base of every form: what a model adds beyond it is ignored, what it leaves out is an error."""

    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)


class MessageForm(ModelForm):
    """A whole message."""

    subject: str = ""
    body: str = Field(min_length=1)


class EditForm(ModelForm):
    """One small change to a person's own text: words that stand in it, and what to put there."""

    find: str = Field(min_length=1)
    replace: str = ""
    check: str = ""


class EditsForm(ModelForm):
    """Small changes to a person's own text."""

    edits: tuple[EditForm, ...]


class PartForm(ModelForm):
    """The questions for one part of a meeting, by the part's number from 1."""

    part: int
    questions: tuple[str, ...] = ()


class AgendaForm(ModelForm):
    """Questions for the parts of a meeting that is planned already."""

    parts: tuple[PartForm, ...]


class ReflectionForm(ModelForm):
    """Questions for the three stages of thinking back, and, in mentor style, one piece of advice."""

    what: tuple[str, ...]
    so_what: tuple[str, ...]
    now_what: tuple[str, ...]


class CitedForm(ModelForm):
    """One sentence of an answer and the ids of the cards it rests on."""

    text: str = Field(min_length=1)
    cards: tuple[str, ...] = ()


class AnswerForm(ModelForm):
    """An answer sentence by sentence; ``answered`` is false when the cards do not hold it."""

    answered: bool = True
    sentences: tuple[CitedForm, ...] = ()


class LineForm(ModelForm):
    """What a counterpart says in a rehearsed talk."""

    line: str = Field(min_length=1)


class HelloForm(ModelForm):
    """The number a model is told when it is tried out."""

    number: str = ""
