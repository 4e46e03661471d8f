"""The store: one transaction, whole or not at all; readers do not wait for a writer."""

import pytest
import sqlalchemy as sa

from zhenyin.core.settings import Settings
from zhenyin.core.store import Store, connect


@pytest.fixture
def store(settings: Settings) -> Store:
    store = connect(settings)
    with store.begin() as db:
        db.execute(sa.text("CREATE TABLE note (text VARCHAR)"))
    return store


def _write_then_fail(db: sa.Connection) -> None:
    db.execute(sa.text("INSERT INTO note VALUES ('lost')"))
    db.execute(sa.text("INSERT INTO nowhere VALUES (1)"))


def _count(store: Store) -> int:
    with store.read() as db:
        return int(db.execute(sa.text("SELECT count(*) FROM note")).scalar_one())


def test_what_raises_inside_a_transaction_is_undone(store: Store) -> None:
    with pytest.raises(sa.exc.OperationalError, match="no such table"), store.begin() as db:
        _write_then_fail(db)
    assert _count(store) == 0


def test_a_reader_sees_the_last_commit_while_somebody_writes(store: Store) -> None:
    with store.begin() as db:
        db.execute(sa.text("INSERT INTO note VALUES ('new')"))
        assert _count(store) == 0
    assert _count(store) == 1
