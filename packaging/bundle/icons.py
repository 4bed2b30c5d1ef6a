"""Draws assets/icons/readaloud-tutor.svg in every size and form a system asks for: `python icons.py FOLDER`.

PNG for Linux, .ico for Windows, .icns for macOS. Qt does it, which is there anyway; QT_QPA_PLATFORM=offscreen needs no display.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parent.parent.parent / "assets" / "icons" / "readaloud-tutor.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LARGEST_ICO = 256


def drawn(size: int) -> QImage:
    """The drawing as a square of so many pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def main(folder: Path) -> int:
    """All files into the folder; 1 when Qt can't write one of them."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [drawn(size).save(str(folder / f"readaloud-tutor-{size}.png")) for size in SIZES]
    written += [
        drawn(LARGEST_ICO).save(str(folder / "readaloud-tutor.ico")),
        drawn(512).save(str(folder / "readaloud-tutor.icns")),
    ]
    return 0 if all(written) else 1


if __name__ == "__main__":
    app = QGuiApplication(sys.argv)
    sys.exit(main(Path(sys.argv[1])))
