"""From what raters said of a reading to the labels the model is to answer with. Knows no sentences and no models."""

import numpy as np

from tutor.speechllm.codec import Response, WordLabels, has_stress
from tutor.speechllm.rubric import RUBRICS, SENTENCE
from tutor.training.manifest import LEARNED_ASPECTS, Floats, RatedReading, released


def raters_of(reading: RatedReading) -> int:
    """How many raters judged the whole reading."""
    return int((~np.isnan(reading.labels.utterance)).any(0).sum())


def labels_of(reading: RatedReading, rater: int | None = None) -> Response:
    """The released labels, or one rater's; where that rater is missing at a level, the released ones. Without rationale."""
    labels = reading.labels
    whole = _said(labels.utterance, released(labels.utterance), rater)
    phones = iter(_said(labels.phone, labels.phone_mean, rater).tolist())
    accuracy = _said(labels.word_accuracy, released(labels.word_accuracy), rater).tolist()
    stress = _said(labels.word_stress, released(labels.word_stress), rater).tolist()
    return Response(
        {aspect: RUBRICS[aspect].label(float(whole[LEARNED_ASPECTS.index(aspect)])) for aspect in SENTENCE},
        tuple(
            WordLabels(
                RUBRICS["word"].label(accuracy[at]),
                RUBRICS["stress"].label(stress[at]) if has_stress(word) else None,
                tuple(RUBRICS["phone"].label(next(phones)) for _ in word.pronunciations[0]),
            )
            for at, word in enumerate(reading.target.words)
        ),
    )


def _said(ratings: Floats, everyone: Floats, rater: int | None) -> Floats:
    """One rater's column where there is one for all of it, else what all said together."""
    if rater is None or rater >= ratings.shape[1] or np.isnan(ratings[:, rater]).any():
        return everyone
    return ratings[:, rater]
