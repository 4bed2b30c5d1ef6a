"""`tutor pack make`, `check` and `open`: class packs by stick or shared folder.

The way back is `tutor history export` and `import`.
"""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tutor.cli.options import add_learner
from tutor.domain.assignment import LONGEST_NOTE_S, AssignedText, Assignment
from tutor.domain.errors import PackError
from tutor.domain.library import title_of

if TYPE_CHECKING:
    from tutor.cli.world import World
    from tutor.domain.audio import Waveform
    from tutor.store.packs.looking import Handout
    from tutor.store.packs.making import Parcel

_AS_USUAL, _STEPS = "standard", ("lenient", "standard", "strict")


def add(commands: "_SubParsersAction[Any]") -> None:
    """The commands' arguments."""
    parser = commands.add_parser("pack", help="class packs", description="Class packs: what a tutor gives a class to read.")
    what = parser.add_subparsers(metavar="WHAT", required=True)
    _add_making(what.add_parser("make", help="make a pack", description="Make a pack of texts to read."))
    look = what.add_parser("check", help="what a pack or return holds", description="Look a pack or a return through.")
    look.add_argument("file", type=Path, metavar="FILE")
    look.set_defaults(run=run_check)
    taking = what.add_parser("open", help="take a pack", description="Take a pack: its texts become a learner's assignment.")
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--accept", metavar="NUMBER", help="the number of the tutor's key, as the tutor told it")
    add_learner(taking)
    taking.set_defaults(run=run_open)


def _add_making(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the pack to write (.tutorpack)")
    parser.add_argument("--title", required=True, help="what pupils see")
    parser.add_argument("--from", dest="sender", metavar="NAME", required=True, help="your name, as pupils know it")
    parser.add_argument("--passage", action="append", default=[], metavar="ID", help="a passage that ships; may be repeated")
    parser.add_argument("--text", action="append", default=[], type=Path, metavar="FILE", help="a text file; may be repeated")
    parser.add_argument("--lexicon", type=Path, metavar="FILE", help="how words are said: a line each, such as tutor T UW1 T ER0")
    parser.add_argument("--due", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the last day")
    parser.add_argument("--note", default="", help="a sentence for the pupils")
    parser.add_argument("--spoken", type=Path, metavar="FILE", help="a sound file in which you say it to them, up to 5 minutes")
    for name, what in (("--accuracy", "sounds and words are marked"), ("--pauses", "pauses are marked")):
        parser.add_argument(name, choices=_STEPS, default=_AS_USUAL, help=f"how strictly {what} (default: {_AS_USUAL})")
    parser.add_argument("--only", metavar="NAME", help="for this learner only (default: for the class)")
    parser.set_defaults(run=run_make)


def run_make(args: Namespace, world: "World") -> int:
    """Always 0; a pack that can't be made raises."""
    from tutor.cli.output import progress, say
    from tutor.store.packs.keys import TUTOR_KEY, number, own_key, public
    from tutor.store.packs.making import make_pack
    from tutor.store.paths import Paths

    key = own_key(Paths.default().data / "tutor" / TUTOR_KEY)
    with progress("Writing") as told:
        make_pack(args.file, _parcel(args, world), key, told)
    say(f"Pack written to {args.file}.", f"The number of your key is {number(public(key))}: tell it your pupils.")
    return 0


def run_check(args: Namespace, _: "World") -> int:
    """0 when it is whole and could be taken; anything else raises."""
    from tutor.cli.output import progress, say
    from tutor.store.packs.keys import number
    from tutor.store.packs.looking import Handout, look

    with progress("Checking") as told:
        found = look(args.file, told)
    if isinstance(found, Handout):
        say(*_lines(found))
    else:
        said = found.manifest
        say(f"Return of {said.learner.name or 'a learner without a name'}, made on {said.made_at:%Y-%m-%d}: {found.takes} takes.")
    say(f"Signed with the key {number(found.key)}. Everything in it is whole.")
    return 0


def run_open(args: Namespace, world: "World") -> int:
    """Always 0; a pack that isn't taken raises."""
    from contextlib import closing

    from tutor.cli.asking import opened_learner
    from tutor.cli.output import progress, say
    from tutor.store.database import open_database
    from tutor.store.packs.looking import Handout, look
    from tutor.store.packs.taking import accept_tutor, take_pack
    from tutor.store.packs.trust import Tutors
    from tutor.store.paths import Paths

    with progress("Checking") as told:
        found = look(args.file, told)
    if not isinstance(found, Handout):
        raise PackError("not_a_pack_for_learners", name=args.file.name)
    people = world.people()
    learner = opened_learner(people, args.learner)
    accept_tutor(found, learner, Tutors(Paths.default().data), args.accept)
    with closing(open_database(people.folder(learner.id))) as database, progress("Keeping") as told:
        new = take_pack(args.file, found, database, told)
    say(*_lines(found), "It is among your texts now." if new else "You have it already.")
    return 0


def _parcel(args: Namespace, world: "World") -> "Parcel":
    from contextlib import closing

    from tutor.cli.asking import find_learner
    from tutor.domain.strictness import Setting, Strictness
    from tutor.store.database import open_database
    from tutor.store.packs.making import for_class, for_learner

    said, note = _assignment(args, world), _spoken(args.spoken)
    if not args.only:
        how = Setting(uuid4().hex, said.sender, said.made_at, Strictness(args.accuracy), Strictness(args.pauses))
        return for_class(said, how if args.accuracy != _AS_USUAL or args.pauses != _AS_USUAL else None, note)
    people = world.people()
    learner = find_learner(people, args.only)
    with closing(open_database(people.folder(learner.id), to_write=False)) as database:
        return for_learner(said, learner, database, note)


def _spoken(path: Path | None) -> "Waveform | None":
    from tutor.store.audiofiles import read_audio

    if path is None:
        return None
    found = read_audio(path)
    if found.seconds > LONGEST_NOTE_S:
        raise PackError("note_too_long", path=str(path))
    return found


def _assignment(args: Namespace, world: "World") -> Assignment:
    from tutor.reading.own import read_entries
    from tutor.reading.passages import find_passage
    from tutor.store.textfiles import read_text

    found = [find_passage(each) for each in args.passage]
    texts = [AssignedText(each.title, each.text, each.id) for each in found]
    for path in args.text:
        written = read_text(path)
        world.target(written, None)  # raises for what can't be read aloud
        texts.append(AssignedText(title_of(written), written))
    if not texts:
        raise PackError("nothing_to_read")
    words = tuple(read_entries(args.lexicon).items()) if args.lexicon else ()
    now = world.now().astimezone(UTC)
    return Assignment(uuid4().hex, args.title, tuple(texts), args.sender, now, args.due, args.note, words)


def _lines(found: "Handout") -> list[str]:
    said = found.assignment
    until = f", to read until {said.due}" if said.due else ""
    note = [said.note] if said.note else []
    note += [f"With a spoken note of {said.spoken_s:.0f} s."] if said.spoken_s is not None else []
    return [f"“{said.title}” from {said.sender}{until}.", *note, *(f"- {each.title}" for each in said.texts)]
