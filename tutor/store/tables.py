"""The database's tables. `migrations` makes them; a test holds the two against each other."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
)

from tutor.domain.assessment import ASPECTS

REVISION = "0009"
"""The newest migration: what a database must be at before this program uses it. Numbers in order, four digits."""

metadata = MetaData()

takes = Table(
    "takes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("passage_id", Text),
    Column("recorded_at", Text, nullable=False, comment="UTC, ISO 8601 with microseconds, so that text order is time order"),
    Column("seconds", Float, nullable=False),
    Column("device", Text, nullable=False),
    Column("overflows", Integer, nullable=False),
    Column("recovered", Boolean, nullable=False),
    Index("takes_newest", "recorded_at", "id"),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Integer, primary_key=True, comment="rises; rows are only ever added, and a take's newest one counts"),
    Column("take_id", Text, ForeignKey("takes.id", ondelete="CASCADE"), nullable=False),
    Column("saved_at", Text, nullable=False, server_default=func.current_timestamp()),
    Column("engine", Text, nullable=False),
    Column("model_id", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("data", LargeBinary, nullable=False, comment="zlib of the contract's JSON; curves make it 7 times as large without"),
    Index("assessments_newest", "take_id", "id"),
)

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True, comment="rises, so that its order is the order they came in"),
    Column("title", Text, nullable=False),
    Column("tags", Text, nullable=False, comment="between commas"),
    Column("text", Text, nullable=False),
)

accepted = Table(
    "accepted",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("expected", Text, nullable=False, comment="ARPAbet"),
    Column("heard", Text, nullable=False, comment="ARPAbet; empty: no other sound was named"),
    Column("word", Text, nullable=False, comment="empty: in all words"),
    UniqueConstraint("expected", "heard", "word", name="accepted_once"),
)

cards = Table(
    "cards",
    metadata,
    Column("key", Text, primary_key=True, comment="word and sound: there is one card for both together"),
    Column("word", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("take_id", Text, ForeignKey("takes.id", ondelete="SET NULL")),
    Column("start", Float, nullable=False),
    Column("end", Float, nullable=False),
    Column("heard", Text),
    Column("marks", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("due", Text, nullable=False, comment="UTC, as takes.recorded_at"),
    Column("memory", Text, nullable=False, comment="the scheduler's own state as JSON"),
    Column("suspended", Boolean, nullable=False),
)

practices = Table(
    "practices",
    metadata,
    Column("id", Integer, primary_key=True, comment="rises; rows are only ever added"),
    Column("card", Text, ForeignKey("cards.key", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("grade", Integer, nullable=False),
    Column("take_id", Text, ForeignKey("takes.id", ondelete="SET NULL")),
    Index("practices_of_card", "card", "id"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Text, primary_key=True, comment="32 hex digits, unique everywhere; so in the tables below"),
    Column("take_id", Text, ForeignKey("takes.id", ondelete="CASCADE"), nullable=False),
    Column("tutor", Text, nullable=False),
    Column("at", Text, nullable=False, comment="UTC, as takes.recorded_at; a thing's newest row counts"),
    Column("about", Text, nullable=False, comment="word:3, phone:3.1 or aspect:fluency"),
    Column("expected", Text, nullable=False),
    Column("answer", Text, comment="a mark or a step of the rubric; NULL takes back what was said"),
    Column("machine", Text),
    Column("engine", Text, nullable=False),
    Column("model_id", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("undoes", Text),
    Index("corrections_of_take", "take_id"),
)

looks = Table(
    "looks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("take_id", Text, ForeignKey("takes.id", ondelete="CASCADE"), nullable=False),
    Column("tutor", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reviewed", Boolean, nullable=False),
    Column("heard", Float, nullable=False),
    Column("shown", LargeBinary, comment="zlib of JSON: what the machine said of everything in it"),
    Column("engine", Text),
    Column("model_id", Text),
    Column("model_version", Text),
    Index("looks_of_take", "take_id"),
)

comments = Table(
    "comments",
    metadata,
    Column("id", Text, primary_key=True, comment="a spoken one's sound is comments/ID.flac"),
    Column("take_id", Text, ForeignKey("takes.id", ondelete="CASCADE"), nullable=False),
    Column("tutor", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("first", Integer, comment="number of its first word; NULL: about the whole take"),
    Column("last", Integer),
    Column("text", Text, nullable=False),
    Column("seconds", Float, comment="NULL: not spoken"),
    Column("withdraws", Text, comment="a comment that is shown no more"),
    Index("comments_of_take", "take_id"),
)

strictness = Table(
    "strictness",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tutor", Text, nullable=False),
    Column("at", Text, nullable=False, comment="the newest counts"),
    Column("accuracy", Text, nullable=False),
    Column("pauses", Text, nullable=False),
)

thresholds = Table(
    "thresholds",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tutor", Text, nullable=False),
    Column("at", Text, nullable=False, comment="a sound's newest counts"),
    Column("symbol", Text, nullable=False, comment="ARPAbet"),
    Column("edge", Float, comment="NULL: back to the strictness"),
    Column("engine", Text, nullable=False),
    Column("model_id", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("labels", Integer, nullable=False),
    Column("before", Float, comment="kappa with answers held out"),
    Column("after", Float),
)

assignments = Table(
    "assignments",
    metadata,
    Column("id", Text, primary_key=True, comment="the pack's"),
    Column("received_at", Text, nullable=False),
    Column("key", Text, nullable=False, comment="whose signature the pack bears"),
    Column("sender", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("data", Text, nullable=False, comment="the pack's own JSON of it"),
)

returns = Table(
    "returns",
    metadata,
    Column("id", Text, primary_key=True, comment="of the file, the same where it was made and where it was merged"),
    Column("made_at", Text, nullable=False),
    Column("at", Text, nullable=False, comment="when it was made or merged here"),
    Column("key", Text, nullable=False, comment="of the computer that made it"),
    Column("takes", Integer, nullable=False),
    Column("answers", Text, nullable=False, comment="JSON: since when the learner had which packs, by their own clock"),
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("take_id", Text, ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True),
    Column("return_id", Text, ForeignKey("returns.id"), nullable=False),
    Column("original_id", Text, nullable=False, comment="another one's where the take's own was taken"),
    Column("sound", Text, comment="SHA-256 of the file that came; NULL: none did. The file itself may be gone since"),
)

SCORE_COLUMNS = tuple(f"{aspect}{part}" for aspect in ASPECTS for part in ("", "_low", "_high"))

tallies = Table(
    "tallies",
    metadata,
    Column("assessment_id", Integer, ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("confidence", Float, nullable=False),
    Column("words", Integer, nullable=False, comment="of the text"),
    Column("read", Integer, nullable=False),
    Column("correct", Integer, nullable=False, comment="practice.pace says which words these are"),
    Column("seconds", Float, comment="from the first word to the end of the last one read"),
    Column("words_per_minute", Float),
    Column("correct_per_minute", Float),
    *(Column(name, Float) for name in SCORE_COLUMNS),
)

sound_tallies = Table(
    "sound_tallies",
    metadata,
    Column("assessment_id", Integer, ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("sound", Text, primary_key=True, comment="ARPAbet without stress"),
    Column("times", Integer, nullable=False, comment="judged"),
    Column("total", Float, nullable=False, comment="of their scores, 0-2 each"),
    Column("marked", Integer, nullable=False),
    Column("left_out", Integer, nullable=False),
    sqlite_with_rowid=False,
)

word_tallies = Table(
    "word_tallies",
    metadata,
    Column("assessment_id", Integer, ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("word", Text, primary_key=True, comment="folded (reading.letters)"),
    Column("times", Integer, nullable=False, comment="judged"),
    Column("total", Float, nullable=False, comment="of their scores, 0-10 each"),
    Column("marked", Integer, nullable=False),
    Column("left_out", Integer, nullable=False, comment="not read"),
    sqlite_with_rowid=False,
)

COUNTED = (tallies, sound_tallies, word_tallies)
"""What is made of assessments and can be made again (`store.tallies`): nobody need mend it."""

silenced = Table(
    "silenced",
    metadata,
    Column("take_id", Text, ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False, comment="of domain.ledger.Silence"),
)

deleted = Table(
    "deleted",
    metadata,
    Column(
        "take", Text, primary_key=True, comment="SHA-256 of the id of a take that was deleted here; nothing else of it is kept"
    ),
)
