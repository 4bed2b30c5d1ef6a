"""The report is one sound, quiet, accessible file, whatever text it is given."""

import re
from dataclasses import replace

import pytest

from tests.builders import WHEN, a_prosody, a_target, a_word, an_assessment, phones
from tests.htmlpage import Page
from tutor.domain.assessment import Assessment, Event, Evidence, RationaleLine, Scores, Verdict
from tutor.domain.target import Target, TargetWord
from tutor.domain.wording import speak
from tutor.present.heat import word_cells
from tutor.present.reports.blocks import Reader
from tutor.present.reports.page import html_page
from tutor.present.reports.take import About, take_report
from tutor.present.text import text_runs

HOSTILE = '</title><script>alert("x")</script> & "q" {{ 7 * 7 }}'


def a_report(
    assessment: Assessment | None = None, target: Target | None = None, title: str = "take.wav", reader: Reader = Reader.LEARNER
) -> str:
    about = About(title, WHEN, "Mei", 62.4, ("In “think”, th: clear.",))
    return html_page(take_report(assessment or an_assessment(), target or a_target(), about, reader))


def test_shows_text_scores_rationale_and_curves() -> None:
    page = Page(a_report())
    said = " ".join(page.text.split())
    for expected in ("I think", "6.5 to 8.5", "Clear, with a few slips", "In “think” the th sounded like s.", "heard s", "83%"):
        assert expected in said
    assert len(page.all("polyline")) >= 2
    assert len(page.all("polygon")) == len(page.all("polyline"))


@pytest.mark.parametrize("reader", Reader)
def test_is_accessible(reader: Reader) -> None:
    page = Page(a_report(reader=reader))
    assert page.all("html") == [{"lang": "en"}]
    assert next(tag for tag, _ in page.tags if tag in ("h1", "h2")) == "h1"
    assert all("scope" in attributes for attributes in page.all("th"))
    assert (
        len(page.all("caption"))
        == len(page.all("table"))
        == (0 if reader is Reader.PARENT else 2 if reader is Reader.TEACHER else 1)
    )
    assert all(svg.get("aria-label") or svg.get("aria-labelledby") for svg in page.all("svg"))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    if reader is not Reader.PARENT:
        assert "(think: needs work, about 5 of 10, between 4 and 6, fairly sure; th sounded like s)" in page.text


def test_fetches_nothing_and_runs_nothing() -> None:
    report = a_report()
    page = Page(report)
    assert not page.all("script") + page.all("link") + page.all("img") + page.all("iframe")
    assert "http://" not in report
    assert "https://" not in report
    assert "url(" not in report


def test_hostile_text_stays_text() -> None:
    span = HOSTILE.index("<script>"), HOSTILE.index("</script>")
    target = Target(HOSTILE, (TargetWord("script", *span, (phones("T"),)),), ((0, 1),))
    word = replace(a_word("script", "T", 0.1, score=2.0), text=HOSTILE)
    line = RationaleLine(HOSTILE, (Evidence("word", 0),))
    prosody = replace(a_prosody(), pauses=())
    page = Page(a_report(an_assessment(words=(word,), rationale=(line,), prosody=prosody), target, title=HOSTILE))
    assert not page.all("script")
    assert page.text.count(HOSTILE) >= 4


def test_events_stand_where_they_fell_in_the_text_and_are_said() -> None:
    events = (Event("insertion", 0.1, 0.2, -1), Event("repetition", 0.3, 0.4, 0), Event("hesitation", 1.8, 2.4, 4))
    page = Page(a_report(an_assessment(events=events)))
    titled = [(str(each["class"]), each["title"]) for each in page.all("span") if "title" in each]
    assert [each for each in titled if each[0].startswith("event")] == [
        ("event added", "something that is not in the text was said here"),
        ("event again", "you went back and said it again, which costs nothing"),
        ("event pause", "a pause of 0.6 s where the text has no stop"),
    ]
    said = "".join(page.text.split())
    places = [said.index(part) for part in ("+(something", "I↺(you", "think▾", "a‖(apause", "garden.")]
    assert places == sorted(places)
    for name in ("something was added", "said again or corrected", "a long pause"):
        assert name in page.text


def test_same_input_same_page() -> None:
    assert a_report() == a_report()


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.SCORED])
def test_any_other_verdict_says_what_to_do_and_refusals_show_no_marks(verdict: Verdict) -> None:
    words = tuple(replace(word, accuracy=None) for word in an_assessment().words)
    refused = an_assessment(verdict=verdict, words=words, scores=Scores(), rationale=(), prosody=None, problems=(verdict.value,))
    page = Page(a_report(refused if verdict.refuses else an_assessment(verdict=verdict)))
    assert [attributes for attributes in page.all("section") if attributes.get("class") == "notice"]
    assert bool([each for each in page.all("span") if (each.get("class") or "").startswith("word ")]) is not verdict.refuses
    assert ("can't be relied on" in page.text) is not verdict.refuses


def test_text_runs_rebuild_the_text_and_join_words_of_one_token() -> None:
    text = "Pay $5, now!"
    spans = [("Pay", 0, 3), ("five", 4, 6), ("dollars", 4, 6), ("now", 8, 11)]
    target = Target(text, tuple(TargetWord(word, start, end, (phones("T"),)) for word, start, end in spans), ((0, 4),))
    words = tuple(a_word(word, "T", at / 2, score=2.0 if at == 2 else 9.0) for at, (word, *_) in enumerate(spans))
    runs = text_runs(target, word_cells(an_assessment(words=words)))
    assert "".join(run.text for run in runs) == text
    money = next(run for run in runs if run.text == "$5")
    assert [cell.text for cell in money.cells] == ["five", "dollars"]
    assert money.worst is not None
    assert money.worst.text == "dollars"


def test_each_reader_gets_their_own() -> None:
    learner, parent, teacher = (" ".join(Page(a_report(reader=reader)).text.split()) for reader in Reader)
    assert "What to practise next" in learner
    assert "Words correct per minute" in learner
    assert "5 of the 6 words of this text were read aloud in 3 seconds. The reading as a whole: Good." in parent
    for jargon in ("Prosody", "Accuracy", "embedded", "/10", "of 10", "semitones", "%"):
        assert jargon not in parent
    for expected in ("Model: embedded test 0.", "In “think”, th: clear.", "Words correct per minute62", "Every word and sound"):
        assert expected in teacher


def test_a_report_follows_the_language_in_force() -> None:
    speak(lambda english: f"⟦{english}⟧", "zh-CN")
    try:
        page = Page(a_report(an_assessment(rationale=()), reader=Reader.TEACHER))
    finally:
        speak()
    assert page.all("html") == [{"lang": "zh-CN"}]
    assert page.all("p")[1] == {"class": "text", "lang": "en"}
    said = page.text.replace("In “think”, th: clear.", "")
    while said != (said := re.sub(r"⟦[^⟦⟧]*⟧", "", said)):
        pass
    own = re.compile("Mei|take|wav|think|garden|it|is")  # names and words of the text
    assert [word for word in re.findall(r"[A-Za-z]{3,}", said) if not own.match(word)] == []
