"""Everything the window can do, each with its shortcut, in menus that show it."""

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from tutor.domain.wording import say
from tutor.ui.theme import icon, named, theme

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Actions:
    """One QAction each; `record` also stops and `play` also silences."""

    record: QAction
    discard: QAction
    open_file: QAction
    play: QAction
    assess_again: QAction
    cancel: QAction
    own_text: QAction
    open_text: QAction
    edit_text: QAction
    remove_text: QAction
    find_text: QAction
    words: QAction
    fine_here: QAction
    fine_everywhere: QAction
    fine_list: QAction
    previous_mark: QAction
    next_mark: QAction
    compare: QAction
    history: QAction
    sentence_mode: QAction
    next_sentence: QAction
    previous_sentence: QAction
    larger: QAction
    smaller: QAction
    reading: QAction
    sound: QAction
    engine: QAction
    second: QAction
    side: QAction
    leave: QAction
    drill: QAction
    how: QAction
    practise: QAction
    deck: QAction
    export_deck: QAction
    keys: QAction
    open_pack: QAction
    give_back: QAction
    other_learner: QAction
    profile: QAction
    report: QAction
    tutor_area: QAction
    delete_take: QAction
    privacy: QAction


def make_actions(window: QMainWindow) -> Actions:
    """All actions, in the window's menu bar."""
    made = Actions(**_of_texts_and_takes(window), **_of_the_view(window), **_of_people(window))
    name_actions(made)
    _set_up(made)
    _fill_menus(window, made)
    refresh_icons(made)
    return made


def _of_texts_and_takes(window: QMainWindow) -> dict[str, QAction]:
    return {
        "record": make_action(window, say("&Record"), "R"),
        "discard": make_action(window, say("&Discard"), QKeySequence(Qt.Key.Key_Escape)),
        "open_file": make_action(window, say("&Open a recording…"), QKeySequence.StandardKey.Open),
        "play": make_action(window, say("&Play my take"), "P"),
        "assess_again": make_action(window, say("Assess &again"), "A"),
        "cancel": make_action(window, say("&Cancel"), "Ctrl+."),
        "own_text": make_action(window, say("&My text…"), QKeySequence.StandardKey.New),
        "open_text": make_action(window, say("Open a text &file…"), "Ctrl+Shift+O"),
        "edit_text": make_action(window, say("&Edit my text…"), "Ctrl+E"),
        "remove_text": make_action(window, say("&Delete my text"), "Ctrl+Del"),
        "find_text": make_action(window, say("F&ind a text"), "Ctrl+F"),
        "words": make_action(window, say("Check how &words are said…"), "W"),
        "fine_here": make_action(window, say("My accent is &fine here: in this word"), "F"),
        "fine_everywhere": make_action(window, say("My accent is fine here: in a&ll words"), "Shift+F"),
        "fine_list": make_action(window, say("Acce&pted sounds…"), "Ctrl+Shift+F"),
        "sound": make_action(window, say("Microphone and s&ound…"), "Ctrl+M"),
        "engine": make_action(window, say("Who &judges…"), "Ctrl+J"),
        "second": make_action(window, say("A second opi&nion"), "Shift+O"),
        "side": make_action(window, say("Texts and &takes"), "Ctrl+L"),
        "leave": make_action(window, say("&Quit"), QKeySequence("Ctrl+Q")),
        "delete_take": make_action(window, say("Delete this &reading…"), "Ctrl+Shift+Del"),
    }


def _of_the_view(window: QMainWindow) -> dict[str, QAction]:
    return {
        "previous_mark": make_action(window, say("&Previous marked word"), "Shift+N"),
        "next_mark": make_action(window, say("&Next marked word"), "N"),
        "sentence_mode": make_action(window, say("&One sentence at a time"), "Ctrl+Shift+S"),
        "next_sentence": make_action(window, say("Ne&xt sentence"), "Alt+Right"),
        "previous_sentence": make_action(window, say("Pre&vious sentence"), "Alt+Left"),
        "larger": make_action(window, say("&Larger text"), QKeySequence.StandardKey.ZoomIn),
        "smaller": make_action(window, say("&Smaller text"), QKeySequence.StandardKey.ZoomOut),
        "reading": make_action(window, say("&Reading view…"), "Ctrl+T"),
        "drill": make_action(window, say("&Drill this sound"), "D"),
        "how": make_action(window, say("&How to say it"), "T"),
        "practise": make_action(window, say("Practise &today"), "Ctrl+D"),
        "deck": make_action(window, say("My &sounds…"), "Ctrl+K"),
        "export_deck": make_action(window, say("&Export for Anki…"), "Ctrl+Shift+E"),
    }


