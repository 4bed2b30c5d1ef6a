"""Says a sentence through the screen reader. What is said here is always also written somewhere in the window."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(source: QWidget, sentence: str, *, now: bool = False) -> None:
    """`now` interrupts what is being spoken."""
    event = QAccessibleAnnouncementEvent(source, sentence)
    level = QAccessible.AnnouncementPoliteness.Assertive if now else QAccessible.AnnouncementPoliteness.Polite
    event.setPoliteness(level)
    QAccessible.updateAccessibility(event)
