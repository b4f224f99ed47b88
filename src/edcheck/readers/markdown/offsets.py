"""From bytes of UTF-8, in which the parser counts, to code points."""


class Offsets:
    """The code point at which a byte stands. Asked in rising order, all answers together take linear time.

    `text` is what the parser sees, `source` what stands there, code point for code point.
    """

    __slots__ = ("_ascii", "_byte", "_letter", "_text", "data")

    def __init__(self, text: str, source: str = "") -> None:
        self.data = text.encode()
        self._text = source or text
        self._ascii = len(self.data) == len(text)
        self._byte = self._letter = 0

    def at(self, byte: int) -> int:
        """The code point at a byte, from which the next ones are counted."""
        if self._ascii:
            return byte
        self._letter = self.ahead(byte)
        self._byte = byte
        return self._letter

    def read(self, start: int, end: int) -> tuple[int, str]:
        """The code point at which the bytes from `start` to `end` begin, and what they say."""
        if self._ascii:
            return start, self._text[start:end]
        low = self.at(start)
        high = self._letter = low + len(self.data[start:end].decode())
        self._byte = end
        return low, self._text[low:high]

    def ahead(self, byte: int) -> int:
        """The code point at a byte, asked out of turn."""
        if self._ascii:
            return byte
        if byte < self._byte:
            return self._letter - len(self.data[byte : self._byte].decode())
        return self._letter + len(self.data[self._byte : byte].decode())
