"""Until when a place counted by the Julian calendar, so that settings can name the place instead of the day."""

import datetime

_DAY = datetime.date
LAST_JULIAN_DAYS: dict[str, datetime.date] = {
    "austria": _DAY(1583, 10, 15),
    "bavaria": _DAY(1583, 10, 15),
    "bohemia": _DAY(1584, 1, 16),
    "britain": _DAY(1752, 9, 13),
    "bulgaria": _DAY(1916, 4, 13),
    "denmark": _DAY(1700, 2, 28),
    "finland": _DAY(1753, 2, 28),
    "france": _DAY(1582, 12, 19),
    "greece": _DAY(1923, 2, 28),
    "hungary": _DAY(1587, 10, 31),
    "italy": _DAY(1582, 10, 14),
    "norway": _DAY(1700, 2, 28),
    "poland": _DAY(1582, 10, 14),
    "portugal": _DAY(1582, 10, 14),
    "protestant-germany": _DAY(1700, 2, 28),
    "prussia": _DAY(1610, 9, 1),
    "romania": _DAY(1919, 4, 13),
    "russia": _DAY(1918, 2, 13),
    "serbia": _DAY(1919, 1, 27),
    "spain": _DAY(1582, 10, 14),
    "sweden": _DAY(1753, 2, 28),
}
"""The last day of the Julian calendar by place, as the Gregorian calendar counts it: in Britain 2 September 1752
in the Old Style, which the 14th followed, so the 13th."""


def check_place(value: object) -> object:
    """Let a place pass whose change of calendars is known; raises ValueError for any other, with the likeliest."""
    if not isinstance(value, str) or value in LAST_JULIAN_DAYS:
        return value
    from difflib import get_close_matches

    close = get_close_matches(value.lower(), LAST_JULIAN_DAYS, 1)
    hint = f"did you mean “{close[0]}”?" if close else f"known are {', '.join(LAST_JULIAN_DAYS)}"
    raise ValueError(f"“{value}” is no place whose change of calendars is known; {hint}; else set julian-until")
