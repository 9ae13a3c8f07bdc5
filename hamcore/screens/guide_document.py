"""What the guided stretching session is drawn from, and what comes back from it.

Plain JSON values only; every text is ready to be shown. The session itself lives in the browser: which stretches in
which order, where it stands, the running clock. The page hands over what can be chosen and what is known of what was
done; the browser sends each hold once it is over, and keeps it until it is acknowledged.

The document has two parts: `GuideFixed` is what can be chosen, `GuideNews` what became of the holds. Its offers change
with what is done already, and therefore travel with the news; the rest stays for the day.
"""

from typing import Any, Literal, NotRequired, TypedDict

Side = Literal["", "left", "right"]
When = Literal["after_training", "off_day"]


class GuideStretch(TypedDict):
    """One stretch that can be chosen.

    ``note`` says its dose (``"15–30 s, each side"``). ``hold_s`` or ``reps`` is its range as ``[lo, hi]``, the other
    None; ``pace_s`` is how long one repetition takes. ``nerve`` says in words that it is a nerve technique, empty for
    stretches. ``closed`` says why it is not suggested now and where to turn, empty if it is; ``closed_by`` names the
    symptoms that would close it. ``movement`` is what the drawn athlete needs, None without a drawing.
    """

    key: str
    name: str
    note: str
    how_to: list[str]
    mistakes: list[str]
    stop_signs: list[str]
    nerve: str
    each_side: bool
    hold_s: list[int] | None
    reps: list[int] | None
    pace_s: int
    closed: str
    closed_by: list[str]
    movement: dict[str, Any] | None


class GuideItem(TypedDict):
    """One stretch of a session: ``rounds`` per side, each of ``amount`` seconds (or repetitions, as the stretch is).

    ``on`` says whether it is chosen to begin with; ``why`` in few words why it is or is not (``"in your routine
    today"``), or is empty.
    """

    key: str
    rounds: int
    amount: int
    on: bool
    why: str


class GuideOffer(TypedDict):
    """A session to start: when it is, what belongs to it in order.

    ``word`` is the button's, ``note`` one line under it, ``warning`` what speaks against it now (long static holds
    before heavy hinges), empty for none.
    """

    when: When
    word: str
    note: str
    warning: str
    items: list[GuideItem]


class GuideSymptom(TypedDict):
    """Something that can be reported: its signs, what it closes, and where to turn."""

    kind: str
    title: str
    signs: list[str]
    stops: str
    turn_to: list[str]


class GuideLimits(TypedDict):
    """Ranges with both ends inside: seconds of a hold as accepted, repetitions, rounds."""

    hold_s: list[int]
    reps: list[int]
    rounds: list[int]


class GuideFixed(TypedDict):
    """What can be chosen. ``today`` is an ISO date; ``offered`` the ``when`` to show first.

    ``closed`` says why no session is offered at all and where to turn, empty if one is. ``segments`` and ``model`` are
    those of the drawn athlete.
    """

    today: str
    offered: When
    offers: list[GuideOffer]
    stretches: list[GuideStretch]
    closed: str
    symptoms: list[GuideSymptom]
    limits: GuideLimits
    segments: dict[str, float]
    model: dict[str, Any]


class Ack(TypedDict):
    """A tap that is stored."""

    id: str


class Refusal(TypedDict):
    """A tap that was not stored because of what it says."""

    id: str
    message: str


class GuideNews(TypedDict):
    """What became of the taps; ``trouble`` says why some could not be stored just now, empty if they could.

    ``client`` and ``seq`` are those of the last message that was read.
    """

    client: str
    seq: int
    acked: list[Ack]
    refused: list[Refusal]
    trouble: str


class GuideTap(TypedDict):
    """One event of the browser. ``id`` is made there; ``at`` is local wall-clock time ``YYYY-MM-DDTHH:MM:SS``.

    ``log``: ``day``, ``stretch``, ``side``, ``when`` and either ``seconds`` or ``reps``; its ``id`` is the hold's.
    ``delete``, ``restore``: ``of``, the id of the hold. ``symptom``: ``kind``; its ``id`` is the report's.
    """

    id: str
    op: Literal["log", "delete", "restore", "symptom"]
    at: str
    day: NotRequired[str]
    stretch: NotRequired[str]
    side: NotRequired[Side]
    when: NotRequired[When]
    seconds: NotRequired[int]
    reps: NotRequired[int]
    of: NotRequired[str]
    kind: NotRequired[str]


class GuideValue(TypedDict):
    """What the browser holds and the server may not have yet: ``events`` in order, oldest first."""

    client: str
    seq: int
    events: list[GuideTap]
