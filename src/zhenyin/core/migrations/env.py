"""What Alembic runs: the connection comes from the caller, the tables from every domain's `store.py`."""

from alembic import context

from zhenyin.core.migrations import declare


def run() -> None:
    """Run the revisions that Alembic asks for on the caller's connection."""
    # SQLite cannot alter most things in place: Alembic copies the table (batch mode).
    context.configure(context.config.attributes["connection"], target_metadata=declare(), render_as_batch=True)
    context.run_migrations()


# Alembic executes this file under the name env_py; whoever else imports it only reads it.
if __name__ == "env_py":
    run()
