"""Which column is the creation, and which the end: by its words; never a plan, an update, or the date of a thing."""

from fixtures_cases import table
from zhenyin.intake.matching import best_shape


@table("intake/creation.csv", ["names", "created", "ended"])
def test_the_moments_of_a_ticket_are_those_that_happened_to_it(names: str, created: str, ended: str) -> None:
    days = [f"2026-03-{day:02} 09:30:00" for day in range(1, 9)]
    first, *moments = names.split("|")
    found = best_shape({first: [f"A{n}" for n in range(8)], **dict.fromkeys(moments, days)}, ["tickets"]).targets()
    by_target = {target: column for column, target in found.items()}
    assert (by_target.get("created_at", ""), by_target.get("resolved_at", "")) == (created, ended)
