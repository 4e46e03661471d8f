"""Write a migration: the difference between the revisions so far and the tables that the domains declare.

Look at the file before you commit it: Alembic sees tables and columns, not what moves between them.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from zhenyin.core import migrations, settings, store


def main(message: str) -> None:
    """Bring an empty store to the newest revision, and write down what it lacks."""
    if not message.strip():
        sys.exit('Say what changes: make revision m="Keep the colour of a ticket."')
    with tempfile.TemporaryDirectory() as folder:
        empty = store.connect(settings.load(data_dir=Path(folder)))
        migrations.upgrade(empty)
        number = f"{int(migrations.revisions()[-1]) + 1:04d}"
        with empty.begin() as db:
            command.revision(migrations.config(db), message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
