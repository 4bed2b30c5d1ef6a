import pytest

from tutor.practice.sentences import sentence_texts
from tutor.reading.lexicon import Lexicon
from tutor.reading.passages import load_passages
from tutor.reading.target import make_target


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def test_quotes_stay_with_the_sentence_they_belong_to(lexicon: Lexicon) -> None:
    text = "“Is it right?” Laura asks. “Really? Eleven?”\n\n(She laughs.) Then: home!"
    assert sentence_texts(make_target(text, lexicon)) == (
        "“Is it right?”", "Laura asks.", "“Really?", "Eleven?”", "(She laughs.)", "Then: home!",
    )  # fmt: skip


def test_sentences_of_every_passage_ask_for_the_words_of_the_whole(lexicon: Lexicon) -> None:
    for passage in load_passages():
        whole = make_target(passage.text, lexicon)
        parts = [make_target(text, lexicon) for text in sentence_texts(whole)]
        assert [word.text for part in parts for word in part.words] == [word.text for word in whole.words]
        assert all(len(part.sentences) == 1 for part in parts)
