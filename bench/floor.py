"""The floor: pairs `[n]` with `n.` by two regular expressions and knows nothing else."""

import re
import sys
from collections import Counter
from pathlib import Path

for name in sys.argv[1:]:
    text = Path(name).read_text(encoding="utf-8", errors="replace")
    references = re.findall(r"\[(\d+)\]", text)
    notes = re.findall(r"(?m)^(?:<p>)?(?:<a [^>]*>)?(\d+)\.", text)
    for number in sorted(set(references) ^ set(notes), key=int):
        print(f"{name}: {number} has no partner")
    for number, count in Counter(notes).items():
        if count > 1:
            print(f"{name}: {number} stands {count} times")
