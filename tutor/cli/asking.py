"""Whose folder a command opens: the learner named, else the only or the last one, behind their PIN where they have one."""

import sys
from getpass import getpass
from pathlib import Path

from tutor.domain.errors import StoreError
from tutor.domain.learner import Learner
from tutor.practice.ports import People


def learner_folder(people: People, name: str | None) -> Path:
    """Of the learner of that name or id; made when there is none at all and none is named.

    Raises `StoreError`: `no_such_learner`, `not_the_pin`, `pin_needed` without a terminal to ask at, `code_waits`.
    """
    return people.folder(opened_learner(people, name).id)


def opened_learner(people: People, name: str | None) -> Learner:
    """The learner `learner_folder` means, after their PIN; raises the same."""
    learner = find_learner(people, name) if name is not None else people.last() or people.add(Learner())
    if learner.has_pin:
        _ask(people, learner)
    return learner


def open_to_all(people: People) -> Path | None:
    """Of the only learner, or of who read last, where no PIN guards it; else None. Makes nobody and asks for nothing."""
    learner = people.last()
    return None if learner is None or learner.has_pin else people.folder(learner.id)


def find_learner(people: People, name: str) -> Learner:
    """The learner of that name or id. Raises `StoreError`: `no_such_learner`."""
    for each in people.learners():
        if name.casefold() in (each.name.casefold(), each.id):
            return each
    raise StoreError("no_such_learner", learner=name)


def _ask(people: People, learner: Learner) -> None:
    if not sys.stdin.isatty():
        raise StoreError("pin_needed", name=learner.name)
    if not people.check_pin(learner.id, getpass(f"PIN of {learner.name}: ")):
        raise StoreError("not_the_pin", name=learner.name)
