"""The classes of faults, a file for each family: what a fault is, and how it comes into a text."""

from bench.accuracy.planters import characters, dates, editions, labels, links, marks, structure, words
from bench.accuracy.planting import Planter

CLASSES: dict[str, Planter] = {
    **labels.PLANTERS,
    **links.PLANTERS,
    **dates.PLANTERS,
    **marks.PLANTERS,
    **words.PLANTERS,
    **characters.PLANTERS,
    **structure.PLANTERS,
    **editions.PLANTERS,
}
"""Every class of fault by its name, in the order of the table."""
