"""The sentence model in PyTorch, with thin changes to its layers and heads for what it is tuned to.

The steps are those of the ONNX file (all-MiniLM-L6-v2, an encoder as in Devlin et al. 2019, arXiv:1810.04805).
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from coach.guidance.adapted_model import Change, matrix, nodes, stored
from coach.guidance.tuned_file import Learnt
from coach.guidance.tuned_model import SHARPNESS

LAYERS, HEADS, WIDTH = 6, 12, 384
RANK = 16
STRENGTH = 2.0
DROPPED = 0.15
_PARTS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_INNER = "inner."


@dataclass(frozen=True)
class Weights:
    """The model's numbers: matrices by outputs and inputs, vectors, and under which name each is stored."""

    matrices: dict[str, torch.Tensor]
    vectors: dict[str, torch.Tensor]
    names: dict[str, str]


def weights_of(model: bytes) -> Weights:
    """Read the model; a matrix is known by the bias that is added after it."""
    places = stored(model)
    vectors = {
        name.removeprefix(_INNER): torch.tensor(
            np.frombuffer(model[at.start : at.end], np.float32).reshape(at.shape)
        )
        for name, at in places.items()
        if name.startswith(_INNER) and not name.endswith(("_q", "_scale", "position_ids"))
    }
    after = {taken: node for node in nodes(model) if node.kind == "Add" for taken in node.takes}
    matrices, names = {}, {}
    for node in nodes(model):
        if node.kind == "MatMul" and f"{node.takes[1]}_q" in places:
            bias = next(name for name in after[node.gives[0]].takes if name.startswith(_INNER))
            part = bias.removeprefix(_INNER).removesuffix(".bias")
            matrices[part] = torch.tensor(matrix(model, places, node.takes[1]).T.copy())
            names[part] = node.takes[1]
    for part in ("word_embeddings", "position_embeddings"):
        whole = f"{_INNER}embeddings.{part}.weight"
        matrices[part] = torch.tensor(matrix(model, places, whole))
    return Weights(matrices, vectors, names)


