"""The judge on this computer: asks the loaded model, holds it to the grammar, and reads its answer with the codec."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from tutor.domain.errors import ModelError
from tutor.speechllm.asking import Clip, grammar_of, model_inputs
from tutor.speechllm.codec import read
from tutor.speechllm.decoding import FREE_TOKENS, Follow, Tell
from tutor.speechllm.drafting import Writer, Written, guess_by
from tutor.speechllm.grammar import Walk
from tutor.speechllm.loading import Loaded, load
from tutor.speechllm.replies import Reply, Told
from tutor.speechllm.states import FloatStates, Overheard


class LocalJudge:
    """Lives in one thread, like the model it owns."""

    def __init__(self, loaded: Loaded, free_tokens: int = FREE_TOKENS) -> None:
        self.loaded, self.free_tokens = loaded, free_tokens

    @classmethod
    def load(cls, folder: Path, shelf: Path | None = None) -> "LocalJudge":
        """From a model's folder; its base may be on the `shelf`. Raises `ModelError`."""
        return cls(load(folder, shelf))

    def judge(self, clips: Sequence[Clip], told: Told, *, brief: bool = False) -> list[Reply]:
        """See `replies.Judge`."""
        try:
            return self._judge(clips, told, 0 if brief else self.free_tokens)
        except torch.OutOfMemoryError as error:
            torch.cuda.empty_cache()
            raise ModelError("card_full") from error

    def _judge(self, clips: Sequence[Clip], told: Told, free_tokens: int) -> list[Reply]:
        if not self.loaded.manifest.facts:
            return self._together([replace(clip, facts=None) for clip in clips], told, free_tokens)

        def part(at: int) -> Told:
            return lambda share, reply: told((at + share) / len(clips), reply if at == 0 else None)

        return [self._alone(clip, part(at), free_tokens) for at, clip in enumerate(clips)]

    def _alone(self, clip: Clip, told: Told, free_tokens: int) -> Reply:
        """By drafts; a small model gains nothing from several clips at a time."""
        model, processor = self.loaded.model, self.loaded.processor
        grammar = grammar_of(clip, processor)

        def heard(so_far: Written) -> None:
            longest = grammar.longest + free_tokens + 1
            told(len(so_far.tokens) / longest, self._so_far(so_far.tokens, clip, so_far.walk))

        with torch.inference_mode():
            writer = Writer(model, model_inputs(processor, [clip]).to(model.device), grammar, heard)
            written = writer.write(guess_by(clip.facts), processor.tokenizer.eos_token_id, free_tokens)
        text = processor.tokenizer.decode(written.tokens, skip_special_tokens=True)
        return self._reply(text, clip, written.walk, written.kept)

    def _together(self, clips: Sequence[Clip], told: Told, free_tokens: int) -> list[Reply]:
        model, processor = self.loaded.model, self.loaded.processor
        inputs = model_inputs(processor, clips).to(model.device, model.dtype)
        follow = Follow([grammar_of(clip, processor) for clip in clips], processor.tokenizer.eos_token_id, free_tokens)
        asked = inputs["input_ids"].shape[1]
        longest = max(walk.grammar.longest for walk in follow.walks) + free_tokens + 1
        tell = Tell(lambda ids: told((ids.shape[1] - asked) / longest, self._so_far(ids[0, asked:], clips[0], follow.walks[0])))
        with torch.inference_mode(), Overheard(model, [walk.grammar for walk in follow.walks]) as overheard:
            said = model.generate(
                **inputs, logits_processor=[follow], stopping_criteria=[tell], do_sample=False, max_new_tokens=longest
            )
        texts = processor.batch_decode(said[:, asked:], skip_special_tokens=True, clean_up_tokenization_spaces=False)
        states = overheard.states(said[:, asked:].tolist())
        return [
            self._reply(text, clip, follow.walks[row], states[row])
            for row, (text, clip) in enumerate(zip(texts, clips, strict=True))
        ]

    def _so_far(self, ids: Any, clip: Clip, walk: Walk) -> Reply | None:
        """A clip's reply while its explanation is being written; None before that."""
        if not walk.free:
            return None
        return self._reply(self.loaded.processor.tokenizer.decode(ids, skip_special_tokens=True), clip, walk, None)

    def _reply(self, text: str, clip: Clip, walk: Walk, states: FloatStates | None) -> Reply:
        return Reply(read(text, clip.words), dict(zip(walk.grammar.slots, walk.chances, strict=True)), states)
