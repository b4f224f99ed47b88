"""Which reports are asked for, and where each goes."""

from collections.abc import Iterable

import click

from edcheck.records import dataclass
from edcheck.reports import REPORTERS


@dataclass(frozen=True, slots=True)
class Order:
    """One `-r FORMAT=FILE`; `file` is empty for standard output, which `-` stands for on the command line."""

    format: str
    file: str = ""


def parse_orders(reports: Iterable[str]) -> list[Order]:
    """Understand the values of `-r`; raises click.UsageError for what cannot be done."""
    orders = []
    for value in reports or ("terminal",):
        name, _, file = value.partition("=")
        file = "" if file == "-" else file
        if name not in REPORTERS:
            from difflib import get_close_matches

            close = get_close_matches(name, REPORTERS, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"formats are {', '.join(REPORTERS)}"
            raise click.BadParameter(f"there is no format “{name}”; {hint}", param_hint="-r")
        if name == "html" and not file:
            raise click.BadParameter("an HTML report needs a file: -r html=FILE", param_hint="-r")
        orders.append(Order(name, file))
    for file in {order.file for order in orders}:
        if sum(order.file == file for order in orders) > 1:
            where = f"to {file}" if file else "to the terminal"
            raise click.BadParameter(f"two reports cannot both go {where}", param_hint="-r")
    return orders
