"""How wide a table and how many sheets a workbook may have: checked before anything is made of them."""

from zhenyin.core.errors import Invalid

MOST_COLUMNS = 5_000
"""What has more is no table of tickets; each column costs memory, and a match against the dictionary."""
MOST_SHEETS = 200


def require_width(what: str, columns: int) -> None:
    """Raises Invalid for a table that is wider than can be dealt with. what: the file or sheet."""
    if columns > MOST_COLUMNS:
        raise Invalid(
            "columns-too-many",
            en=f"{what} has {columns:,} columns; {MOST_COLUMNS:,} are the most. Export fewer, or turn the table.",
            zh=f"{what} 有 {columns:,} 列，最多 {MOST_COLUMNS:,} 列。请减少导出的列，或将行列转置。",
        )


def require_few_sheets(what: str, sheets: int) -> None:
    """Raises Invalid for a workbook with more sheets than anybody reads."""
    if sheets > MOST_SHEETS:
        raise Invalid(
            "sheets-too-many",
            en=f"{what} has {sheets:,} sheets; {MOST_SHEETS:,} are the most. Split the workbook.",
            zh=f"{what} 有 {sheets:,} 张工作表，最多 {MOST_SHEETS:,} 张。请拆分工作簿。",
        )
