"""Where the desk keeps what was withheld for care, and that it is wanted all the same."""

from coach.ui.forms import Form


def anyway_key(form: Form) -> str:
    """Where the desk keeps that a person wants it written all the same."""
    return f"{form.page}.anyway"


def withheld_key(form: Form) -> str:
    """Where the desk keeps what was withheld last."""
    return f"{form.page}.withheld"
