"""The deck as an Anki package: one note a word and sound, with the learner's own voice where a take has it.

A note's GUID follows from word and sound, so that taking in a newer package updates what is there and adds nothing twice.
"""

import html
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import genanki

from tutor.domain.audio import Waveform
from tutor.domain.cards import Card
from tutor.domain.errors import TutorError
from tutor.domain.phones import ipa_of
from tutor.domain.sounds import SOUNDS
from tutor.reading.howto import how_to_say
from tutor.store.audiofiles import write_whole
from tutor.store.faults import store_errors

_MODEL_ID, _DECK_ID = 1_715_302_264, 1_961_475_083  # drawn once; Anki knows note type and deck by them
_AROUND_S = 0.15
_FIELDS = ("Word", "IPA", "Sound", "Tip", "Sentence", "My voice")
_FRONT = "<div class=word>{{Word}}</div><div>{{Sound}}</div><div class=small>{{Sentence}}</div>"
_BACK = "{{FrontSide}}<hr id=answer><div class=word>/{{IPA}}/</div><div>{{Tip}}</div><div>{{My voice}}</div>"
_STYLE = ".card{font-family:sans-serif;font-size:20px;text-align:center}.word{font-size:36px}.small{font-size:16px;color:gray}"

Sound = Callable[[str], Waveform]


def export_deck(path: Path, cards: Sequence[Card], sound: Sound) -> int:
    """Write the cards to `path` (.apkg), those suspended too; how many. `sound` is the waveform of a take.

    A card whose take is gone goes without a voice. Raises `StoreError` (disk full, folder not writable).
    """
    deck = genanki.Deck(_DECK_ID, "Read-aloud tutor")
    with tempfile.TemporaryDirectory() as folder:
        voices = {card.key: _voice(card, sound, Path(folder)) for card in cards}
        for card in cards:
            deck.add_note(_note(card, voices[card.key]))
        package = genanki.Package(deck, [str(voice) for voice in voices.values() if voice])
        made = Path(folder) / "deck.apkg"
        with store_errors(path):
            package.write_to_file(str(made))
            write_whole(path, made.read_bytes())
    return len(cards)


def _note(card: Card, voice: Path | None) -> genanki.Note:
    how = how_to_say()[card.symbol]
    sound = f"{SOUNDS[card.symbol]} /{ipa_of(card.symbol)}/"
    values = [card.word, card.ipa, sound, " ".join(how.steps), card.sentence]
    fields = [html.escape(value) for value in values] + [f"[sound:{voice.name}]" if voice else ""]
    guid = genanki.guid_for("readaloud-tutor", card.key)
    return genanki.Note(model=_model(), fields=fields, guid=guid, tags=["readaloud-tutor", card.symbol])


def _model() -> genanki.Model:
    names = [{"name": name} for name in _FIELDS]
    return genanki.Model(
        _MODEL_ID, "Read-aloud tutor: a sound", names, [{"name": "Say it", "qfmt": _FRONT, "afmt": _BACK}], css=_STYLE
    )


def _voice(card: Card, sound: Sound, folder: Path) -> Path | None:
    """The learner's own word as a small MP3, which every Anki plays; its name is the same in every export."""
    if card.take_id is None or card.end <= card.start:
        return None
    try:
        word = sound(card.take_id).between(card.start - _AROUND_S, card.end + _AROUND_S)
    except TutorError:
        return None
    return _written(folder / f"readaloud-{genanki.guid_for('voice', card.key).encode().hex()}.mp3", word)


def _written(path: Path, word: Waveform) -> Path:
    import soundfile

    with store_errors(path):
        soundfile.write(path, word.samples, word.rate, format="MP3")
    return path
