"""Says in plain English what the evidence shows: what went well, what to work on and how, what else was noticed.

Rules only, each line with the words, phones or pauses it rests on. What isn't judged isn't spoken of; what is marked on screen
and what is said here follow one rule (`domain.marks`). Wording varies by word, never by chance.
"""

from collections import defaultdict
from dataclasses import dataclass
from zlib import crc32

from tutor.domain.assessment import Evidence, Miscue, PhoneScore, RationaleLine, Scores, Unjudged, WordScore
from tutor.domain.load import Load, load_of
from tutor.domain.marks import Mark, mark_phone, mark_word
from tutor.domain.phones import CONSONANTS, VOWELS
from tutor.domain.prosody import Prosody
from tutor.domain.sounds import SOUNDS
from tutor.domain.target import Target
from tutor.domain.weight import carries_weight
from tutor.domain.wording import say
from tutor.practice.hints import how_to

MOST_WORK, MOST_NOTICED = 3, 2
_SURE = 0.75  # below this probability, and with a wider band than the next line's, wording is "may have"
_WIDE = 1.0
_STRESS_EDGE = 8.0  # 10 right, 5 wrong: only a band wholly below is spoken of
_SMOOTH = 7.0
_SLOW_WPM, _FAST_WPM = 80.0, 200.0
_WORDS_FOR_PACE = 5
# How much one of each hurts being understood, beside a sure slip of a sound that many words hang on (1.0).
_LOADS = {Load.HIGH: 1.0, Load.MIDDLE: 0.75, Load.LOW: 0.4}
_UNKNOWN_SOUND, _STRESS, _FINAL, _LEFT_OUT, _WHOLE_WORD = 0.75, 0.55, 0.5, 0.4, 0.35
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class _Slip:
    """A marked phone: where it is, what was heard instead (None: nothing else), and how much it hurts."""

    word: int
    phone: int
    score: PhoneScore
    heard: str | None
    final: bool
    hurts: float

    @property
    def unsure(self) -> bool:
        estimate = self.score.accuracy
        return (self.score.mispronounced or 0.0) < _SURE or estimate is None or estimate.high - estimate.low > _WIDE


@dataclass(frozen=True, slots=True)
class _Ranked:
    hurts: float
    line: RationaleLine


def explain(words: tuple[WordScore, ...], scores: Scores, prosody: Prosody | None, target: Target) -> tuple[RationaleLine, ...]:
    """At most seven lines: praise with its evidence, up to three things to work on, up to two more observations, and one line on
    what is only an accent. First of the three is what most hurts being understood: many words hang on that sound, or it came
    often; then word stress, the ends of words, words left out."""
    found = [*_sounds(words), *_stress(words), *_omitted(words, target), *_substituted(words), *_whole_words(words)]
    work = sorted(found, key=lambda each: (-each.hurts, each.line.about[0].index))
    noticed = [*_again(words), *_pauses(words, prosody), *_pace(words, prosody)]
    praise = [*_clear_words(words), *_smooth(words, scores, prosody)][: 2 if not work else 1]
    return (*praise, *(each.line for each in work[:MOST_WORK]), *noticed[:MOST_NOTICED], *_accent(words))


# What went well


def _clear_words(words: tuple[WordScore, ...]) -> list[RationaleLine]:
    judged = [at for at, word in enumerate(words) if word.judged]
    clear = [at for at in judged if mark_word(words[at]) is Mark.CLEAR]
    if not clear or 2 * len(clear) < len(judged):
        return []
    best = sorted(_strongest(words, clear))
    named = _listed([words[at].text for at in best])
    if len(clear) == len(words):
        return [_line(say("Every word came through clearly, for example {words}.").format(words=named), _about_words(best))]
    said = _vary(
        words[best[0]].text,
        say("{count} of {all} words came through clearly, for example {words}."),
        say("{words} came through well: {count} of {all} words came through clearly."),
    )
    return [_line(said.format(count=len(clear), all=len(words), words=named), _about_words(best))]


