"""How good edcheck is: one fault at a time is planted in well-formed texts, and what is found is counted."""
