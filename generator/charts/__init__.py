"""Charts: numbers become geometry.

A chart takes frozen records and gives back frozen records that a template can draw without
arithmetic: where a stone lies, where a cell stands, what path a line takes. There is no HTML
here, no colour, and no word of any language; the theme adds those.

    scale      positions for numbers and days, and round values for gridlines
    wall       wins as dry-stone courses
    calendar   a year's days, weeks as columns
    trail      the way of a measured goal (way), with its milestones and pauses (flags), as plots (plot)
    curve      the strength of a habit
    balance    what each month stood for, as a stream of values
    thread     wins through goals to values
    soft       soft lines, and bands between two of them
    ticks      the dates below a chart
    labels     where words stand so that no two meet

Everything is a pure function: the same journal always draws the same picture.
"""
