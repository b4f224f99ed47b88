"""Which names of encodings can be trusted to turn any bytes into text."""

import codecs


def check_encoding(name: str) -> str:
    """Return the name of a text encoding as given, or as Python knows it where only browsers know the name.

    Raises ValueError where no text can be read with it.
    """
    # Imported here: the table of names is long, and most runs name no encoding.
    from edcheck.text.labels import codec_of

    codec = codec_of(name)
    if codec is None:
        raise ValueError(f"“{name}” is no encoding that texts are read with; try utf-8, cp1252 or utf-16")
    try:
        codecs.lookup(name)
    except LookupError:
        return codec
    return name
