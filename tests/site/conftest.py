"""The sample site and the tools that it is checked with: made by install.sh, and a visible skip without it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .sample import sample_site
from .server import serve

PACKAGES = Path(__file__).parent / "node_modules"


def tool(path: str) -> str:
    """A tool's path below node_modules; without it the test skips, and fails in CI."""
    found = PACKAGES / path
    if not found.exists():
        if os.environ.get("CI"):
            pytest.fail(f"CI needs {path}: tests/site/install.sh")
        pytest.skip(f"{path} is not here: tests/site/install.sh")
    return str(found)


def java() -> str:
    """Java, on the same terms."""
    found = shutil.which("java")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Java: tests/site/install.sh")
        pytest.skip("there is no Java here")
    return found


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, for a server."""
    return sample_site(tmp_path_factory.mktemp("sample") / "public")


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, to be read from a disk."""
    return sample_site(tmp_path_factory.mktemp("offline") / "public", offline=True)


@pytest.fixture(scope="session", params=["/", "/repo/"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site's address, at the top of a server and below a path."""
    folder = sample_site(tmp_path_factory.mktemp("served") / "public", f"https://example.org{request.param}")
    with serve(folder, request.param) as url:
        yield url