class Thin(nn.Module):
    """A linear step whose matrix stays, with a thin change that is learnt."""

    def __init__(self, whole: Weights, part: str, *, learns: bool) -> None:
        super().__init__()
        self.plain = nn.Parameter(whole.matrices[part], requires_grad=False)
        self.bias = nn.Parameter(whole.vectors[f"{part}.bias"], requires_grad=False)
        outputs, inputs = self.plain.shape
        self.learns = learns
        if learns:
            self.down = nn.Parameter(torch.randn(RANK, inputs) / inputs**0.5)
            self.up = nn.Parameter(torch.zeros(outputs, RANK))

    def forward(self, numbers: torch.Tensor) -> torch.Tensor:
        """One linear step."""
        result = functional.linear(numbers, self.plain, self.bias)
        if self.learns:
            thin = functional.linear(functional.linear(numbers, self.down), self.up)
            result = result + thin * STRENGTH
        return result

    def change(self) -> Change:
        """What was learnt."""
        return Change(self.down.detach().numpy(), (self.up * STRENGTH).detach().numpy())


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, whole: Weights, number: int, *, learns: bool) -> None:
        super().__init__()
        at = f"encoder.layer.{number}."
        self.dropped = DROPPED if learns else 0.0
        steps = [Thin(whole, at + part, learns=learns) for part in _PARTS]
        self.query, self.key, self.value, self.out, self.wide, self.narrow = steps
        self.first = _norm(whole, f"{at}attention.output.LayerNorm")
        self.second = _norm(whole, f"{at}output.LayerNorm")

    def forward(self, read: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Read each piece beside the others."""
        count, length, _ = read.shape

        def heads(numbers: torch.Tensor) -> torch.Tensor:
            return numbers.view(count, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            heads(self.query(read)), heads(self.key(read)), heads(self.value(read)), attn_mask=mask
        )
        seen = self.out(seen.transpose(1, 2).reshape(count, length, WIDTH))
        read = self.first(read + functional.dropout(seen, self.dropped, self.training))
        told = self.narrow(functional.gelu(self.wide(read)))
        done = self.second(read + functional.dropout(told, self.dropped, self.training))
        return torch.as_tensor(done)


def _norm(whole: Weights, part: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, 1e-12)
    norm.weight.data, norm.bias.data = (
        whole.vectors[f"{part}.weight"],
        whole.vectors[f"{part}.bias"],
    )
    for numbers in norm.parameters():
        numbers.requires_grad = False
    return norm


@dataclass(frozen=True)
class Batch:
    """Some texts in word pieces.

    Attributes:
        ids: the pieces; by texts and places, filled up with zeros.
        kinds: 0 or 1 for each piece, as at run time.
        real: which pieces are not filled up.
        parts: the parts that are scored, each by its text and where it begins and ends there.
    """

    ids: torch.Tensor
    kinds: torch.Tensor
    real: torch.Tensor
    parts: torch.Tensor


class Reader(nn.Module):
    """The model, and what each thing looks for; the same steps as ``TunedModel.scores``.

    Args:
        whole: the model as it is.
        plain: layers at the bottom that stay as they are.
        things: how many things are looked for.
        rare: the score of each thing before anything is read.
    """

    def __init__(self, whole: Weights, plain: int, things: int, rare: float) -> None:
        super().__init__()
        self.plain = plain
        self.words = nn.Parameter(whole.matrices["word_embeddings"], requires_grad=False)
        self.places = nn.Parameter(whole.matrices["position_embeddings"], requires_grad=False)
        kinds = whole.vectors["embeddings.token_type_embeddings.weight"]
        self.kinds = nn.Parameter(kinds, requires_grad=False)
        self.norm = _norm(whole, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(
            [Layer(whole, number, learns=number >= plain) for number in range(LAYERS)]
        )
        self.looks = nn.Parameter(torch.randn(things, WIDTH) * 0.05)
        self.weighs = nn.Parameter(torch.zeros(things, WIDTH))
        self.start = nn.Parameter(torch.full((things,), rare))

    def forward(self, batch: Batch) -> torch.Tensor:
        """The scores of the parts, in logits; by parts and things."""
        mask = torch.zeros(batch.real.shape[0], 1, 1, batch.real.shape[1])
        mask = mask.masked_fill(~batch.real[:, None, None, :], -1e4)
        with torch.no_grad():
            length = batch.ids.shape[1]
            read = self.words[batch.ids] + self.places[:length] + self.kinds[batch.kinds]
            read = self.norm(read)
            for layer in self.layers[: self.plain]:
                read = layer(read, mask)
        for layer in self.layers[self.plain :]:
            read = layer(read, mask)
        text, start, end = (column[:, None] for column in batch.parts.T)
        places = torch.arange(length)[None]
        inside = (places >= start) & (places < end)
        sought = (read @ self.looks.T).float()[text[:, 0]]
        attention = sought.masked_fill(~inside[:, :, None], -1e4).softmax(1)
        kept = functional.dropout(read.float(), 0.1, self.training)[text[:, 0]]
        found = torch.einsum("ptm,ptd->pmd", attention, kept)
        return (found * self.weighs * SHARPNESS).sum(-1) + self.start

    def thin(self) -> list[nn.Parameter]:
        """The numbers of the thin changes; all others that are learnt are ``heads``."""
        known = {id(one) for one in self.heads()}
        return [one for one in self.parameters() if one.requires_grad and id(one) not in known]

    def heads(self) -> list[nn.Parameter]:
        """What each thing looks for, and how much that counts."""
        return [self.looks, self.weighs, self.start]

    def learnt(self, names: dict[str, str]) -> Learnt:
        """What was learnt, each matrix by the name under which it is stored."""
        found = {}
        for number in range(self.plain, LAYERS):
            steps = self.layers[number]
            listed = (steps.query, steps.key, steps.value, steps.out, steps.wide, steps.narrow)
            for part, step in zip(_PARTS, listed, strict=True):
                found[names[f"encoder.layer.{number}.{part}"]] = step.change()
        return Learnt(found, *(one.detach().numpy() for one in self.heads()))
