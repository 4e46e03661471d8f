"""History of a problem as sentences, one function per kind of event, in both languages."""

from collections.abc import Callable
from typing import Any

from zhenyin.core.words import Words
from zhenyin.problem import history
from zhenyin.problem.models import Dossier, Verdict
from zhenyin.problem.sentences import interval, percent
from zhenyin.problem.slices import values_of
from zhenyin.problem.vocabulary import GRADES, OUTCOMES, STAGES
from zhenyin.stats.effects import Effect

_FIELDS: dict[history.EditableField, Words] = {
    "title": Words("标题", "title"),
    "description": Words("描述", "description"),
    "owner": Words("负责人", "owner"),
    "due": Words("期限", "due date"),
}


def sentence(event: history.HistoryEvent, dossier: Dossier) -> Words:
    """What happened, in one line. dossier: whose actions hold the verdicts that the line quotes."""
    if isinstance(event.data, history.Judged):
        return _judged(event.data, _verdict(dossier, event.data.action_id))
    return _SENTENCES[type(event.data)](event.data)


def why_reopened(reopening: history.Reopening) -> Words:
    """The reason for which a problem was reopened by itself."""
    match reopening:
        case history.ReopenedBySignal(where=where, ratio=ratio):
            named = values_of(where) if where else Words("全部", "everything")
            return Words(
                f"新的预警：{named.zh}（× {ratio:.1f}）",
                f"A new signal: {named.en} (× {ratio:.1f})",
            )
        case history.ReopenedByFigure(weeks=weeks):
            by = interval(Effect(reopening.ratio, reopening.low, reopening.high, 0.0))
            return Words(
                f"最近 {weeks} 周比验证时的水平变化 {by}，措施没有守住。",
                f"In the last {weeks} weeks the figure moved by {by} from the level that was verified: "
                "the fix did not hold.",
            )
        case history.ReopenedByVerdict(title=title, outcome=outcome):
            return Words(f"{title}：{OUTCOMES[outcome].zh}", f"{title}: {OUTCOMES[outcome].en.lower()}")


def _reopened(data: history.Reopening) -> Words:
    return _moved(history.Moved("reopened"), why_reopened(data))


def _moved(data: history.Moved, why: Words | None = None) -> Words:
    title = STAGES[data.stage]
    if why is None and data.reason:
        why = Words(data.reason, data.reason)
    moved = Words(f"转为“{title.zh}”", f"Moved to {title.en.lower()}")
    return Words(f"{moved.zh}：{why.zh}", f"{moved.en}: {why.en}") if why else moved


def _edited(data: history.Edited) -> Words:
    title = _FIELDS[data.field]
    return Words(f"{title.zh}改为“{data.value or '无'}”", f"Set the {title.en} to “{data.value or 'none'}”")


def _cause_stated(data: history.CauseStated) -> Words:
    title = GRADES[data.grade]
    return Words(f"根因（{title.zh}）：{data.text}", f"Cause ({title.en.lower()}): {data.text}")


def _action_saved(data: history.ActionSaved) -> Words:
    aim = percent(data.target)
    zh = "" if data.compared else "，无对照范围，只用去年同期"
    en = "" if data.compared else ", no comparison slice, last year alone"
    return Words(
        f"保存措施“{data.title}”：目标 {aim}，{data.start} 开始，观察 {data.window_weeks} 周{zh}，"
        f"{data.judge_on} 给出结论",
        f"Saved the action “{data.title}”: target {aim}, from {data.start}, {data.window_weeks} weeks{en}, "
        f"to be judged on {data.judge_on}",
    )


def _judged(data: history.Judged, verdict: Verdict | None) -> Words:
    outcome = OUTCOMES[data.outcome]
    head = Words(f"“{data.title}”{outcome.zh}。", f"“{data.title}”: {outcome.en.lower()}.")
    return head if verdict is None else Words(head.zh + verdict.sentence.zh, f"{head.en} {verdict.sentence.en}")


def _verdict(dossier: Dossier, action_id: str | None) -> Verdict | None:
    return next((action.verdict for action in dossier.actions if action.id == action_id), None)


_SENTENCES: dict[type, Callable[[Any], Words]] = {
    history.Created: lambda _: Words("创建了问题", "Made the problem"),
    history.Edited: _edited,
    history.Moved: _moved,
    history.ReopenedBySignal: _reopened,
    history.ReopenedByFigure: _reopened,
    history.ReopenedByVerdict: _reopened,
    history.TicketsAdded: lambda d: Words(f"加入 {d.count} 条工单", f"Added {d.count} tickets"),
    history.TicketsRemoved: lambda d: Words(f"移出 {d.count} 条工单", f"Took {d.count} tickets out"),
    history.CauseStated: _cause_stated,
    history.CauseConfirmed: lambda d: Words(f"确认了根因：{d.text}", f"Confirmed the cause: {d.text}"),
    history.ActionSaved: _action_saved,
    history.ActionCancelled: lambda d: Words(f"取消措施“{d.title}”：{d.reason}", f"Cancelled “{d.title}”: {d.reason}"),
    history.Note: lambda d: d.text,
}
