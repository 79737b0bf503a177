"""Who is meant: names, descriptions and pronouns joined to entities, and speakers to quotations."""

from quotekit.speakers.documents import with_writers
from quotekit.speakers.identify import identify
from quotekit.speakers.kinds import leaves_open
from quotekit.speakers.records import Cast, KnownEntity, Who
from quotekit.speakers.words import names_body, names_somebody

__all__ = [
    "Cast",
    "KnownEntity",
    "Who",
    "identify",
    "leaves_open",
    "names_body",
    "names_somebody",
    "with_writers",
]
