"""What must not be published: pictures that can't be cleared of what they tell, and files that hold a secret."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from generator.base.origin import Origin
from generator.base.problem import Problem
from generator.journal.secrets import Secret
from generator.render.artifact import Artifact
from generator.write.audit import Audit
from generator.write.metadata import PICTURES
from generator.write.metadata.damaged import DamagedError
from generator.write.site import bytes_of


def sound(files: Iterable[Artifact], folder: Path, damaged: dict[str, Problem]) -> Iterator[Artifact]:
    """The files that can be published; what is wrong with the others is put into `damaged`, by path. `folder` is the
    journal's."""
    for file in files:
        try:
            if file.picture:
                bytes_of(file)
        except DamagedError as error:
            place = Origin(file.source.relative_to(folder).as_posix() if file.source else file.path)
            hint = "save it anew, as JPEG, PNG, WebP or GIF"
            damaged[file.path] = Problem("media-damaged", place, f"{error}; it is left out", hint)
        else:
            yield file


def told(secrets: Sequence[Secret], output: Path, standing: Collection[str]) -> Iterator[Problem]:
    """The secrets that are told by files that are `standing` below `output`."""
    if secrets and standing:
        yield from Audit(secrets).look((path, (output / path).read_bytes()) for path in standing)


def held_back(secrets: Sequence[Secret], coming: Iterable[Artifact], found: list[Problem]) -> Iterator[Artifact]:
    """The files that are `coming`, but for those that would tell a secret: it is `found`, and reaches no disk."""
    audit = Audit(secrets) if secrets else None
    for file in coming:
        said = audit.look([(file.path, b"" if file.path.endswith(PICTURES) else bytes_of(file))]) if audit else ()
        if wrong := list(said):
            found += wrong
        else:
            yield file
