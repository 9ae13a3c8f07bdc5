"""A routine in an address: ``?routine=`` and a text that holds the whole share file, compressed.

Opening such an address shows the routine; nothing is written until the person keeps it.
"""

import base64
import json
import zlib

from hamcore.catalog import Catalog
from hamcore.interchange.routine_file import MAX_BYTES, SharedRoutine, document, from_document
from hamcore.model.routine import Routine
from hamcore.problems import Problem

PARAMETER = "routine"
MAX_LINK = 16_000
"""The longest text that is read. What browsers and servers pass on at least is about 8,000 characters."""
_WHERE = "The link"
_FORM = "1."
_WORDS = (
    b'{"hamcore_routine":1,"names":{"standing_forward_bend":"Standing forward bend","seated_forward_bend":"Seated '
    b'forward bend","lying_towel_stretch":"Lying towel stretch","hamstring_scoop":"Standing hamstring scoop",'
    b'"hamstring_flossing":"Hamstring flossing","barbell_deadlift":"Barbell deadlift","romanian_deadlift":"Romanian '
    b'deadlift","kettlebell_swing":"Kettlebell swing","lying_leg_curl":"Lying leg curl","seated_leg_curl":"Seated leg '
    b'curl"},"routine":{"id":"","name":"","why":"","sources":["source_article"],"days":[{"weekday":"tuesday","name":'
    b'"wednesday""friday""saturday""sunday""thursday""monday","items":[{"stretch":"","rounds":2,"hold_s":[15,30]},'
    b'"reps":[8,10]"progression":{"kind":"load","exposures":2,"step":"2.5 kg"},"technique":"rest_pause","superset":1,'
    b'"alternatives":["name:"],{"exercise":"barbell_deadlift","sets":3,"reps":[6,8],"rest_s":[120,180],"tempo":'
    b'[2,1,1,1]},{"exercise":"seated_leg_curl","sets":3,"reps":[10,12],"rest_s":[60,90],"tempo":[3,0,1,1]}]}]}}'
)
"""What most routines hold, so that it need not be in the link. Never changed: links that are out there stand on it."""


def link_text(routine: Routine, catalog: Catalog) -> str:
    """The text to put behind ``?routine=``: letters, digits, dots, dashes and underscores alone.

    >>> from hamcore.catalog import Catalog
    >>> link_text(Routine("mine", "My week", "", ()), Catalog({}, {}, {}, {}, {}, {}))[:2]
    '1.'
    """
    plain = json.dumps(document(routine, catalog), ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(9, zdict=_WORDS)
    packed = packer.compress(plain.encode("utf-8", "replace")) + packer.flush()
    return _FORM + base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def read_link(text: str, catalog: Catalog) -> SharedRoutine:
    """The routine in the text of a link. Writes nothing, never raises; what unpacks to too much is not unpacked.

    >>> from hamcore.catalog import Catalog
    >>> read_link("no link", Catalog({}, {}, {}, {}, {}, {})).problems[0].message
    'is not one of a HamCore routine; ask for it again, or for the file'
    """
    if len(text) > MAX_LINK:
        return _refused(f"is longer than {MAX_LINK:,} characters")
    if not text.startswith(_FORM):
        return _refused("is not one of a HamCore routine; ask for it again, or for the file")
    plain = _unpacked(text.removeprefix(_FORM))
    if plain is None:
        return _refused("is damaged or was cut short; ask for it again, or for the file")
    try:
        values = json.loads(plain)
    except (ValueError, RecursionError):
        return _refused("holds something else than a routine")
    return from_document(values, _WHERE, catalog)


def _unpacked(text: str) -> bytes | None:
    """The bytes in the text; None if it is damaged, cut short, or holds more than a share file may."""
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        opener = zlib.decompressobj(zdict=_WORDS)
        plain = opener.decompress(packed, MAX_BYTES)
    except (ValueError, zlib.error):
        return None
    return plain if opener.eof and not opener.unused_data else None


def _refused(message: str) -> SharedRoutine:
    return SharedRoutine(None, (Problem(_WHERE, message),))
