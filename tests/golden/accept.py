"""python -m tests.golden.accept: what the golden journal makes today becomes what it is expected to make.

For people, who read the difference before they commit it.
"""

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from generator.build import Request, build
from generator.config.load import load
from generator.write.manifest import MANIFEST

HERE = Path(__file__).parent
JOURNAL, EXPECTED = HERE / "journal", HERE / "site"
TODAY = dt.date(2026, 3, 1)


def made() -> dict[str, bytes]:
    """Every file of the golden journal's site, but for the manifest of digests."""
    site, problems = load(JOURNAL, {})
    assert site is not None, problems
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "public"
        built = build(Request(folder=JOURNAL, site=site, output=output, today=TODAY))
        assert built.problems == (), built.problems
        found = files_in(output)
    del found[MANIFEST]
    return found


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}


def main() -> None:
    """Rewrite site/, and name what changed."""
    before, after = files_in(EXPECTED), made()
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            print("new    " if path not in before else "gone   " if path not in after else "changed", path)
    if EXPECTED.exists():
        shutil.rmtree(EXPECTED)
    for path, data in after.items():
        target = EXPECTED / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


if __name__ == "__main__":
    main()
