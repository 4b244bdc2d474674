"""Where a host that builds the site says that it will stand: Netlify and Cloudflare Pages."""

from collections.abc import Mapping

VARIABLES = ("CONTEXT", "URL", "DEPLOY_PRIME_URL", "CF_PAGES", "CF_PAGES_URL", "CF_PAGES_BRANCH", "NETLIFY")
"""Of the environment, what they say it with."""
_MAIN = ("main", "master")


def address_variable(environment: Mapping[str, str], said: str) -> str | None:
    """The variable that knows where the site will stand, if any. `said` is site.yaml's own `base_url`: a preview stands
    elsewhere, and overrules it; the site itself stands where site.yaml says, if it does."""
    if environment.get("NETLIFY") and environment.get("CONTEXT"):
        name = "URL" if environment["CONTEXT"] == "production" else "DEPLOY_PRIME_URL"
        is_preview = name != "URL"
    elif environment.get("CF_PAGES"):
        name = "CF_PAGES_URL"
        is_preview = environment.get("CF_PAGES_BRANCH", "main") not in _MAIN
    else:
        return None
    return name if environment.get(name) and (is_preview or not said) else None
