"""What goes into a bundle and what stays out: asked by readaloud-tutor.spec, on every system.

It knows files and module names; it must not import the program.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# A row of PyInstaller's tables: the name inside the bundle, the file it comes from, its kind.
Row = tuple[str, str, str]

# GPL: readline and gdbm, which Python's own modules would bring along. The rest has no use here.
MODULES_LEFT_OUT = [
    "readline", "rlcompleter", "_gdbm", "_dbm", "dbm.gnu", "dbm.ndbm", "nis",
    "_tkinter", "tkinter", "turtle", "turtledemo", "idlelib", "lib2to3", "test", "ensurepip",
    "_curses", "_curses_panel", "curses",
    "pip", "setuptools", "pkg_resources", "distutils", "PyInstaller",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtTest",
    "pyqtgraph.examples", "pyqtgraph.opengl", "numpy.f2py", "sqlalchemy.testing", "alembic.testing",
    "torch", "transformers", "accelerate", "bitsandbytes", "peft",
]  # fmt: skip

# Parts of packages that the program doesn't use but an add-on may: torch and transformers import them.
PACKAGES_WHOLE = ("numpy", "filelock", "jinja2", "markupsafe", "packaging", "rich", "yaml")

# The compact model's adapter, 20 MB: without torch nobody can use it, so it travels with torch (packaging/addon/adapter.py).
OF_THE_ADDON = "speechllm-compact"

# LGPL packages in Python lie as files of their own, so that anybody can put another version in their place.
REPLACEABLE = dict.fromkeys(("PySide6", "shiboken6", "frozendict", "num2words", "soxr"), "py")

# Files. Qt: plugins for devices without a window system, for GTK (with forty libraries), and for image formats nobody opens.
_FILES_LEFT_OUT = (
    r"plugins/(egldeviceintegrations|generic|networkinformation|tls|sqldrivers|qmltooling|printsupport)/",
    r"plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\.",
    r"plugins/platformthemes/libqgtk3\.",
    r"plugins/imageformats/(lib)?q(gif|tga|tiff|wbmp|webp|icns|pdf)\.",
    r"plugins/wayland-graphics-integration-client/lib(dmabuf-server|drm-egl-server|shm-emulation-server|vulkan-server)\.",
    r"plugins/wayland-shell-integration/lib(fullscreen-shell-v1|ivi-shell|qt-shell|wl-shell-plugin)\.",
    r"libQt6(Egl\w+|Network|Test|WlShellIntegration|Qml\w*|Quick\w*)\.",
    r"Qt/translations/(?!qtbase_(en|zh_CN)\.)",
    r"(^|/)opengl32sw\.dll$",
    r"readaloud_tutor-[^/]*\.dist-info/(direct_url\.json|RECORD|REQUESTED)$",  # say where it was built
)
# Every Linux desktop has these, in versions that fit its graphics driver and its sound server (as AppImage's list has it).
_OF_THE_SYSTEM = (
    r"lib(asound|jack|pulse\w*|dbus-1|systemd|fontconfig|freetype|expat|glib-2\.0|gthread-2\.0|pcre2-8|stdc\+\+|gcc_s|z|png16)\.so",
    r"lib(X11|X11-xcb|Xau|Xdmcp|bsd|md|xcb)\.so",
)
# Come with libraries left out above, or with the debug parts of others.
_FOLLOWERS = (
    r"lib(cap|gcrypt|gpg-error|lz4|zstd|brotli\w+|selinux|mount|blkid|gssapi\w*|krb5\w*|k5crypto|com_err|keyutils|mvec)\.so",
    r"lib(gtk|gdk|gdk_pixbuf|gio|gobject|gmodule|atk|atk-bridge|atspi|cairo\S*|pango\S*|pixman|harfbuzz|graphite2|thai|datrie)-?[\d.]*\.so",
    r"lib(fribidi|epoxy|jpeg|X(composite|cursor|damage|ext|fixes|i|inerama|randr|render))\.so",
)
_WITH_DEBUG_PARTS = r"^(libpython3|python3[.\d]*/lib-dynload/|sqlalchemy/|yaml/|nacl/)"
_LEFT_OUT = [re.compile(pattern) for pattern in _FILES_LEFT_OUT]
_LEFT_OUT_OF_LINUX = [re.compile(rf"^({pattern})") for pattern in (*_OF_THE_SYSTEM, *_FOLLOWERS)]


def kept(rows: Iterable[Row]) -> list[Row]:
    """The rows that belong into the bundle, in an order that is always the same."""
    return sorted(row for row in rows if not _left_out(Path(row[0]).as_posix()))


def standard_library() -> list[str]:
    """The modules of Python's standard library: an add-on may need any of them, and no analysis of ours can see which."""
    without = set(MODULES_LEFT_OUT) | {"antigravity", "this"}
    return sorted(name for name in sys.stdlib_module_names if name not in without)


def without_debug_parts(rows: Iterable[Row], folder: Path) -> list[Row]:
    """Python's own library and modules, and three packages' as copies without debug information: 54 MB become 21."""
    return [_stripped(row, folder) if re.search(_WITH_DEBUG_PARTS, row[0]) else row for row in rows]


def _left_out(name: str) -> bool:
    linux = sys.platform == "linux" and any(pattern.search(name) for pattern in _LEFT_OUT_OF_LINUX)
    return linux or any(pattern.search(name) for pattern in _LEFT_OUT)


def _stripped(row: Row, folder: Path) -> Row:
    copy = folder / "stripped" / row[0]
    copy.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-debug", "-o", copy, row[1]], check=True)
    return (row[0], str(copy), row[2])


def shipped(root: Path) -> Iterator[tuple[str, str]]:
    """The program's own files that are no modules, and the folder of the bundle each lies in: as in an installed wheel."""
    yield str(root / "passages"), "tutor/passages"
    for path in sorted((root / "assets").rglob("*")):
        if path.is_file() and path.parent.name != OF_THE_ADDON and path.suffix != ".ts":  # translations in the making
            yield str(path), (Path("tutor") / path.parent.relative_to(root)).as_posix()
    for path in sorted((root / "tutor").rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc", ".md"):
            yield str(path), path.parent.relative_to(root).as_posix()
    migrations = root / "tutor" / "store" / "migrations"  # Alembic reads them as files
    for path in sorted(migrations.rglob("*.py")):
        yield str(path), path.parent.relative_to(root).as_posix()
