"""Packs made to do harm are refused whole with a reason, and nothing is written; what is taken can be looked at.

`FUZZED=10000 .venv/bin/pytest tests/unit/store/packs/test_hostile.py` tries ten thousand.
"""

import hashlib
import io
import json
import os
import tracemalloc
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from tests.builders import a_waveform
from tests.unit.store.packs.forging import Parts, deep, dumps, forged, parts_of, real, zipped
from tests.unit.store.packs.room import Computer, a_key, told
from tutor.domain.errors import PackError
from tutor.present.heat import word_cells
from tutor.present.takes import take_rows
from tutor.store.audiofiles import flac_bytes
from tutor.store.database import open_database
from tutor.store.history import SqlHistory
from tutor.store.packs import container, looking
from tutor.store.packs.assignments import SqlAssignments
from tutor.store.packs.keys import public, sign
from tutor.store.packs.looking import Handout, Returned, look

TIMES = int(os.environ.get("FUZZED", "100"))
MOST_MEMORY = 200 * 2**20  # bytes at once while a file is looked through: the largest document, and what its values take


def tree(root: Path) -> dict[str, str]:
    """Every file and what is in it."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def refusal(folder: Path, data: bytes) -> PackError:
    """Why a file is refused, which leaves no trace."""
    tutor = Computer(folder / "tutor")
    tutor.receive(file_of(folder, real()["return"]))
    path = file_of(folder, data)
    before = tree(folder)
    with pytest.raises(PackError) as caught:
        tutor.receive(path)
    assert tree(folder) == before
    return caught.value


def file_of(folder: Path, data: bytes) -> Path:
    path = folder / "file.tutorreturn"
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("room")


@settings(max_examples=TIMES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(data=forged())
def test_whatever_comes_is_refused_or_can_be_looked_at(room: Path, data: bytes) -> None:
    path, found = file_of(room, data), None
    with suppress(PackError), little_memory():
        found = look(path, told)
    if found is not None:
        take_in(Computer(room / "tutor"), path, found)
    assert {each.name for each in room.iterdir()} <= {path.name, "tutor"}


@contextmanager
def little_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
    finally:
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < MOST_MEMORY


def take_in(tutor: Computer, path: Path, found: Handout | Returned) -> None:
    """What wasn't refused is kept, and everything about it can be shown."""
    if isinstance(found, Handout):
        pupil = next(iter(tutor.people.learners()), None) or tutor.add("Mei")
        if found.manifest.learner is None:
            tutor.take(path, pupil)
        with closing(open_database(tutor.people.folder(pupil.id))) as database:
            SqlAssignments(database).assignments()
    else:
        learner = tutor.receive(path, any_computer=True).learner
        with closing(open_database(tutor.people.folder(learner.id))) as database:
            attempts = SqlHistory(database).attempts(1_000)
            take_rows(attempts)
            for each in attempts:
                assert each.assessment is None or word_cells(each.assessment)


def test_nothing_is_written_of_a_file_with_one_bad_take_among_good_ones(tmp_path: Path) -> None:
    parts = parts_of("return")
    name = max(each for each in parts.files if each.endswith(".flac"))
    parts.files[name] = parts.files[name][:-20]
    error = refusal(tmp_path, parts.sealed())
    assert (error.code, error.facts["reason"]) == ("not_a_pack", f"{name} can't be read as sound")


@pytest.mark.parametrize("name", ["../x.json", "/x.json", "takes/../../x.json", "takes\\x.json", "CON", "takes/ａ.json"])
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    parts = parts_of("return")
    parts.files[name] = b"{}"
    assert refusal(tmp_path, parts.sealed()).code == "not_a_pack"


def test_a_link_is_refused(tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(real()["return"])) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    data = zipped(members, lambda info: setattr(info, "external_attr", 0o120777 << 16))
    assert refusal(tmp_path, data).code == "not_a_pack"


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in ("manifest.json", "signature.json", "takes/0.json"):
            archive.writestr(name, bytes(50_000_000))
    data = out.getvalue()
    with pytest.raises(PackError), little_memory():
        look(file_of(tmp_path, data), told)
    assert refusal(tmp_path, data).code == "not_a_pack"


