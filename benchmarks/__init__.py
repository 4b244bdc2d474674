"""What a build costs: a seeded journal maker and what is timed on it."""
