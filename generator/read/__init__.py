"""Files → entries: find them, read the front matter, make HTML of the body. Problems on the way are values."""
