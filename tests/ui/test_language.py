"""Every word of the window goes through its translation, the Chinese one is whole, and a further language is one file."""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fakes import FakeRecorder
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.assessment import ASPECTS
from tutor.domain.resources import assets
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import speak
from tutor.present.reading import ReadingStyle
from tutor.ui.deck_dialog import DeckDialog
from tutor.ui.keys_dialog import KeysDialog
from tutor.ui.language import install_language, languages, wanted_language
from tutor.ui.page import Page
from tutor.ui.reading_dialog import ReadingDialog
from tutor.ui.sound_dialog import SoundDialog
from tutor.ui.stage import Stage
from tutor.ui.welcome import Welcome
from tutor.ui.words import WordsDialog

ROOT = Path(__file__).parent.parent.parent
CHINESE = assets() / "i18n" / "tutor_zh_CN.ts"
# Not the window's: texts and titles of the fakes, words, names of devices, programs and keys, and folders.
FROM_ELSEWHERE = re.compile(
    r"In “think” the th sounded like s\.|You paused after “think” where the text has no comma\.|\w+[^⟧]* – .+|"
    r"Filipino|The garden|Thinking|garden|think|Built-in|Headset|Ctrl|Shift|Alt|Esc|Del|Left|Right|A1|A2|B1|B2|C1|English|"
    + "|".join(rf"\b{sound.key_word}\b" for sound in SOUNDS.values())
)


class Brackets(QTranslator):
    """A language in which every sentence stands in brackets."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return bracketed(text)

    def isEmpty(self) -> bool:
        return False


def bracketed(text: str) -> str:
    return f"⟦{text}⟧" if text else ""


@pytest.fixture
def any_language(qapp: QApplication) -> Iterator[None]:
    """English again afterwards."""
    yield
    speak()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)


@pytest.fixture
def brackets(qapp: QApplication, any_language: None) -> None:
    qapp.installTranslator(Brackets(qapp))
    speak(bracketed)


def words_of(widget: QObject) -> Iterator[str]:
    """All that is seen or spoken of one widget or action."""
    if isinstance(widget, QWidget) and not isinstance(widget, Page):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QAction):
        yield from (widget.text(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    own = not isinstance(widget, QWidget) or not isinstance(widget.window(), WordsDialog)  # words and how they are said
    if isinstance(widget, QAbstractItemView) and widget.model() is not None and own:
        yield from rows_of(widget)


def rows_of(view: QAbstractItemView) -> Iterator[str]:
    model, role = view.model(), Qt.ItemDataRole
    for row in range(model.rowCount()):
        for each in (role.DisplayRole, role.AccessibleTextRole, role.ToolTipRole):
            yield str(model.index(row, 0).data(each) or "")


def plain_english(window: QWidget) -> set[str]:
    """What has words outside brackets."""
    everything = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
    said = {words for widget in everything for words in words_of(widget) if words}
    return {words for words in said if re.search(r"[A-Za-z]{3}", _outside(words))}


def _outside(words: str) -> str:
    words = re.sub(r"<[^>]*>|&\w+;", " ", words)
    while "⟦" in words and (less := re.sub(r"⟦[^⟦⟧]*⟧", "", words)) != words:
        words = less
    return FROM_ELSEWHERE.sub("", words)


def result(open_window: OpenWindow, qtbot: QtBot) -> Desktop:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    qtbot.waitUntil(lambda: desktop.window.side.take_view.model().rowCount() == 1)
    return desktop


@pytest.mark.usefixtures("brackets")
def test_every_word_of_the_window_passes_its_translation(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    assert plain_english(desktop.window) == set()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert plain_english(desktop.window) == set()
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    assert plain_english(desktop.window) == set()


@pytest.mark.usefixtures("brackets")
def test_every_word_of_a_result_passes_its_translation(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = result(open_window, qtbot)
    assert plain_english(desktop.window) == set()
    desktop.window.actions_.how.trigger()
    assert desktop.session.attempt is not None
    assert plain_english(desktop.window.parts.strip) == set()
    assert any("⟦" in words for words in words_of(desktop.window.parts.feedback.score_view))


@pytest.mark.usefixtures("brackets")
def test_every_word_of_the_dialogs_passes_its_translation(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desktop = result(open_window, qtbot)
    window, made = desktop.window, desktop.window.actions_
    dialogs: list[QWidget] = [
        SoundDialog(desktop.session, window.sound.preferences), Welcome(desktop.session, window.sound.preferences, (), tmp_path),
        ReadingDialog(ReadingStyle(), window), KeysDialog(window.keys, window),
    ]  # fmt: skip
    before = set(window.findChildren(QWidget))
    for action in (made.own_text, made.words, made.fine_list):
        action.trigger()
    dialogs += [each for each in set(window.findChildren(QWidget)) - before if each.isWindow() and each.windowTitle()]
    assert len(dialogs) >= 6
    for dialog in dialogs:
        assert plain_english(dialog) == set(), dialog
        dialog.close()


@pytest.mark.usefixtures("brackets")
def test_messages_pass_their_translation(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(recorder=FakeRecorder())
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.open_file(Path("none.wav"))
    qtbot.waitUntil(lambda: desktop.window.parts.banner.text != "")
    assert desktop.window.parts.banner.text.startswith("⟦")
    desktop.errors.clear()


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """The script that collects what is said."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> dict[tuple[str, str], str | None]:
    """Context and source of each message, and its translation where it is finished."""
    found = {}
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            done = message.find("translation")
            assert done is not None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = None if done.get("type") else done.text
    return found


