"""What goes wrong with stored vectors, known without importing Chroma, which takes most of a second."""


class VectorStoreError(Exception):
    """Chroma could not read or write; ``disk_full`` says whether space was the reason."""

    def __init__(self, message: str, disk_full: bool = False) -> None:
        super().__init__(message)
        self.disk_full = disk_full
