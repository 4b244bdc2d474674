"""The wheel carries everything that a build needs, outside the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _run(*command: str, cwd: Path, path: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SMALLWINS_", "PYTHON"))}
    if path:
        environment["PYTHONPATH"] = path
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_builds_a_new_journal_in_an_environment_of_its_own(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--no-deps", "--no-build-isolation")
    made = _run(*pip, "--quiet", "--wheel-dir", str(wheels), str(ROOT), cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    (wheel,) = wheels.glob("smallwins-*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    # -S leaves the checkout's own installation out; the libraries come by path.
    python = (sys.executable, "-S", "-m", "generator")
    path = os.pathsep.join((str(installed), sysconfig.get_path("purelib")))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    where = _run(sys.executable, "-S", "-c", "import generator; print(generator.__file__)", cwd=elsewhere, path=path)
    assert where.stdout.startswith(str(installed)), where.stderr
    begun = _run(*python, "new", "site", "journal", "--today", "2026-02-15", cwd=elsewhere, path=path)
    assert begun.returncode == 0, begun.stderr
    built = _run(*python, "build", "-C", "journal", "--strict", "--today", "2026-02-15", cwd=elsewhere, path=path)
    assert built.returncode == 0, built.stderr
    page = (elsewhere / "journal/public/2026/02/15/index.html").read_text("utf-8")
    assert "Began this journal" in page
    assert (elsewhere / "journal/public/assets/site.css").stat().st_size > 1000
