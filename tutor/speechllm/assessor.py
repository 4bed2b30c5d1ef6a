"""The SpeechLLM assessor: a judge of sentences, and an embedded assessor that hears where the words are.

The listener says what was read and when (times, miscues, events, completeness); the judge scores it, sentence by sentence. Where
the card has no room even for one sentence, the listener's own assessment is the answer, under its own stamp and said openly.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tutor.domain.assessment import (
    Assessment,
    Estimate,
    ModelStamp,
    PhoneScore,
    RationaleLine,
    Scores,
    Unjudged,
    Verdict,
    WordScore,
)
from tutor.domain.audio import AudioFacts, Waveform
from tutor.domain.errors import ModelError
from tutor.domain.target import Target
from tutor.practice.ports import Assessor, Following, Overhearing, Progress
from tutor.speechllm.asking import Clip
from tutor.speechllm.codec import Slot, slots
from tutor.speechllm.facts import Facts
from tutor.speechllm.replies import Judge, Reply, Told
from tutor.speechllm.scoring import Scoring
from tutor.speechllm.truth import Checked, check, whole_sentences
from tutor.speechllm.windows import Window, windows

INSTEAD = "embedded_instead"  # the problem's code
ROWS = (4, 2, 1)  # sentences at a time, as long as the card has room
_LISTENED = 0.2  # share of the work
_log = logging.getLogger(__name__)
Judged = list[tuple[Window, Clip, Reply]]
Check = Callable[[str, Assessment, range], Checked]


Written = Callable[[tuple[RationaleLine, ...]], None]


def unheard(_: tuple[RationaleLine, ...]) -> None:
    """Nobody reads along."""


class SpeechLlmAssessor:
    """Lives in one thread, with the model.

    `truthful` takes out of the explanation what the scores don't bear out; `written` hears what is left of it, sentence by
    sentence, while the rest is being written.
    """

    def __init__(  # noqa: PLR0913
        self, judge: Judge, listener: Assessor, scoring: Scoring, stamp: ModelStamp, *,
        written: Written = unheard, truthful: Check = check,
    ) -> None:  # fmt: skip
        self._judge, self._listener, self._scoring, self._stamp = judge, listener, scoring, stamp
        self._written, self._check = written, truthful

    @property
    def stamp(self) -> ModelStamp:
        """Which model this is."""
        return self._stamp

    def overhear(self, rate: int) -> Overhearing | None:
        """See `practice.ports.Assessor`: the listener can begin early."""
        return self._listener.overhear(rate)

    def follow(self, rate: int, target: Target) -> Following | None:
        """See `practice.ports.Assessor`: the listener can."""
        return self._listener.follow(rate, target)

    def assess(self, waveform: Waveform, facts: AudioFacts, target: Target, progress: Progress) -> Assessment:
        """See `practice.ports.Assessor`."""
        heard = self._listener.assess(waveform, facts, target, lambda share, stage: progress(_LISTENED * share, stage))
        places = list(windows(heard.words, target, waveform))
        if heard.verdict is Verdict.OFF_SCRIPT or not places:
            return heard
        clips = [_clip(waveform, target, heard, place) for place in places]
        try:
            replies = self._replies(heard, list(zip(places, clips, strict=True)), progress)
        except ModelError as error:
            if error.code != "card_full":
                raise
            return replace(heard, problems=(*heard.problems, INSTEAD))
        said, dropped = self._assessment(heard, list(zip(places, clips, replies, strict=True)))
        unread = sum(reply.parsed.unread for reply in replies)
        if dropped or unread:
            _log.info("%d sentences that the scores don't bear out were dropped, %d labels could not be read", dropped, unread)
        return said

    def _replies(self, heard: Assessment, asked: Sequence[tuple[Window, Clip]], progress: Progress) -> list[Reply]:
        """All replies, with fewer sentences at a time and then without explanation when the card is full."""
        replies: list[Reply] = []
        steps = [(rows, False) for rows in ROWS if rows == 1 or rows <= len(asked)] + [(1, True)]
        while len(replies) < len(asked):
            rows, brief = steps[0]
            batch = [clip for _, clip in asked[len(replies) : len(replies) + rows]]
            try:
                replies += self._judge.judge(batch, self._teller(heard, asked, replies, len(batch), progress), brief=brief)
            except ModelError as error:
                if error.code != "card_full" or len(steps) == 1:
                    raise
                steps = steps[1:]
                _log.info("the card is full with %d sentences; going on with %d", rows, steps[0][0])
        return replies

    def _teller(
        self, heard: Assessment, asked: Sequence[tuple[Window, Clip]], replies: Sequence[Reply], now: int, progress: Progress
    ) -> Told:
        """Reports while `now` more replies come after those there are."""
        done, seen = [(*each, reply) for each, reply in zip(asked, replies, strict=False)], 0

        def told(share: float, so_far: Reply | None) -> None:
            nonlocal seen
            whole = _LISTENED + (1 - _LISTENED) * (len(done) + share * now) / len(asked)
            progress(whole, "judging" if so_far is None else "explaining")
            text = whole_sentences(so_far.parsed.response.rationale) if so_far else ""
            if so_far and len(text) > seen:
                seen = len(text)
                said, _ = self._assessment(heard, [*done, (*asked[len(done)], _saying(so_far, text))])
                self._written(said.rationale)

        return told

    def _assessment(self, heard: Assessment, judged: Judged) -> tuple[Assessment, int]:
        """With the judged windows' scores and what is true of their explanations, and how many sentences were not."""
        words = list(heard.words)
        for ((first, behind), _), clip, reply in judged:
            own = slots(clip.words)
            for at in range(first, behind):
                mine = {(level, phone): slot for (level, word, phone), slot in own.items() if word == at - first}
                words[at] = self._word(heard.words[at], reply, mine)
        said = replace(
            heard, model=self._stamp, words=tuple(words), scores=self._scores(heard, judged), confidence=self._scoring.confidence
        )
        checked = [self._check(reply.parsed.response.rationale, said, range(*words)) for (words, _), _, reply in judged]
        lines = tuple(line for each in checked for line in each.lines)
        return replace(said, rationale=lines), sum(each.dropped for each in checked)

    def _scores(self, heard: Assessment, judged: Judged) -> Scores:
        """Each aspect's mean over the sentences, by their words; its band likewise."""
        said = [(behind - first, self._scoring.sentence(reply)) for ((first, behind), _), _, reply in judged]
        means = {
            aspect: _mean([(words, scores[aspect]) for words, scores in said if aspect in scores])
            for aspect in ("accuracy", "fluency", "prosody", "total")
        }
        return Scores(completeness=heard.scores.completeness, **means)

    def _word(self, heard: WordScore, reply: Reply, own: Mapping[tuple[str, int], Slot]) -> WordScore:
        """The listener's word with the judge's scores; one that was not read keeps what it has."""
        if heard.start is None:
            return heard
        accuracy = self._estimate(reply, own["word", -1])
        stress = self._estimate(reply, own["stress", -1]) if accuracy and ("stress", -1) in own else None
        phones = tuple(self._phone(phone, reply, own["phone", nth]) for nth, phone in enumerate(heard.phones))
        reason = None if accuracy else Unjudged.UNCLEAR
        return replace(heard, accuracy=accuracy, stress=stress, phones=phones, reason=reason)

    def _estimate(self, reply: Reply, slot: Slot) -> Estimate | None:
        weights = reply.weights(slot)
        return None if weights is None else self._scoring.labels(slot.level, weights)

    def _phone(self, heard: PhoneScore, reply: Reply, slot: Slot) -> PhoneScore:
        weights = reply.weights(slot)
        if weights is None or heard.start is None:
            return replace(heard, accuracy=None, mispronounced=None, reason=heard.reason or Unjudged.UNCLEAR)
        accuracy, wrong = self._scoring.labels("phone", weights), self._scoring.mispronounced(weights)
        return replace(heard, accuracy=accuracy, mispronounced=wrong, reason=None)


def _saying(reply: Reply, text: str) -> Reply:
    """The reply with this explanation."""
    response = replace(reply.parsed.response, rationale=text)
    return replace(reply, parsed=replace(reply.parsed, response=response))


def _clip(waveform: Waveform, target: Target, heard: Assessment, place: Window) -> Clip:
    """One window's sound and words, each with the pronunciation that was heard, and what the listener makes of them."""
    (first, behind), (start, end) = place
    words = tuple(
        replace(target.words[at], pronunciations=(tuple(each.phone for each in heard.words[at].phones),))
        for at in range(first, behind)
    )
    facts = Facts.of(heard, range(first, behind), [word.break_after for word in words])
    return Clip(waveform.between(start, end).samples, words, facts)


def _mean(said: Sequence[tuple[int, Estimate]]) -> Estimate | None:
    weight = sum(words for words, _ in said)
    if not weight:
        return None
    value, low, high = (sum(words * getattr(each, part) for words, each in said) / weight for part in ("value", "low", "high"))
    return Estimate(value, min(low, value), max(high, value))