def _strongest(words: tuple[WordScore, ...], among: list[int]) -> list[int]:
    """Two clear words worth naming: content words with the most sounds first, no word twice."""
    named: dict[str, int] = {}
    for at in sorted(among, key=lambda at: (not carries_weight(words[at].text), -len(words[at].phones), at)):
        named.setdefault(words[at].text.lower(), at)
    return list(named.values())[:2]


def _smooth(words: tuple[WordScore, ...], scores: Scores, prosody: Prosody | None) -> list[RationaleLine]:
    if prosody is None or scores.fluency is None or scores.fluency.low < _SMOOTH:
        return []
    first, last = _longest_run(words, {pause.after_word for pause in prosody.pauses})
    if last - first < 3:
        return []
    said = say("You read from “{first}” to “{last}” without a break.")
    return [_line(said.format(first=words[first].text, last=words[last].text), (_word(first), _word(last)))]


def _longest_run(words: tuple[WordScore, ...], breaks: set[int]) -> tuple[int, int]:
    best, first = (0, 0), 0
    for at, word in enumerate(words):
        if not word.judged:
            first = at + 1
            continue
        best = max(best, (first, at), key=lambda run: run[1] - run[0])
        first = at + 1 if at in breaks else first
    return best


# What to work on


def _sounds(words: tuple[WordScore, ...]) -> list[_Ranked]:
    """One line for each pair of expected and heard sound, however often it came."""
    groups: dict[tuple[str, str | None, bool], list[_Slip]] = defaultdict(list)
    for slip in _slips(words):
        groups[slip.score.phone.symbol, slip.heard, slip.final and slip.heard is None].append(slip)
    return [_Ranked(sum(slip.hurts for slip in group), _sound_line(words, group)) for group in groups.values()]


def _slips(words: tuple[WordScore, ...]) -> list[_Slip]:
    return [
        _slip(words[at], at, nth, phone)
        for at in range(len(words))
        if mark_word(words[at]) is Mark.NEEDS_WORK
        for nth, phone in enumerate(words[at].phones)
        if mark_phone(phone) is Mark.NEEDS_WORK
    ]


def _slip(word: WordScore, at: int, nth: int, score: PhoneScore) -> _Slip:
    heard = score.heard if score.heard != score.phone.symbol else None
    final = nth == len(word.phones) - 1 and score.phone.symbol in CONSONANTS
    weight = 1.0 if carries_weight(word.text) else 0.5
    weight *= 1.3 if final or nth == 0 or score.phone.stress == 1 else 1.0
    load = _LOADS[load_of(score.phone, heard)] if heard else _FINAL if final else _UNKNOWN_SOUND
    return _Slip(at, nth, score, heard, final, (score.mispronounced or 0.0) * weight * load)


def _accent(words: tuple[WordScore, ...]) -> list[RationaleLine]:
    at = [(word, nth) for word, said in enumerate(words) for nth, phone in enumerate(said.phones) if _is_accent(said, phone)][:3]
    if not at:
        return []
    named = _listed(list(dict.fromkeys(words[word].text for word, _ in at)))
    said = say("Part of an accent in {words}: people will understand you all the same.")
    return [_line(said.format(words=named), tuple(Evidence("phone", word, nth) for word, nth in at))]


def _is_accent(word: WordScore, phone: PhoneScore) -> bool:
    return mark_word(word) is Mark.ACCENT and mark_phone(phone) is Mark.ACCENT


def _sound_line(words: tuple[WordScore, ...], group: list[_Slip]) -> RationaleLine:
    worst = max(group, key=lambda slip: slip.hurts)
    shown = sorted(group, key=lambda slip: -slip.hurts)[:3]
    named = _listed(list(dict.fromkeys(words[slip.word].text for slip in sorted(shown, key=lambda slip: slip.word))))
    expected = SOUNDS[worst.score.phone.symbol]
    hint = how_to(worst.score.phone.symbol, worst.heard, final=worst.final)
    head = _heard_text(named, worst, unsure=all(slip.unsure for slip in group))
    tip = _vary(
        words[worst.word].text,
        say("For {sound}, {hint}."),
        say("To say {sound}: {hint}."),
        say("Try this for {sound}: {hint}."),
    )
    about = tuple(Evidence("phone", slip.word, slip.phone) for slip in shown)
    return _line(f"{head} {tip.format(sound=expected, hint=hint)}", about)


