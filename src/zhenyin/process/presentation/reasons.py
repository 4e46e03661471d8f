"""Why there is no answer yet."""

from zhenyin.core.schema import Unavailable
from zhenyin.core.words import Words

NO_EVENTS = Unavailable(
    reason=Words(
        "还没有事件记录。请导入带处理过程的工单或事件日志。", "There are no events. Import tickets with their history."
    )
)
NO_TEAMS = Unavailable(
    reason=Words(
        "还没有记录处理组的事件。请导入带处理组的处理过程。",
        "No teams are on record. Import tickets with the teams of their history.",
    )
)
NOTHING_RESOLVED = Unavailable(reason=Words("所选工单中还没有已解决的。", "None of these tickets is resolved yet."))
