"""What is said of a picture that cannot be cleared of metadata."""


class DamagedError(Exception):
    """Why, in words."""
