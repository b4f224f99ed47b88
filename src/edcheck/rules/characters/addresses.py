"""Web addresses in running text, in which `&` and `%` mean something else."""


def in_address(text: str, place: int) -> bool:
    """Tell whether the word before `place`, joined to it, is the beginning of an address."""
    words = text[max(place - 200, 0) : place].split()
    if not words or text[place - 1].isspace():
        return False
    return "://" in words[-1] or "?" in words[-1] or words[-1].startswith("www.")