def _heard_text(named: str, slip: _Slip, *, unsure: bool) -> str:
    spelled = SOUNDS[slip.score.phone.symbol].spelled
    if slip.heard is None:
        return _unclear(final=slip.final, unsure=unsure).format(sound=spelled, words=named)
    heard = SOUNDS[slip.heard]
    like = str(heard) if heard.spelled == spelled or slip.score.phone.symbol in VOWELS else f"“{heard.spelled}”"
    if unsure:
        first, second = (
            say("In {words}, “{sound}” may have sounded like {heard}."),
            say("The “{sound}” in {words} may have sounded like {heard}."),
        )
    else:
        first, second = (
            say("In {words}, “{sound}” sounded like {heard}."),
            say("The “{sound}” in {words} sounded like {heard}."),
        )
    return _vary(named, first, second).format(words=named, sound=spelled, heard=like)


def _unclear(*, final: bool, unsure: bool) -> str:
    if final:
        may = say("The “{sound}” at the end of {words} may not have been clear.")
        return may if unsure else say("The “{sound}” at the end of {words} was hard to hear.")
    may = say("The “{sound}” in {words} may not have been clear.")
    return may if unsure else say("The “{sound}” in {words} was not clear.")


def _stress(words: tuple[WordScore, ...]) -> list[_Ranked]:
    return [
        _Ranked(_STRESS + (_STRESS_EDGE - word.stress.value) / 100, _stress_line(at, word))
        for at, word in enumerate(words)
        if word.stress is not None and word.stress.high < _STRESS_EDGE and word.judged and len(_vowels(word)) > 1
    ]


def _vowels(word: WordScore) -> list[int]:
    return [nth for nth, phone in enumerate(word.phones) if phone.phone.symbol in VOWELS]


def _stress_line(at: int, word: WordScore) -> RationaleLine:
    vowels = _vowels(word)
    strong = next((nth for nth in vowels if word.phones[nth].phone.stress == 1), vowels[0])
    ordinal = say(_ORDINALS[min(vowels.index(strong), len(_ORDINALS) - 1)])
    said = _vary(
        word.text,
        say("The stress in “{word}” belongs on the {ordinal} part: make it longer and a little louder."),
        say("“{word}” may be easier to follow with its stress in place: make its {ordinal} part longer and a little louder."),
    )
    return _line(said.format(word=word.text, ordinal=ordinal), (Evidence("phone", at, strong),))


def _whole_words(words: tuple[WordScore, ...]) -> list[_Ranked]:
    """Words that need work although none of their sounds stands out."""
    weak = [at for at, word in enumerate(words) if mark_word(word) is Mark.NEEDS_WORK and not _has_slip(word)]
    if not weak:
        return []
    worst = sorted(sorted(weak, key=lambda at: _value(words[at]))[:3])
    named = _listed([words[at].text for at in worst])
    advice = say("Say each part slowly, then the whole at once.")
    said = _vary(
        words[worst[0]].text,
        say("{words}: not quite clear as a whole."),
        say("{words} needed more care, though no single sound stands out."),
    )
    return [_Ranked(_WHOLE_WORD * len(weak), _line(f"{said.format(words=named)} {advice}", _about_words(worst)))]


def _has_slip(word: WordScore) -> bool:
    return any(mark_phone(phone) is Mark.NEEDS_WORK for phone in word.phones)


def _value(word: WordScore) -> float:
    return word.accuracy.value if word.accuracy else 10.0


def _omitted(words: tuple[WordScore, ...], target: Target) -> list[_Ranked]:
    gone = [at for at, word in enumerate(words) if word.miscue is Miscue.OMITTED and word.reason is not Unjudged.CUT]
    if not gone:
        return []
    said = _omitted_text([words[at].text for at in gone], len(words), _around(target, gone[0]))
    return [_Ranked(_LEFT_OUT * len(gone), _line(said, _about_words(gone[:1] if len(gone) == len(words) else gone)))]


