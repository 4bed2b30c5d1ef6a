"""`tutor learners`: who reads on this computer. A classroom's list of names becomes its learners with one command."""

import platform
from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.domain.learner import Learner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.cli.world import World
    from tutor.practice.ports import People


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("learners", help="who reads here", description="Who reads on this computer.")
    what = parser.add_subparsers(metavar="WHAT", required=True)
    listing = what.add_parser("list", help="all learners", description="List all learners.")
    listing.set_defaults(run=run_list)
    adding = what.add_parser("add", help="add learners", description="Add learners; those that are there already stay.")
    adding.add_argument("names", metavar="NAME", nargs="+")
    adding.set_defaults(run=run_add)
    seating = what.add_parser(
        "seat", help="add who sits here", description="Add the learners a seating plan has for this computer."
    )
    seating.add_argument("plan", type=Path, metavar="PLAN.csv", help="columns: computer, name, level, first_language, sound")
    seating.add_argument(
        "--computer", metavar="NAME", default=platform.node(), help="as in the plan (default: this computer's name)"
    )
    seating.set_defaults(run=run_seat)
    _add_removing(what.add_parser("remove", help="delete a learner", description="Delete a learner and all they have read."))


def _add_removing(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--yes", action="store_true", help="don't ask")
    parser.set_defaults(run=run_remove)


def run_list(_: Namespace, world: "World") -> int:
    """Always 0; a list that can't be read raises."""
    from tutor.cli.output import say, table

    learners = world.people().learners()
    if not learners:
        say("No learners yet.")
        return 0
    rows = [(each.name, each.level or "", each.first_language, "yes" if each.has_pin else "", each.id) for each in learners]
    table(("Name", "Level", "First language", "PIN", "Id"), rows)
    return 0


def run_add(args: Namespace, world: "World") -> int:
    """Always 0; a list that can't be written raises."""
    _add_all(world.people(), [Learner(name) for name in args.names])
    return 0


def run_seat(args: Namespace, world: "World") -> int:
    """Always 0; a plan that can't be read, or has nobody for this computer, raises."""
    from tutor.practice.seating import seated_at
    from tutor.store.textfiles import read_text

    people = world.people()
    _add_all(people, seated_at(read_text(args.plan), args.computer))
    _name_the_nameless(people)
    return 0


def _name_the_nameless(people: "People") -> None:
    """A program that knew no learners leaves one without a name: among a class that is somebody nobody knows."""
    from tutor.cli.output import say
    from tutor.practice.seating import earlier_name
    from tutor.store.belongings import holds_anything

    for learner in people.learners():
        if learner.name:
            continue
        if learner.has_pin or holds_anything(people.folder(learner.id)):
            name = earlier_name(people.learners())
            people.change(replace(learner, name=name))
            say(f"What was read here before is kept under the name “{name}”.")
        else:
            people.remove(learner.id)
            say("A learner without a name, who had read nothing, was taken away.")


def _add_all(people: "People", learners: "Iterable[Learner]") -> None:
    """Those that are there already stay as they are."""
    from tutor.cli.output import say

    for learner in learners:
        if learner.name.casefold() in {each.name.casefold() for each in people.learners()}:
            say(f"{learner.name} is there already.")
        else:
            people.add(learner)
            say(f"{learner.name} was added.")


def run_remove(args: Namespace, world: "World") -> int:
    """0 when the learner is gone, 1 when the person at the terminal decides otherwise."""
    from tutor.cli.asking import opened_learner
    from tutor.cli.output import say

    people = world.people()
    learner = opened_learner(people, args.name)
    if not args.yes and input(f"Delete {learner.name} with all takes and results? Type yes: ").strip() != "yes":
        say("Nothing was deleted.")
        return 1
    people.remove(learner.id)
    say(f"{learner.name} was deleted.")
    return 0
