"""Everything a tutor can do about a take, one key each, in menus that show it."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from tutor.domain.wording import say
from tutor.ui.actions import key_of, make_action, name_actions


@dataclass(frozen=True, slots=True)
class ReviewActions:
    """One QAction each; `play` also stops, `speak` too, and `done` opens a take again that was done."""

    play: QAction
    word: QAction
    sentence: QAction
    slower: QAction
    faster: QAction
    loop: QAction
    answer_1: QAction
    answer_2: QAction
    answer_3: QAction
    answer_4: QAction
    answer_5: QAction
    agree: QAction
    undo: QAction
    done: QAction
    next_mark: QAction
    previous_mark: QAction
    next_sound: QAction
    previous_sound: QAction
    aspect: QAction
    next_new: QAction
    comment: QAction
    speak: QAction
    withdraw: QAction
    hear_comment: QAction
    larger: QAction
    smaller: QAction
    keys: QAction
    leave: QAction

    @property
    def answers(self) -> tuple[QAction, ...]:
        """In the order of what can be answered."""
        return self.answer_1, self.answer_2, self.answer_3, self.answer_4, self.answer_5


def make_review_actions(window: QMainWindow) -> ReviewActions:
    """All actions, in the window's menu bar."""
    made = ReviewActions(
        play=make_action(window, say("&Play from the word on, or stop"), "P"),
        word=make_action(window, say("&Hear the word or selection"), "H"),
        sentence=make_action(window, say("Play the &sentence"), "S"),
        slower=make_action(window, say("S&lower"), "["),
        faster=make_action(window, say("&Faster"), "]"),
        loop=make_action(window, say("&Repeat what is played"), "L"),
        answer_1=make_action(window, say("&1st answer"), "1"),
        answer_2=make_action(window, say("&2nd answer"), "2"),
        answer_3=make_action(window, say("&3rd answer"), "3"),
        answer_4=make_action(window, say("&4th answer"), "4"),
        answer_5=make_action(window, say("&5th answer"), "5"),
        agree=make_action(window, say("I &agree with the program"), "Y"),
        undo=make_action(window, say("&Undo my last answer"), "U"),
        done=make_action(window, say("I am &done with this take, or not"), "Ctrl+Return"),
        next_mark=make_action(window, say("&Next marked word"), "N"),
        previous_mark=make_action(window, say("&Previous marked word"), "Shift+N"),
        next_sound=make_action(window, say("Next &sound of the word"), "."),
        previous_sound=make_action(window, say("Pre&vious sound of the word"), ","),
        aspect=make_action(window, say("Next of the s&cores"), "A"),
        next_new=make_action(window, say("Next new &take"), "T"),
        comment=make_action(window, say("&Write a comment"), "K"),
        speak=make_action(window, say("&Speak a comment, or stop"), "V"),
        withdraw=make_action(window, say("&Take the comment back"), "Shift+K"),
        hear_comment=make_action(window, say("&Hear the spoken comment"), "Shift+V"),
        larger=make_action(window, say("&Larger text"), QKeySequence.StandardKey.ZoomIn),
        smaller=make_action(window, say("&Smaller text"), QKeySequence.StandardKey.ZoomOut),
        keys=make_action(window, say("&Keys…"), "Ctrl+Shift+K"),
        leave=make_action(window, say("&Close the review"), "Ctrl+W"),
    )
    name_actions(made)
    made.larger.setShortcuts([*made.larger.shortcuts(), QKeySequence("Ctrl+=")])
    made.undo.setShortcuts([*made.undo.shortcuts(), QKeySequence("Ctrl+Z")])
    made.loop.setCheckable(True)
    _fill_menus(window, made)
    return made


def shorten(made: ReviewActions) -> None:
    """What is written on the buttons, with the keys that are set; of the answers it follows what is chosen."""
    for action, short in (
        (made.play, say("Play")), (made.word, say("Word")), (made.sentence, say("Sentence")), (made.slower, say("Slower")),
        (made.faster, say("Faster")), (made.loop, say("Repeat")), (made.agree, say("I agree")), (made.undo, say("Undo")),
        (made.next_mark, say("Next mark")), (made.next_sound, say("Next sound")), (made.aspect, say("Next score")),
        (made.comment, say("Write")), (made.speak, say("Speak")), (made.next_new, say("Next new take")),
    ):  # fmt: skip
        action.setIconText(keyed(action, short))


def keyed(action: QAction, short: str) -> str:
    """`I agree (Y)`: the map of the keys is on the buttons."""
    key = key_of(action)
    return say("{action} ({key})").format(action=short, key=key) if key else short


def _fill_menus(window: QMainWindow, made: ReviewActions) -> None:
    bar = window.menuBar()
    bar.setAccessibleName(say("Menu"))
    menus: tuple[tuple[QMenu, tuple[QAction, ...]], ...] = (
        (bar.addMenu(say("&Take")), (made.next_new, made.done, made.leave)),
        (bar.addMenu(say("&Listen")), (made.play, made.word, made.sentence, made.slower, made.faster, made.loop)),
        (bar.addMenu(say("&Answer")), (*made.answers, made.agree, made.undo)),
        (bar.addMenu(say("&Go to")), (made.next_mark, made.previous_mark, made.next_sound, made.previous_sound, made.aspect)),
        (bar.addMenu(say("&Comment")), (made.comment, made.speak, made.hear_comment, made.withdraw)),
        (bar.addMenu(say("&View")), (made.larger, made.smaller, made.keys)),
    )
    for menu, actions in menus:
        menu.addActions(list(actions))
