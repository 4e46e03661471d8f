"""One signal as an answer: its evidence, its newest tickets, and what was done about it."""

from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.problem import service as problems
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket import service as tickets
from zhenyin.ticket.presentation import present_brief, present_totals
from zhenyin.watch import service
from zhenyin.watch.presentation import SignalDetailResponse, present_detail

_TICKETS = 20


def signal_detail(workspace: Workspace, signal_id: str) -> SignalDetailResponse:
    """A signal with its evidence. Raises NotFound (`signal-unknown`)."""
    with workspace.store.read() as db:
        signal = service.get(db, signal_id)
        actions = problems.get(db, signal.problem_id).actions if signal.problem_id else ()
    finding = signal.finding
    period = Period.read(f"{finding.since}..{finding.until}", finding.until)
    # What the figure counts, where it counts tickets; a list of other tickets would have another length.
    counted_in = finding.metric if METRICS[finding.metric].numerator.fact == "tickets" else None
    page = tickets.search(
        workspace.warehouse,
        filters=Filter.of_slice(finding.where),
        period=period,
        limit=_TICKETS,
        counted_in=counted_in,
    )
    plans = [action.plan for action in actions if action.cancelled is None]
    return present_detail(
        signal, workspace.settings, [present_brief(row) for row in page.tickets], present_totals(page.totals), plans
    )
