"""Arguments that several commands have."""

from argparse import ArgumentParser
from pathlib import Path

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
