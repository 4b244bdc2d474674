"""What does not depend on the journal; pelicanconf.py has the rest."""

SITEURL = "https://example.org"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGIN_PATHS = ["."]
PLUGINS = ["journal"]
NAV = [("timeline", "Timeline"), ("goals", "Goals"), ("values", "Values")]

ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/"
YEAR_ARCHIVE_URL = "{date:%Y}/"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
TAG_URL = "{slug}/"
ARTICLE_SAVE_AS, YEAR_ARCHIVE_SAVE_AS, MONTH_ARCHIVE_SAVE_AS, TAG_SAVE_AS = (
    f"{url}index.html" for url in (ARTICLE_URL, YEAR_ARCHIVE_URL, MONTH_ARCHIVE_URL, TAG_URL)
)
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "timeline", "goals", "values", "sitemap"]
TIMELINE_SAVE_AS, GOALS_SAVE_AS, VALUES_SAVE_AS = (f"{name}/index.html" for name, _ in NAV)
SITEMAP_SAVE_AS = "sitemap.xml"

# Tags are "goals/goal-1" and "values/growth": a slug keeps its slash.
TAG_REGEX_SUBSTITUTIONS = [(r"\s+", "-")]
PAGINATED_TEMPLATES = {"tag": 100}
PAGINATION_PATTERNS = ((1, "{url}", "{save_as}"), (2, "{url}page/{number}/", "{base_name}/page/{number}/index.html"))

FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CACHE_PATH = "cache"
