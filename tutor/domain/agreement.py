"""How far a tutor and the machine agree, and a threshold refitted to the tutor's answers. `practice.agreement` works them out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `items` answers in `takes` takes. Shares and kappa carry their band (None: too few takes for one).

    `kappa` is None where one side gave one answer only, so that chance can't be told from agreement.
    """

    items: int
    takes: int
    share: float
    kappa: float | None
    share_band: tuple[float, float] | None = None
    kappa_band: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Refit:
    """A new edge for a sound, and what it does on answers that were held out, beside the edge in force."""

    labels: int
    marked: int
    takes: int
    now: float
    edge: float
    before: Agreement
    after: Agreement

    @property
    def better(self) -> bool:
        """Whether marks at the new edge agree better with answers that had no part in choosing it."""
        return self.edge != self.now and (self.after.kappa or 0.0) > (self.before.kappa or 0.0)
