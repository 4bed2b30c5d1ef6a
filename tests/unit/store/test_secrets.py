"""A server's token lies in the system's store of secrets; where there is none, that is said."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from tutor.domain.errors import ModelError
from tutor.engines import TOKEN, token_of
from tutor.store.secrets import keep_token

SERVER = "http://gpu-box:8000"


class MemoryKeyring(KeyringBackend):
    """Forgets when the test ends."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def _keyring_of_before() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_token_is_kept_for_its_server_and_the_environment_goes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(MemoryKeyring())
    keep_token(SERVER, "geheim")
    assert token_of(SERVER) == "geheim"
    assert token_of("http://other:8000") is None
    monkeypatch.setenv(TOKEN, "newer")
    assert token_of(SERVER) == "newer"
    monkeypatch.delenv(TOKEN)
    keep_token(SERVER, "")
    assert token_of(SERVER) is None


def test_without_a_store_of_secrets_nothing_is_kept_and_it_is_said() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    with pytest.raises(ModelError, match="no_keyring"):
        keep_token(SERVER, "geheim")
    assert token_of(SERVER) is None
