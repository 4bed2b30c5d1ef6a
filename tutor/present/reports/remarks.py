"""What tutors said, as lines of a report: of one take thing by thing, of a period take by take."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from tutor.domain.assessment import Assessment
from tutor.domain.practised import Reading
from tutor.domain.review import Comment, Correction, fitting, newest, standing
from tutor.domain.wording import say
from tutor.present.reports.figures import text_title
from tutor.present.review import about_name, answer_name, span_name, when_said

_NEWEST = 15
_Row = TypeVar("_Row", Correction, Comment)


def correction_lines(rows: Iterable[Correction], said: Assessment) -> tuple[str, ...]:
    """Where a tutor says something else than the machine, in the order of the text; what was taken back is not there."""
    kept = newest(fitting(rows, said)).items()
    order = sorted(kept, key=lambda each: (each[0].aspect is not None, each[0].word or 0, each[0].phone or -1))
    return tuple(_correction(row, said) for _, row in order if row.answer is not None and not row.agrees)


def comment_lines(rows: Iterable[Comment], said: Assessment) -> tuple[str, ...]:
    """Those that were not withdrawn, in the order of the text."""
    words = [word.text for word in said.words]
    return tuple(
        say("{where}: {comment} ({tutor})").format(
            where=span_name(row.first, row.last, words), comment=_words(row), tutor=row.tutor
        )
        for row in standing(rows)
    )


def corrections_by_reading(rows: Iterable[Correction], readings: Iterable[Reading], titles: Mapping[str, str]) -> tuple[str, ...]:
    """How many things were corrected in each reading, the newest readings last; only the last ones where there are many."""
    counts = Counter[str]()
    for take_id, own in _by_take(rows).items():
        counts[take_id] = sum(row.answer is not None and not row.agrees for row in newest(own).values())
    one, many = say("{reading}: 1 correction"), say("{reading}: {count} corrections")
    lines = [
        (one if counts[each.take_id] == 1 else many).format(reading=_reading(each, titles), count=counts[each.take_id])
        for each in readings
        if counts[each.take_id]
    ]
    return tuple(lines[-_NEWEST:])


def comments_by_reading(rows: Iterable[Comment], readings: Iterable[Reading], titles: Mapping[str, str]) -> tuple[str, ...]:
    """What was said of each reading, the newest readings last; only the last ones where there are many."""
    found = _by_take(standing(rows))
    said = say("{reading}: {comment} ({tutor})")
    lines = [
        said.format(reading=_reading(each, titles), comment=_words(row), tutor=row.tutor)
        for each in readings
        for row in found.get(each.take_id, ())
    ]
    return tuple(lines[-_NEWEST:])


def _correction(row: Correction, said: Assessment) -> str:
    assert row.answer is not None
    facts = {"what": about_name(row.about, said), "answer": answer_name(row.about, row.answer), "tutor": row.tutor}
    facts["when"] = when_said(row.at)
    if row.machine is None:
        return say("{what}: {answer} ({tutor}, {when})").format(**facts)
    was = answer_name(row.about, row.machine)
    return say("{what}: {answer} (the program said: {was}; {tutor}, {when})").format(was=was, **facts)


def _by_take(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.take_id, []).append(row)
    return found


def _words(row: Comment) -> str:
    return f"“{row.text}”" if row.text else say("Spoken comment, {seconds:.0f} s").format(seconds=row.seconds or 0)


def _reading(each: Reading, titles: Mapping[str, str]) -> str:
    return say("{day}, {title}").format(day=f"{each.when:%Y-%m-%d}", title=text_title(each, titles))
