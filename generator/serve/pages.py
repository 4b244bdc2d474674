"""The site's files, as a browser may have them: never anything outside the folder, and nothing hidden in it."""

import os
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_NOTHING_YET = b"<!doctype html><html lang=en><meta charset=utf-8><title>Nothing to show yet</title>"
_NOTHING_YET += b"<h1>Nothing to show yet</h1><p>What stands in the way is said where the preview was begun.</p>"


class Pages(StaticFiles):
    """The files below a folder, which may come to be later. Browsers keep none without asking whether it changed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)

    async def check_config(self) -> None:
        """A folder that is not there yet is fine."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file that answers to a url, the page of a folder, or the site's page for what there is none of."""
        if any(part.startswith(".") for part in Path(path).parts):
            return self._missing(scope)
        if scope["path"].endswith("/"):
            path = os.path.join(path, "index.html")  # noqa: PTH118  # as the base class has it
        try:
            response = await super().get_response(path, scope)
        except HTTPException as wrong:
            if wrong.status_code != 404:
                raise
            response = self._elsewhere(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response

    def _elsewhere(self, path: str, scope: Scope) -> Response:
        """A folder without its last slash leads to its page."""
        try:
            _, status = self.lookup_path(os.path.join(path, "index.html"))  # noqa: PTH118
        except (OSError, ValueError):  # no file could have such a name
            status = None
        if status is not None and not scope["path"].endswith("/"):
            url = quote(scope["path"].rpartition("/")[2]) + "/"
            return Response(status_code=307, headers={"location": url})
        return self._missing(scope)

    def _missing(self, scope: Scope) -> Response:
        path, status = self.lookup_path("404.html")
        if status is None:
            return HTMLResponse(_NOTHING_YET, 404)
        return self.file_response(path, status, scope, 404)
