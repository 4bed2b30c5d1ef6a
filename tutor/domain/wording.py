"""Words for people on their way out: `say` gives them in the language the window has chosen, else in English.

Knows no language and no Qt: whoever chooses one hands its look-up to `speak`. `packaging/translations.py` collects what is said.
"""

from collections.abc import Callable


class _InForce:
    """One language for the whole program, as the interpreter has one locale."""

    look_up: Callable[[str], str] = str
    language = "en"


def say(english: str) -> str:
    """The words in the language in force; facts are filled in behind it: `say("{count} words").format(count=2)`."""
    return _InForce.look_up(english)


def language() -> str:
    """The language in force, as HTML names it: `en`, `zh-CN`."""
    return _InForce.language


def speak(look_up: Callable[[str], str] = str, language: str = "en") -> None:
    """From now on say things by this look-up, which gives that language; without one, in English."""
    _InForce.look_up, _InForce.language = look_up, language