def _omitted_text(gone: list[str], words: int, around: str) -> str:
    if len(gone) == words:
        return say("None of the words of the text were heard.")
    if len(gone) > 3:
        said = say("{count} of {all} words were not heard, the first of them {word}.")
        return said.format(count=len(gone), all=words, word=_listed(gone[:1]))
    said = say("{words} was not heard in “{around}”.") if len(gone) == 1 else say("{words} were not heard in “{around}”.")
    return said.format(words=_listed(gone), around=around)


def _substituted(words: tuple[WordScore, ...]) -> list[_Ranked]:
    at = [at for at, word in enumerate(words) if word.miscue is Miscue.SUBSTITUTED]
    if not at:
        return []
    named = _listed([words[each].text for each in at[:3]])
    said = say("Another word was heard in place of {words}.").format(words=named)
    return [_Ranked(_LEFT_OUT * len(at), _line(said, _about_words(at[:3])))]


def _around(target: Target, at: int) -> str:
    """The text two words to either side."""
    near = target.words[max(0, at - 2) : at + 3]
    return target.text[near[0].start : near[-1].end]


# What else was noticed


def _again(words: tuple[WordScore, ...]) -> list[RationaleLine]:
    """What was said more than once, which no score suffers from."""
    lines = []
    corrected = say("You corrected yourself at {words}: what you said last is what counts.")
    repeated = say("You repeated {words}: what you said last is what counts.")
    for miscue, said in ((Miscue.SELF_CORRECTED, corrected), (Miscue.REPEATED, repeated)):
        at = [at for at, word in enumerate(words) if word.miscue is miscue]
        if at:
            named = _listed(list(dict.fromkeys(words[each].text for each in at[:3])))
            if len(at) > 3:
                named = say("{words} and {count} more").format(words=named, count=len(at) - 3)
            lines.append(_line(said.format(words=named), _about_words(at[:3])))
    return lines


def _pauses(words: tuple[WordScore, ...], prosody: Prosody | None) -> list[RationaleLine]:
    odd = [(at, prosody.pauses[at]) for at in prosody.odd_pauses if prosody.pauses[at].after_word >= 0] if prosody else []
    if not odd:
        return []
    longest = max((pause for _, pause in odd), key=lambda pause: pause.end - pause.start)
    after = words[longest.after_word].text
    seconds = f"{longest.end - longest.start:.1f} s"
    about = tuple(Evidence("pause", at) for at, _ in odd)
    advice = _vary(after, say("Read on to the next comma or full stop."), say("Try to join it with the next word."))
    said = (
        say("There was a pause of {seconds} after “{word}”, where the text has no stop.")
        if len(odd) == 1
        else say("There were {count} pauses where the text has no stop, the longest ({seconds}) after “{word}”.")
    )
    return [_line(f"{said.format(count=len(odd), seconds=seconds, word=after)} {advice}", about)]


def _pace(words: tuple[WordScore, ...], prosody: Prosody | None) -> list[RationaleLine]:
    read = [at for at, word in enumerate(words) if word.start is not None]
    pace = prosody.words_per_minute if prosody else None
    if pace is None or len(read) < _WORDS_FOR_PACE or _SLOW_WPM <= pace <= _FAST_WPM:
        return []
    slow = pace < _SLOW_WPM
    advice = say("Reading groups of words together helps.") if slow else say("A little slower gives each sound its time.")
    said = say("You read about {pace:.0f} words a minute, pauses included.").format(pace=round(pace / 5) * 5)
    return [_line(f"{said} {advice}", (_word(read[0]), _word(read[-1])))]


# Wording


def _line(text: str, about: tuple[Evidence, ...]) -> RationaleLine:
    return RationaleLine(text[0].upper() + text[1:], about)


def _word(at: int) -> Evidence:
    return Evidence("word", at)


def _about_words(at: list[int]) -> tuple[Evidence, ...]:
    return tuple(_word(each) for each in at)


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    if len(quoted) == 1:
        return quoted[0]
    return say("{words} and {last}").format(words=say(", ").join(quoted[:-1]), last=quoted[-1])


def _vary(key: str, *templates: str) -> str:
    """One of the templates, always the same for the same word."""
    return templates[crc32(key.lower().encode()) % len(templates)]
