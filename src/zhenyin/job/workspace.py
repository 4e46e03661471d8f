"""The workspace: settings, store, warehouse and jobs of one data folder, open together. Flows take a Workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from zhenyin.core import private_files
from zhenyin.core.migrations import upgrade
from zhenyin.core.settings import Settings
from zhenyin.core.store import Store
from zhenyin.core.store import connect as connect_store
from zhenyin.job.service import Jobs
from zhenyin.warehouse import gateway
from zhenyin.warehouse.gateway import Warehouse


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that is open. One process at a time has the workspace of a data folder (decision 0002)."""

    settings: Settings
    store: Store
    warehouse: Warehouse
    jobs: Jobs

    def close(self) -> None:
        """Stop the jobs, then shut the warehouse and the store."""
        self.jobs.close()
        self.warehouse.close()
        self.store.engine.dispose()
        private_files.secure(self.settings.data_dir)


def open_workspace(settings: Settings) -> Workspace:
    """Bring the store up to date, open the warehouse, and settle what a former process left unfinished."""
    private_files.secure(settings.data_dir)
    store = connect_store(settings)
    upgrade(store)
    jobs = Jobs(store, settings.zone)
    jobs.end_interrupted()
    return Workspace(settings, store, gateway.connect(settings), jobs)


@contextmanager
def opened(settings: Settings) -> Iterator[Workspace]:
    """The workspace for the length of a `with` block."""
    workspace = open_workspace(settings)
    try:
        yield workspace
    finally:
        workspace.close()
