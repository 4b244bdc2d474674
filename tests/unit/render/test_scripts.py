"""A theme's scripts: two files, each in a scope of its own, and a theme's own in place of its parent's."""

from tests.conftest import Site

WIN = "days/2026-02-10.md", "+ A\n"


def scripts(site: Site) -> dict[str, str]:
    site.write(*WIN)
    assert site.build().problems == ()
    return {path: data.decode() for path, data in site.files().items() if path in ("assets/head.js", "assets/site.js")}


def test_every_script_is_in_one_file_or_the_other(site: Site) -> None:
    found = scripts(site)
    assert found.keys() == {"assets/head.js", "assets/site.js"}
    assert "startWall" in found["assets/site.js"]
    assert "SCHEME" in found["assets/head.js"]
    assert "SCHEME" not in found["assets/site.js"]
    for text in found.values():
        assert text.startswith('(() => {\n"use strict";\n')
        assert text.endswith("})();\n")


def test_a_theme_takes_a_script_s_place_and_adds_one(site: Site) -> None:
    """Empty, it switches the behaviour off."""
    site.write("site.yaml", "title: A test\ntheme: mine\n")
    site.write("themes/mine/theme.yaml", "name: mine\napi: 1\nparent: drystone\n")
    site.write("themes/mine/scripts/wall.js", "")
    site.write("themes/mine/scripts/hello.js", "document.title += 1;\n")
    site.write("themes/mine/scripts/head/scheme.js", "// none\n")
    found = scripts(site)
    assert "startWall" not in found["assets/site.js"]
    assert "document.title += 1;" in found["assets/site.js"]
    assert "startSearch" in found["assets/site.js"]
    assert "SCHEME" not in found["assets/head.js"]


def test_a_folder_of_scripts_beside_the_journal_is_no_part_of_the_site(site: Site) -> None:
    folder = site.folder / "scripts"
    folder.mkdir()
    (folder / "deploy.js").write_text("secret()\n", "utf-8")
    assert "secret" not in "".join(scripts(site).values())
