"""The only writer of content/: it keeps every byte that it does not mean to change."""
