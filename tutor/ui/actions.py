"""Everything the window can do, each with its shortcut, in menus that show it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from tutor.ui.theme import icon, theme


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
    sentence_mode: QAction
    next_sentence: QAction
    previous_sentence: QAction
    larger: QAction
    smaller: QAction
    reading: QAction
    sound: QAction
    side: QAction
    leave: QAction
    drill: QAction
    how: QAction
    practise: QAction
    deck: QAction
    export_deck: QAction


def make_actions(window: QMainWindow) -> Actions:
    """All actions, in the window's menu bar."""
    key = Qt.Key
    made = Actions(
        record=make_action(window, _t("&Record"), "R"),
        discard=make_action(window, _t("&Discard"), QKeySequence(key.Key_Escape)),
        open_file=make_action(window, _t("&Open a recording…"), QKeySequence.StandardKey.Open),
        play=make_action(window, _t("&Play my take"), "P"),
        assess_again=make_action(window, _t("Assess &again"), "A"),
        cancel=make_action(window, _t("&Cancel"), "Ctrl+."),
        own_text=make_action(window, _t("&My text…"), QKeySequence.StandardKey.New),
        open_text=make_action(window, _t("Open a text &file…"), "Ctrl+Shift+O"),
        edit_text=make_action(window, _t("&Edit my text…"), "Ctrl+E"),
        remove_text=make_action(window, _t("&Delete my text"), "Ctrl+Del"),
        find_text=make_action(window, _t("F&ind a text"), "Ctrl+F"),
        words=make_action(window, _t("Check how &words are said…"), "W"),
        fine_here=make_action(window, _t("My accent is &fine here: in this word"), "F"),
        fine_everywhere=make_action(window, _t("My accent is fine here: in a&ll words"), "Shift+F"),
        fine_list=make_action(window, _t("Acce&pted sounds…"), "Ctrl+Shift+F"),
        previous_mark=make_action(window, _t("&Previous marked word"), "Shift+N"),
        next_mark=make_action(window, _t("&Next marked word"), "N"),
        compare=make_action(window, _t("&Compare with another take"), "Shift+C"),
        sentence_mode=make_action(window, _t("&One sentence at a time"), "Ctrl+Shift+S"),
        next_sentence=make_action(window, _t("Ne&xt sentence"), "Alt+Right"),
        previous_sentence=make_action(window, _t("Pre&vious sentence"), "Alt+Left"),
        larger=make_action(window, _t("&Larger text"), QKeySequence.StandardKey.ZoomIn),
        smaller=make_action(window, _t("&Smaller text"), QKeySequence.StandardKey.ZoomOut),
        reading=make_action(window, _t("&Reading view…"), "Ctrl+T"),
        sound=make_action(window, _t("Microphone and s&ound…"), "Ctrl+M"),
        side=make_action(window, _t("Texts and &takes"), "Ctrl+L"),
        leave=make_action(window, _t("&Quit"), QKeySequence("Ctrl+Q")),
        drill=make_action(window, _t("&Drill this sound"), "D"),
        how=make_action(window, _t("&How to say it"), "T"),
        practise=make_action(window, _t("Practise &today"), "Ctrl+D"),
        deck=make_action(window, _t("My &sounds…"), "Ctrl+K"),
        export_deck=make_action(window, _t("&Export for Anki…"), "Ctrl+Shift+E"),
    )
    made.larger.setShortcuts([*made.larger.shortcuts(), QKeySequence("Ctrl+=")])
    made.sentence_mode.setCheckable(True)
    _fill_menus(window, made)
    refresh_icons(made)
    return made


def refresh_icons(actions: Actions, *, recording: bool = False, playing: bool = False) -> None:
    """Draw the icons in the palette in force, and say what record and play do now."""
    actions.record.setIcon(icon("stop" if recording else "record", theme().page))
    actions.record.setText(_t("&Stop") if recording else _t("&Record"))
    actions.play.setIcon(icon("stop" if playing else "play"))
    actions.play.setText(_t("Sto&p playing") if playing else _t("&Play my take"))
    for action, name in (
        (actions.discard, "discard"), (actions.open_file, "open"), (actions.assess_again, "again"), (actions.cancel, "close"),
        (actions.own_text, "write"), (actions.side, "list"), (actions.previous_mark, "previous"),
        (actions.next_sentence, "next"), (actions.previous_sentence, "previous"), (actions.next_mark, "next"),
    ):  # fmt: skip
        action.setIcon(icon(name))
    for action in (actions.record, actions.play):
        _explain(action)


def _fill_menus(window: QMainWindow, made: Actions) -> None:
    bar = window.menuBar()
    bar.setAccessibleName(_t("Menu"))
    menus: tuple[tuple[QMenu, tuple[QAction, ...]], ...] = (
        (bar.addMenu(_t("&Text")), (
            made.own_text, made.open_text, made.edit_text, made.remove_text, made.find_text, made.words, made.side, made.leave,
        )),
        (bar.addMenu(_t("Ta&ke")), (
            made.record, made.discard, made.open_file, made.play, made.assess_again, made.cancel,
            made.fine_here, made.fine_everywhere, made.fine_list, made.sound,
        )),
        (bar.addMenu(_t("&View")), (
            made.next_mark, made.previous_mark, made.compare, made.sentence_mode, made.next_sentence, made.previous_sentence,
            made.larger, made.smaller, made.reading,
        )),
        (bar.addMenu(_t("&Sounds")), (made.how, made.drill, made.practise, made.deck, made.export_deck)),
    )  # fmt: skip
    for menu, actions in menus:
        menu.addActions(list(actions))


def make_action(window: QMainWindow, text: str, keys: str | QKeySequence | QKeySequence.StandardKey) -> QAction:
    """An action with its keys and a tooltip that names them."""
    made = QAction(text, window)
    if isinstance(keys, QKeySequence.StandardKey):
        made.setShortcuts(keys)
    else:
        made.setShortcut(keys)
    made.setIconVisibleInMenu(False)
    _explain(made)
    return made


def _explain(action: QAction) -> None:
    """The tooltip names the key: hints follow what is set."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{action.text().replace('&', '')} ({keys})")


def _t(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