def _of_people(window: QMainWindow) -> dict[str, QAction]:
    return {
        "compare": make_action(window, say("&Compare with another take"), "Shift+C"),
        "history": make_action(window, say("&History…"), "Ctrl+H"),
        "keys": make_action(window, say("&Keys…"), "Ctrl+Shift+K"),
        "open_pack": make_action(window, say("Open a class pac&k…"), "Ctrl+Shift+H"),
        "give_back": make_action(window, say("&Give readings to my tutor…"), "Ctrl+Shift+G"),
        "other_learner": make_action(window, say("Another &learner…"), "Ctrl+Shift+L"),
        "profile": make_action(window, say("My &profile…"), "Ctrl+Shift+P"),
        "report": make_action(window, say("&Report…"), "Ctrl+Shift+R"),
        "tutor_area": make_action(window, say("&Tutor area…"), "Ctrl+Shift+U"),
        "privacy": make_action(window, say("&What is kept…"), "Ctrl+Shift+W"),
    }


def _set_up(made: Actions) -> None:
    made.larger.setShortcuts([*made.larger.shortcuts(), QKeySequence("Ctrl+=")])
    made.sentence_mode.setCheckable(True)
    own = (made.other_learner, made.profile, made.report, made.tutor_area, made.delete_take, made.privacy)
    for later in (*own, made.open_pack, made.give_back):
        later.setEnabled(False)  # until it is known who reads here


def refresh_icons(actions: Actions, *, recording: bool = False, playing: bool = False) -> None:
    """Draw the icons in the palette in force, and say what record and play do now."""
    actions.record.setIcon(icon("stop" if recording else "record", theme().page))
    actions.record.setText(say("&Stop") if recording else say("&Record"))
    actions.play.setIcon(icon("stop" if playing else "play"))
    actions.play.setText(say("Sto&p playing") if playing else say("&Play my take"))
    for action, name in (
        (actions.discard, "discard"), (actions.open_file, "open"), (actions.assess_again, "again"), (actions.cancel, "close"),
        (actions.own_text, "write"), (actions.side, "list"), (actions.previous_mark, "previous"),
        (actions.next_sentence, "next"), (actions.previous_sentence, "previous"), (actions.next_mark, "next"),
    ):  # fmt: skip
        action.setIcon(icon(name))
    for action in (actions.record, actions.play):
        explain(action)


def _fill_menus(window: QMainWindow, made: Actions) -> None:
    bar = window.menuBar()
    bar.setAccessibleName(say("Menu"))
    menus: tuple[tuple[QMenu, tuple[QAction, ...]], ...] = (
        (bar.addMenu(say("&Text")), (
            made.own_text, made.open_text, made.edit_text, made.remove_text, made.find_text, made.words,
            made.open_pack, made.give_back, made.side, made.leave,
        )),
        (bar.addMenu(say("Ta&ke")), (
            made.record, made.discard, made.open_file, made.play, made.assess_again, made.cancel,
            made.fine_here, made.fine_everywhere, made.fine_list, made.sound, made.engine, made.second, made.delete_take,
        )),
        (named(bar.addMenu(say("&View")), "view"), (
            made.next_mark, made.previous_mark, made.compare, made.history,
            made.sentence_mode, made.next_sentence, made.previous_sentence,
            made.larger, made.smaller, made.reading, made.keys,
        )),
        (bar.addMenu(say("&Sounds")), (made.how, made.drill, made.practise, made.deck, made.export_deck)),
        (bar.addMenu(say("&Learner")), (made.other_learner, made.profile, made.report, made.privacy, made.tutor_area)),
    )  # fmt: skip
    for menu, actions in menus:
        menu.addActions(list(actions))


def name_actions(made: "DataclassInstance") -> None:
    """Under these names their keys are kept."""
    for field in fields(made):
        getattr(made, field.name).setObjectName(f"{type(made).__name__}.{field.name}")


def make_action(window: QMainWindow, text: str, keys: str | QKeySequence | QKeySequence.StandardKey) -> QAction:
    """An action with its keys and a tooltip that names them."""
    made = QAction(text, window)
    if isinstance(keys, QKeySequence.StandardKey):
        made.setShortcuts(keys)
    else:
        made.setShortcut(keys)
    made.setIconVisibleInMenu(False)
    explain(made)
    return made


def text_button(action: QAction) -> QToolButton:
    """A button for an action, which the keyboard reaches and a screen reader names."""
    button = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setDefaultAction(action)
    button.setAccessibleName(unsigned(action.text()))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def explain(action: QAction) -> None:
    """The tooltip names the key, when there is one: hints follow what is set."""
    key, text = key_of(action), unsigned(action.text())
    action.setToolTip(say("{action} ({key})").format(action=text, key=key) if key else text)


def unsigned(label: str) -> str:
    """A name without the sign for its letter; Chinese names carry it in brackets behind them."""
    return re.sub(r"\(&\w\)|&", "", label)


def key_of(action: QAction) -> str:
    """The key as it is written on this system; empty when it has none."""
    return native(action.shortcut())


def native(key: QKeySequence) -> str:
    """As it is written on this system."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)
