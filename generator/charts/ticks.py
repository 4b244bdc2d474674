"""Ticks: the dates below a chart, as many as there is room for."""

from generator.charts.plot import Tick, Unit
from generator.charts.scale import Days, day_ticks, month_ticks


def ticks(xs: Days, most: int) -> tuple[Tick, ...]:
    """Firsts of months or of years; days, whole weeks apart, where there are not even two months."""
    months = month_ticks(xs.first, xs.last, most)
    if len(months) < 2:
        return tuple(Tick(day, xs.at(day), "day") for day in day_ticks(xs.first, xs.last, min(most, 6)))
    unit: Unit = "year" if all(month.month == 1 for month in months) else "month"
    return tuple(Tick(month, xs.at(month), unit) for month in months)
