"""The classroom server's token in the system's own store of secrets. keyring is imported when it is first asked for."""

from tutor.domain.errors import ModelError

_SERVICE = "readaloud-tutor"


def kept_token(server: str) -> str | None:
    """The token kept for this server's address; None without one, and where the system has no store of secrets."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ModuleNotFoundError:
        return None
    try:
        return keyring.get_password(_SERVICE, server)
    except KeyringError:
        return None


def keep_token(server: str, token: str) -> None:
    """In place of what was kept; an empty one lets go of it. Raises `ModelError` (`no_keyring`), where nothing was kept."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ModuleNotFoundError as error:
        raise ModelError("no_keyring") from error
    try:
        if token:
            keyring.set_password(_SERVICE, server, token)
        elif keyring.get_password(_SERVICE, server) is not None:
            keyring.delete_password(_SERVICE, server)
    except KeyringError as error:
        raise ModelError("no_keyring") from error
