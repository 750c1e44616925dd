"""What can go wrong with the memory: each error says, in English, what the operator does next."""


class StorageError(Exception):
    """The database cannot be used. `remedy` says what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        """`problem` in a sentence; `remedy` in another."""
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy


class Unreadable(StorageError):
    """The file is not a database, is damaged, or may not be opened."""


class Newer(StorageError):
    """The file was written by a newer version of Ronde."""


class Outdated(StorageError):
    """The tables are older than this version: migrations have not run."""