def test_chinese_is_whole(translations: ModuleType, tmp_path: Path) -> None:
    """If this fails: `make translations`, then translate what is unfinished in assets/i18n/tutor_zh_CN.ts, then again."""
    collected = tmp_path / CHINESE.name
    shutil.copy(CHINESE, collected)
    translations.collect([collected])
    assert [source for (_, source), done in messages(collected).items() if not done] == []
    assert messages(collected) == messages(CHINESE)
    translations.compile_([collected])
    assert collected.with_suffix(".qm").read_bytes() == CHINESE.with_suffix(".qm").read_bytes()


def test_translations_keep_the_facts() -> None:
    names = re.compile(r"\{\w+")
    assert [
        source for (_, source), done in messages(CHINESE).items() if set(names.findall(source)) != set(names.findall(done or ""))
    ] == []


def test_what_is_said_of_every_aspect_is_collected(translations: ModuleType) -> None:
    assert {aspect.capitalize() for aspect in ASPECTS} <= set(translations.said())


@pytest.mark.usefixtures("any_language")
def test_the_window_speaks_chinese(open_window: OpenWindow, qtbot: QtBot, settings: QSettings) -> None:
    settings.setValue("language", "zh_CN")
    install_language(settings)
    desktop = result(open_window, qtbot)
    assert desktop.window.actions_.record.text() == "录音"
    assert desktop.window.transport.record_button.toolTip() == "录音（R）"
    assert "准确度" in "".join(words_of(desktop.window.parts.feedback.score_view))
    chosen = [action for action in desktop.window.language.actions.actions() if action.isChecked()]
    assert [action.data() for action in chosen] == ["zh_CN"]


@pytest.mark.parametrize(
    ("chosen", "system", "expected"),
    [
        ("", ["zh-Hans-CN", "zh-CN", "en-US"], "zh_CN"),
        ("", ["zh-Hans-SG"], "zh_CN"),
        ("", ["zh-Hant-TW", "zh-TW"], "en"),
        ("", ["en-GB", "zh-CN"], "en"),
        ("", ["fi-FI"], "en"),
        ("en", ["zh-CN"], "en"),
        ("zh_CN", ["en-US"], "zh_CN"),
        ("gone", ["zh-CN"], "zh_CN"),
    ],
)
def test_the_language_is_the_chosen_or_the_systems(settings: QSettings, chosen: str, system: list[str], expected: str) -> None:
    settings.setValue("language", chosen)
    assert wanted_language(settings, system) == expected


@pytest.mark.usefixtures("any_language")
def test_a_further_language_is_one_file(open_window: OpenWindow, settings: QSettings, tmp_path: Path) -> None:
    source = tmp_path / "tutor_de.ts"
    source.write_text(
        '<?xml version="1.0"?><TS version="2.1" language="de"><context><name>Words</name><message><source>&amp;Record</source>'
        "<translation>&amp;Aufnehmen</translation></message></context></TS>",
        encoding="utf-8",
    )
    command: list[str | Path] = [Path(sys.executable).with_name("pyside6-lrelease"), "-silent", source]
    subprocess.run(command, check=True, capture_output=True)
    assert languages(tmp_path) == ("en", "de")
    settings.setValue("language", "de")
    install_language(settings, tmp_path)
    assert open_window().window.actions_.record.text() == "&Aufnehmen"


def test_a_language_is_chosen_in_the_menu(open_window: OpenWindow, settings: QSettings) -> None:
    window = open_window().window
    named = {action.data(): action for action in window.language.actions.actions()}
    assert [action.text() for code, action in named.items() if code] == ["English", "简体中文"]
    named["zh_CN"].trigger()
    assert settings.value("language") == "zh_CN"
    assert "started again" in window.parts.banner.text


@pytest.mark.usefixtures("brackets")
def test_every_word_of_deck_and_comparison_passes_its_translation(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = result(open_window, qtbot)
    window = desktop.window
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: window.side.take_view.model().rowCount() == 2)
    window.actions_.compare.trigger()
    assert plain_english(window.parts.compare) == set()
    deck = DeckDialog(desktop.session.drill, window)
    assert plain_english(deck) == set()
    deck.deleteLater()
