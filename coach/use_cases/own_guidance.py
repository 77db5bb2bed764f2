"""The mentee's own guidance (F12): add a document, see what is there, take it away again."""

from coach.domain.results import OwnDocument
from coach.use_cases.ports import Progress, Services


def add_document(
    name: str, data: bytes, services: Services, progress: Progress | None = None
) -> OwnDocument:
    """Add a .md, .txt, .pdf or .docx file; one of the same name is replaced.

    Args:
        name: the file's name, with its ending.
        data: its bytes, at most 20 MB.
        services: the shelf the document goes to.
        progress: hears (done, total) passages; what it raises stops the add and leaves no trace.

    Raises:
        InputError: the file cannot be read; the fix says what to do.
        StorageError: the document cannot be kept; nothing of it is.
    """
    return services.own.add(name, data, progress)


def list_documents(services: Services) -> tuple[OwnDocument, ...]:
    """Every document of the mentee's, in the order they were added."""
    return services.own.documents()


def remove_document(name: str, services: Services) -> OwnDocument:
    """Remove a document and everything made of it.

    Raises:
        InputError: there is none of that name; the fix names those there are.
    """
    return services.own.remove(name)
