"""Hosts that build the site themselves from a repository: the few lines that they want to be told."""

NETLIFY = """\
# netlify.toml, beside site.yaml. Netlify then builds whenever you push.
[build]
  command = "pip install smallwins && smallwins build --strict"
  publish = "public"

[build.environment]
  PYTHON_VERSION = "3.12"
"""

CLOUDFLARE = """\
# Cloudflare Pages, Settings → Builds. It then builds whenever you push.
Build command:           pip install smallwins && smallwins build --strict
Build output directory:  public
Environment variable:    PYTHON_VERSION = 3.12
"""

GITLAB = """\
# .gitlab-ci.yml, beside site.yaml. A pipeline schedule (Build → Pipeline schedules) builds it once a day.
image: python:3.12-slim
pages:
  script:
    - pip install smallwins
    - smallwins build --strict --base-url "$CI_PAGES_URL"
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""

HOSTS = {"netlify": NETLIFY, "cloudflare": CLOUDFLARE, "gitlab": GITLAB}
