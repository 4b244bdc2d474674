"""Peers from their registries, each in a folder of its own."""

import subprocess
import sys
from pathlib import Path


def from_pypi(folder: Path, *requirements: str) -> Path:
    """Python packages in an environment of their own; its bin/."""
    _once(
        folder,
        requirements,
        (sys.executable, "-m", "venv", "--clear", str(folder)),
        (str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements),
    )
    return folder / "bin"


def from_npm(folder: Path, *requirements: str) -> Path:
    """Node packages in an environment of their own; its node_modules/."""
    install = ("npm", "install", "--prefix", str(folder), "--silent", "--no-audit", "--no-fund", *requirements)
    _once(folder, requirements, install)
    return folder / "node_modules"


def _once(folder: Path, requirements: tuple[str, ...], *commands: tuple[str, ...]) -> None:
    """Run the commands, unless the same requirements are there already."""
    done = folder / "installed.txt"
    wanted = "\n".join(requirements)
    if done.is_file() and done.read_text("utf-8") == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for command in commands:
        subprocess.run(command, check=True)
    done.write_text(wanted, "utf-8")
