"""The taxonomy in force, and its editing: every version is kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from zhenyin.classifiers import Taxonomy, default_taxonomy, read_taxonomy, same_words
from zhenyin.ticket import store


def current(db: Connection) -> Taxonomy:
    """The newest version that somebody saved, or the default."""
    form = store.newest_taxonomy(db)
    return default_taxonomy() if form is None else read_taxonomy(form)


def save(db: Connection, form: Mapping[str, Any], by: str, at: datetime) -> Taxonomy:
    """Check an edited form and put it in force as a new version; one that changes nothing makes none.

    Raises Invalid (`taxonomy-invalid`).
    """
    now = current(db)
    edited = replace(read_taxonomy(form), version=now.version + 1)
    if same_words(edited, now):
        return now
    store.add_taxonomy(db, edited.version, edited.as_dict(), by, at)
    return edited
