"""Pictures are published without what they tell of their maker, and pixel for pixel as they were."""

import io
import struct
from typing import Any

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from generator.write.metadata import stripped
from generator.write.metadata.damaged import DamagedError
from tests.conftest import Site

CANARY = "Canary52.5200N13.4050E"
COMMENT = CANARY.encode()
Modes = {"jpg": ("RGB", "L", "CMYK"), "png": ("RGB", "RGBA", "P", "L", "1"), "webp": ("RGB", "RGBA"), "gif": ("P", "L")}


def drawn(mode: str) -> Image.Image:
    """A picture without symmetry, so that a turned one is another."""
    picture = Image.new("RGB", (19, 13))
    picture.putdata([(x * 13 % 256, y * 19 % 256, (x * y) % 256) for y in range(13) for x in range(19)])
    return picture.convert(mode)


def exif(turned: int) -> bytes:
    made = Image.Exif()
    made[0x0112] = turned
    made[0x010F] = CANARY
    made[0x9286] = CANARY
    made.get_ifd(0x8825)[1] = "N"
    made.get_ifd(0x8825)[29] = CANARY
    return made.tobytes()


def saved(kind: str, mode: str, turned: int = 1, **more: Any) -> bytes:
    """A picture that tells everything that its format lets it tell."""
    out, picture = io.BytesIO(), drawn(mode)
    if kind == "jpg":
        picture.save(out, "JPEG", exif=exif(turned), comment=COMMENT, xmp=COMMENT, quality=90, **more)
    elif kind == "png":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", CANARY)
        text.add_text("Comment", CANARY, zip=True)
        text.add_itxt("XML:com.adobe.xmp", CANARY)
        picture.save(out, "PNG", pnginfo=text, exif=exif(turned), **more)
    elif kind == "webp":
        picture.save(out, "WEBP", exif=exif(turned), xmp=COMMENT, lossless=True, **more)
    else:
        picture.save(out, "GIF", comment=COMMENT, **more)
    return out.getvalue()


def pixels(data: bytes) -> list[tuple[tuple[int, int], bytes, bytes]]:
    """Every frame as it is decoded, before and after it is turned."""
    picture = Image.open(io.BytesIO(data))
    found = []
    for number in range(getattr(picture, "n_frames", 1)):
        picture.seek(number)
        upright = ImageOps.exif_transpose(picture)
        found.append((picture.size, picture.convert("RGBA").tobytes(), upright.convert("RGBA").tobytes()))
    return found


@pytest.mark.parametrize("turned", [1, 6])
@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind, modes in Modes.items() for mode in modes])
def test_nothing_is_told_and_every_pixel_stays(kind: str, mode: str, turned: int) -> None:
    before = saved(kind, mode, turned)
    after = stripped(before, f"a.{kind}")
    assert CANARY[:6].encode() not in after
    assert len(after) < len(before)
    assert pixels(after) == pixels(before)
    left = dict(Image.open(io.BytesIO(after)).getexif())
    assert left == ({0x0112: turned} if turned != 1 and kind != "gif" else {})
    assert stripped(after, f"a.{kind}") == after


@pytest.mark.parametrize("kind", ["png", "webp", "gif"])
def test_an_animation_runs_as_it_did(kind: str) -> None:
    frames = [drawn("RGB").rotate(90 * turn) for turn in range(3)]
    first, rest = frames[0], frames[1:]
    out = io.BytesIO()
    more: dict[str, Any] = {"comment": COMMENT} if kind == "gif" else {"exif": exif(1)}
    more |= {"lossless": True} if kind == "webp" else {}
    first.save(out, kind.upper(), save_all=True, append_images=rest, duration=[100, 200, 300], loop=3, **more)
    after = stripped(out.getvalue(), f"a.{kind}")
    assert b"Canary" not in after
    was, now = (Image.open(io.BytesIO(data)) for data in (out.getvalue(), after))
    assert getattr(now, "n_frames", 1) == 3
    assert now.info.get("loop") == was.info.get("loop")
    assert pixels(after) == pixels(out.getvalue())


def test_a_progressive_jpeg_with_a_colour_profile_and_something_behind_it() -> None:
    """The profile draws the picture, and stays; a thumbnail and a second picture behind the first go."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    before = saved("jpg", "RGB", progressive=True, icc_profile=profile)
    thumbnail = b"\xff\xe0" + struct.pack(">H", 14 + 2 + 3) + b"JFIF\0\1\1\0\0\1\0\1\1\1" + b"Can"
    irb = b"\xff\xed" + struct.pack(">H", 2 + 14 + len(COMMENT)) + b"Photoshop 3.0\0" + COMMENT
    before = before[:2] + thumbnail + irb + before[2:] + before
    after = stripped(before, "a.jpeg")
    assert b"Canary" not in after
    assert Image.open(io.BytesIO(after)).info["icc_profile"] == profile
    assert pixels(after) == pixels(before)
    assert after.count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize("kind", Modes)
def test_what_is_cut_off_is_not_published(kind: str) -> None:
    whole = saved(kind, Modes[kind][0])
    for size in range(12, len(whole) - 1, max(1, len(whole) // 40)):
        try:
            left = stripped(whole[:size], f"a.{kind}")
        except DamagedError:
            continue
        assert b"Canary" not in left


def test_what_is_called_a_picture_and_is_none() -> None:
    with pytest.raises(DamagedError):
        stripped(b"ftypheic and a place", "view.JPG")
    assert stripped(b"<svg/>", "a.svg") == b"<svg/>"


def test_a_picture_that_is_damaged_is_left_out_and_the_rest_is_built(site: Site) -> None:
    """
    == days/2026-02-15.md
    + Climbed the hill

    ![The view](../media/view.jpg) ![The hut](../media/hut.png)
    """
    site.write("media/x.txt", "")
    (site.folder / "content/media/view.jpg").write_bytes(saved("jpg", "RGB")[:200])
    (site.folder / "content/media/hut.png").write_bytes(saved("png", "RGB"))
    for _ in range(2):
        (problem,) = site.build().problems
        assert (problem.code, problem.is_error) == ("media-damaged", True)
        assert problem.origin.path == "content/media/view.jpg"
        files = site.files()
        assert "media/view.jpg" not in files
        assert b"Canary" not in files["media/hut.png"]
        assert "2026/02/15/index.html" in files
    (site.folder / "content/media/view.jpg").write_bytes(saved("jpg", "RGB"))
    assert site.build().problems == ()
    assert b"Canary" not in site.files()["media/view.jpg"]
