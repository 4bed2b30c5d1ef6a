"""Words about packs and returns."""

from tutor.domain.returns import Receipt
from tutor.domain.wording import say


def receipt_lines(receipt: Receipt) -> tuple[str, ...]:
    """What became of a return: the first line for everybody, then what a tutor should know of."""
    name, merged = receipt.learner.name, receipt.merged
    lines = [_brought(receipt)]
    if receipt.new:
        lines.append(say("{name} was not in your list and is there now.").format(name=name))
    if receipt.calls:
        said = say("They go by “{calls}” on their computer and by “{name}” here; both stay.")
        lines.append(said.format(calls=receipt.calls, name=name))
    if merged.deleted:
        one = say("A reading was deleted here and stays deleted.")
        several = say("{count} readings were deleted here and stay deleted.").format(count=merged.deleted)
        lines.append(one if merged.deleted == 1 else several)
    if merged.beside:
        said = say("Takes that differ from one with the same id, kept beside it: {takes}")
        lines.append(said.format(takes=say(", ").join(merged.beside)))
    return tuple(lines)


def _brought(receipt: Receipt) -> str:
    name, merged = receipt.learner.name, receipt.merged
    if not merged.takes and not merged.assessments and not merged.sounds:
        same = say("{name}: nothing new.") if merged.deleted else say("{name}: nothing new; all of it is here already.")
        return same.format(name=name)
    said = say("{name}: {takes} new takes, {assessments} new results, {sounds} with sound.")
    return said.format(name=name, takes=merged.takes, assessments=merged.assessments, sounds=merged.sounds)