def test_a_million_files_are_refused_by_their_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_FILES", 4)
    assert "more than 4 files" in str(refusal_of_many(tmp_path).facts["reason"])


def refusal_of_many(folder: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        look(file_of(folder, real()["return"]), told)
    return caught.value


def test_deep_and_endless_documents_are_refused(tmp_path: Path) -> None:
    for said in (deep(900), deep(200_000), "@wide", "@long", "x" * 17_000_000):
        parts = parts_of("return")
        name = next(each for each in parts.files if each.startswith("takes/") and each.endswith(".json"))
        document = json.loads(parts.files[name])
        document["take"]["device"] = said
        parts.files[name] = dumps(document)
        with pytest.raises(PackError):
            look(file_of(tmp_path, parts.sealed()), told)


def test_sound_that_is_small_on_disk_and_endless_in_time_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.store.packs.credible.MOST_SOUND_S", 0.1)
    error = refusal_of_many(tmp_path)
    assert "has a form that no take has" in str(error.facts["reason"])


def test_another_key_in_place_of_the_signer_s_is_refused(tmp_path: Path) -> None:
    parts = parts_of("return")
    data = dumps(parts.manifest)
    signature = json.dumps({"key": public(a_key(1)), "signature": sign(a_key(2), data)}).encode()
    packed = zipped([("manifest.json", data), ("signature.json", signature), *parts.files.items()])
    assert refusal(tmp_path, packed).code == "pack_altered"


@pytest.mark.parametrize(
    ("spoken_s", "sound"), [(0.3, None), (None, 0.3), (0.3, 2.0), (2.0, 0.3), (0, 0.3), (-1, 0.3), (3600, 0.3), ("0.3", 0.3)]
)
def test_a_spoken_note_that_isn_t_as_the_pack_says_is_refused(tmp_path: Path, spoken_s: object, sound: float | None) -> None:
    parts = parts_of("pack")
    (name,) = (name for name in parts.files if name.startswith("notes/"))
    parts.manifest["assignment"]["spoken_s"] = spoken_s
    del parts.files[name]
    if sound is not None:
        parts.files[name] = flac_bytes(a_waveform(sound))
    path = file_of(tmp_path, parts.sealed())
    with pytest.raises(PackError) as caught:
        look(path, told)
    assert caught.value.code == "not_a_pack"


def test_a_newer_program_s_pack_says_so(tmp_path: Path) -> None:
    parts = parts_of("return")
    parts.manifest |= {"schema": 2, "novelty": {"of": "2030"}}
    assert refusal(tmp_path, parts.sealed()).code == "newer_pack"


def test_a_file_that_changes_after_it_was_looked_through_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest, forged_one = parts_of("return"), parts_of("return")
    name = next(each for each in forged_one.files if each.endswith(".flac"))
    forged_one.files[name] = bytes(len(forged_one.files[name]))
    path = file_of(tmp_path, honest.sealed())
    found = looking.look(path, told)

    def swapped(*_: object) -> looking.Handout | looking.Returned:
        with ZipFile(path) as archive:
            head = [(each, archive.read(each)) for each in ("manifest.json", "signature.json")]
        path.write_bytes(zipped([*head, *forged_one.files.items()]))
        return found

    monkeypatch.setattr("tutor.store.packs.receiving.look", swapped)
    tutor = Computer(tmp_path / "tutor")
    with pytest.raises(PackError) as caught:
        tutor.receive(path)
    assert caught.value.code == "pack_altered"
    assert tutor.people.learners() == ()


def test_every_part_of_the_contract_may_travel() -> None:
    """`store.packs.contract` names each field of `practice.contract`: a real return is not refused."""
    assert isinstance(parts_of("return"), Parts)
