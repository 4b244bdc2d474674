"""The ground floor: places, problems, slugs, urls and dates. Imports nothing of ours."""
