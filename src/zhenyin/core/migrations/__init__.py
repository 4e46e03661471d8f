"""The store's shape over time: Alembic revisions in versions/, run whenever a workspace is opened.

Every domain declares its tables in its own `store.py`; `declare` finds them by scanning, so that there is no list.
"""

import importlib
import logging
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zhenyin.core.errors import Conflict, Unavailable
from zhenyin.core.store import METADATA, Store
from zhenyin.core.translation import refusal_of

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent
_VERSION = sa.table("alembic_version", sa.column("version_num"))

log = logging.getLogger("zhenyin.store")


def declare() -> sa.MetaData:
    """The metadata with the tables of all domains."""
    package = importlib.import_module("zhenyin")
    for room in pkgutil.iter_modules(package.__path__, "zhenyin."):
        # By the file, since find_spec would import every room to look inside it.
        store = Path(package.__path__[0], room.name.partition(".")[2], "store.py")
        if room.ispkg and room.name != "zhenyin.core" and store.is_file():
            importlib.import_module(f"{room.name}.store")
    return METADATA


def config(db: Connection | None = None) -> "Config":
    """Alembic's configuration, without a file of its own."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = db
    return made


def upgrade(store: Store) -> None:
    """Bring the store to the newest revision, in one transaction."""
    declare()
    try:
        _upgrade(store)
    except sa.exc.DatabaseError as error:
        raise refusal_of(error) or _damaged(store, error) from None


def _upgrade(store: Store) -> None:
    with store.begin() as db:
        found, known = current(db), revisions()
        if known and found == known[-1]:
            return
        _refuse_newer(found, known)
        from alembic import command  # here, since most stores are up to date and it takes long to load

        log.info("the store is brought from revision %s to %s", found, known[-1])
        command.upgrade(config(db), "head")


def _damaged(store: Store, error: sa.exc.DatabaseError) -> Unavailable:
    place = store.engine.url.render_as_string(hide_password=True)
    return Unavailable(
        "store-damaged",
        en=f"The store {place} cannot be read ({error.orig}). Put it back from a backup; without one move it elsewhere and "
        "run `zhenyin rebuild`: imports come back, what people decided does not.",
        zh=f"数据库 {place} 无法读取（{error.orig}）。请从备份恢复；"
        "没有备份时将其移到别处并运行 zhenyin rebuild：导入记录会恢复，人工决定不会。",
    )


def revisions() -> tuple[str, ...]:
    """The revisions that this version of the program knows, the newest last: each file is named by its own."""
    return tuple(sorted(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py")))


def current(db: Connection) -> str | None:
    """The revision that the store is at."""
    return db.scalar(sa.select(_VERSION.c.version_num)) if sa.inspect(db).has_table(_VERSION.name) else None


def _refuse_newer(found: str | None, known: tuple[str, ...]) -> None:
    """Raises Conflict when a newer version of the program has been at work on this store."""
    if found is not None and found not in known:
        raise Conflict(
            "store-newer",
            en=f"The store is at revision {found}, made by a newer version of Zhenyin. Install that version.",
            zh=f"数据库版本为 {found}，由更新的真因版本写入。请安装该版本。",
        )
