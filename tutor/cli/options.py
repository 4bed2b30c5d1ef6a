"""Arguments that several commands have."""

from argparse import ArgumentParser
from pathlib import Path

READERS = ("learner", "parent", "teacher")  # as present.reports.blocks.Reader, whose import takes longer than --help
ENGINES = ("embedded", "speechllm")


def add_engine(parser: ArgumentParser) -> None:
    """Which assessor, with which model."""
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="which assessor (default: embedded)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--model", type=Path, metavar="DIR", help="a model's folder (default: the one that ships)")
    where.add_argument("--server", metavar="URL", help="a classroom server for --engine speechllm, such as http://gpu-box:8000")


def add_learner(parser: ArgumentParser) -> None:
    """Whose history is meant."""
    parser.add_argument("--learner", metavar="NAME", help="whose takes (default: the only learner's, or who read last)")


def add_report(parser: ArgumentParser) -> None:
    """A report to read, and for whom."""
    for kind, what in (("html", "a web page, whole in one file"), ("pdf", "pages to print")):
        parser.add_argument(f"--{kind}", type=Path, metavar="FILE", help=f"write a report to read: {what}")
    parser.add_argument(
        "--for", dest="reader", choices=READERS, default=READERS[0], help="whom the report speaks to (default: learner)"
    )
