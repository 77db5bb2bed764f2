"""The local embedding in the shape LangChain wants, for the baselines built as a tutorial would."""

from langchain_core.embeddings import Embeddings

from coach.guidance.embedding import LocalEmbedding


class LangChainEmbedding(Embeddings):
    """The embedding that the product uses as well, so that only the way differs."""

    def __init__(self, embedding: LocalEmbedding) -> None:
        self._embedding = embedding

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector per text."""
        return [[float(x) for x in row] for row in self._embedding.embed(texts)]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return [float(x) for x in self._embedding.embed_query(text)]
