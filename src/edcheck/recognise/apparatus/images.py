"""Pictures of an edition that are not where its documents say.

Whoever checks the texts alone has not got the pictures: so single pictures count as lost only where most of them
are there. In a book all are there that belong to it.
"""

from collections import defaultdict

from edcheck.model import LostImage
from edcheck.model.naming import BETWEEN
from edcheck.recognise.apparatus.shared import SharedApparatus


def find_lost_images(apparatus: SharedApparatus) -> list[LostImage]:
    """The lost pictures of all documents, each target of a document once, in order."""
    found = sum(ties.images_found for ties in apparatus.ties)
    missing = sum(not lost.other_case for ties in apparatus.ties for lost in ties.lost_images)
    lost_images = []
    for document, (facts, ties) in enumerate(zip(apparatus.facts, apparatus.ties, strict=True)):
        told = missing <= found or BETWEEN in facts.path
        by_target: defaultdict[str, list[LostImage]] = defaultdict(list)
        for lost in ties.lost_images:
            if told or lost.other_case:
                by_target[lost.target].append(lost)
        for first, *others in by_target.values():
            places = tuple(apparatus.span(document, other.place) for other in others)
            place = apparatus.span(document, first.place)
            lost_images.append(LostImage(first.target, place, first.right, first.other_case, places))
    return lost_images
