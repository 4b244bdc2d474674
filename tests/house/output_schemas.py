"""What commands print with `--json`, as JSON Schemas in docs/schemas/, each from the type that is printed.

`python -m tests.house.output_schemas` writes them anew.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from generator.cli.report_json import Report
from generator.desk.info import Info
from generator.desk.listing import Listing
from generator.desk.morning import Morning

FOLDER = Path(__file__).parents[2] / "docs/schemas"
PRINTED: dict[str, type] = {"today": Morning, "list": Listing, "info": Info, "problems": Report}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `smallwins <name> --json` prints."""
    made: dict[str, Any] = json.loads(msgspec.json.encode(msgspec.json.schema(PRINTED[name])))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"smallwins-{name}", **made}


def main() -> None:
    for name in PRINTED:
        (FOLDER / f"{name}.schema.json").write_text(json.dumps(schema(name), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
