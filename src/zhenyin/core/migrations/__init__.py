"""The store's shape over time: Alembic revisions in versions/, run whenever a house is opened.

Every domain declares its tables in its own `store.py`; `declare` finds them by scanning, so that there is no list.
"""

import importlib
import importlib.util
import logging
import pkgutil
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from zhenyin.core.errors import Conflict
from zhenyin.core.store import METADATA, Store

FOLDER = Path(__file__).parent

log = logging.getLogger("zhenyin.store")


def declare() -> sa.MetaData:
    """The metadata with the tables of all domains."""
    package = importlib.import_module("zhenyin")
    for room in pkgutil.iter_modules(package.__path__, "zhenyin."):
        if room.ispkg and room.name != "zhenyin.core" and importlib.util.find_spec(f"{room.name}.store"):
            importlib.import_module(f"{room.name}.store")
    return METADATA


def config(db: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = db
    return made


def upgrade(store: Store) -> None:
    """Bring the store to the newest revision, in one transaction."""
    declare()
    with store.begin() as db:
        if not heads():
            METADATA.create_all(db)
            return
        refuse_newer(db)
        if current(db) not in heads():
            log.info("the store is brought from revision %s to %s", current(db), ", ".join(heads()))
            command.upgrade(config(db), "head")


def heads() -> tuple[str, ...]:
    """The newest revisions that this version of the program knows (one, or none before the first)."""
    return tuple(ScriptDirectory(str(FOLDER)).get_heads())


def current(db: Connection) -> str | None:
    """The revision that the store is at."""
    return MigrationContext.configure(db).get_current_revision()


def refuse_newer(db: Connection) -> None:
    """Raises Conflict when a newer version of the program has been at work on this store."""
    found = current(db)
    known = {script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()}
    if found is not None and found not in known:
        raise Conflict(
            "store-newer",
            en=f"The store is at revision {found}, made by a newer version of Zhenyin. Install that version.",
            zh=f"数据库版本为 {found}，由更新的真因版本写入。请安装该版本。",
        )
