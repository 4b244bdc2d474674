"""A free page, such as /about/."""

from typing import Annotated

from msgspec import Meta

from .fields import Text
from .keys import Fields


class Page(Fields, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of a file in pages/."""

    title: Annotated[Text, Meta(description="By default the file's name")] | None = None
    description: Annotated[str, Meta(description="One sentence for search engines and previews")] | None = None
