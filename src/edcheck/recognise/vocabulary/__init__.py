"""Words counted and compared: where they stand, which names are near each other, how compounds are written."""
