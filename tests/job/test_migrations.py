"""The store's shape: what the revisions make is what the domains declare."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from zhenyin.core import migrations, store
from zhenyin.core.errors import Conflict
from zhenyin.core.settings import Settings
from zhenyin.job.workspace import opened


def test_the_revisions_make_exactly_the_declared_tables(settings: Settings) -> None:
    made = store.connect(settings)
    migrations.upgrade(made)
    with made.read() as db:
        assert compare_metadata(MigrationContext.configure(db), migrations.declare()) == []


def test_every_revision_is_named_by_its_file() -> None:
    heads = ScriptDirectory(str(migrations.FOLDER)).get_heads()
    assert tuple(heads) == migrations.revisions()[-1:]


def test_every_domain_with_tables_is_found() -> None:
    assert {"jobs", "users", "sessions", "audit"} <= set(migrations.declare().tables)


def test_an_upgrade_of_a_store_that_is_up_to_date_changes_nothing(settings: Settings) -> None:
    with opened(settings):
        pass
    with opened(settings) as workspace, workspace.store.read() as db:
        assert sa.inspect(db).has_table("jobs")


def test_a_store_of_a_newer_version_is_refused(settings: Settings) -> None:
    made = store.connect(settings)
    migrations.upgrade(made)
    with made.begin() as db:
        db.execute(sa.text("UPDATE alembic_version SET version_num = 'from-the-future'"))
    with pytest.raises(Conflict, match="store-newer"):
        migrations.upgrade(made)
