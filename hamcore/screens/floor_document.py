"""The document the gym floor is drawn from, and what comes back from it.

Plain JSON values only. Every load is a string of plain digits with a point (``"122.5"``), empty for the body alone, in
the unit beside it; every text is ready to be shown. The browser adds to this document what was tapped since, so that
a tap shows at once; ``acked`` tells it which taps the document already holds.
"""

from typing import Any, Literal, NotRequired, TypedDict

Side = Literal["", "left", "right"]
Tone = Literal["good", "look", "neutral", "error"]


class Choice(TypedDict):
    """One value that can be chosen, and the word for it."""

    value: str
    word: str


class Paragraph(TypedDict):
    """A titled group of lines."""

    title: str
    lines: list[str]


class Headline(TypedDict):
    """The target: large ``load`` (``"122.5"``, empty without one), ``unit``, ``reps`` (``"6–8"``), and what changes.

    ``change`` is a short state (``"+2.5 kg"``, ``"Same load"``), ``tone`` its colour, empty for none; ``direction``
    draws the arrow beside it.
    """

    load: str
    unit: str
    reps: str
    change: str
    tone: Tone
    direction: Literal["up", "level", "down", ""]


class Row(TypedDict):
    """One set, planned or done, in the order they are to be done: warm-ups first, then the working sets.

    ``kind`` ``extra``: beyond the plan. ``number`` counts from 1 within warm-ups / other sets of the exercise and
    ``side``, over the sets there are (done ones first); ``label`` is what the round mark says (``"W"``, ``"2"``).
    ``set_no`` is 0 while planned. ``reps`` of a planned set is what one tap logs, None if the person has to say it;
    ``reps_words`` the range (``"6–8"``). ``rir`` 0 to 10 or None, ``form`` a ``Form`` value or empty, ``tempo``
    ``"3-1-1-0"`` or empty, ``type`` a ``SetType`` value. ``detail`` a quiet word of the row (``"record"``).
    ``text`` is shown instead of load and repetitions where a set was timed; such a set can be deleted, not edited.
    ``plates`` (``"20 + 20 + 10"``, per side) is of planned sets, ``rest_s`` (0: no rest starts) of a done set that of
    a further one.
    """

    kind: Literal["warm_up", "working", "extra"]
    number: int
    label: str
    side: Side
    state: Literal["planned", "done"]
    set_no: int
    load: str
    unit: str
    reps: int | None
    reps_words: str
    rir: float | None
    form: str
    tempo: str
    type: str
    note: str
    detail: str
    text: str
    plates: str
    rest_s: int


class Allow(TypedDict):
    """What a set of this exercise can be. ``types_note`` says why a technique is not among the types, or is empty."""

    types: list[Choice]
    types_note: str
    forms: list[Choice]


class Swap(TypedDict):
    """An exercise that can stand in: how near it is (``group``, the same for those in a row) and what it needs."""

    key: str
    name: str
    group: str
    why: str


class Limits(TypedDict):
    """The largest numbers a set may have (the smallest: load and RIR 0, repetitions 1); the note in letters."""

    load: float
    reps: int
    rir: float
    note: int


class FloorExercise(TypedDict):
    """One exercise of the workout.

    ``superset`` is ``"A1"``, ``"A2"`` ... or empty. ``load_lead`` and ``load_tail`` stand before the number and after
    the unit (``"+"``; ``"per hand"``, ``"help"``). ``reason`` is one line, ``reasoning`` all of it. ``plates`` is of
    the target, ``plates_for`` of every load in ``loads`` (the loadable loads around the target, lightest first, as
    the minus and plus buttons walk them); ``step`` is used beyond their ends. ``stop`` is a stop sign that replaces
    the suggestion, empty if none. ``reason_then`` stands in place of ``reason`` once a set is done, or is empty.
    ``asks`` is what a person has to say before the first set where nothing is suggested. ``least`` is the lightest load
    a set can have, ``"0"`` for help that has to be said, empty where none need be. ``is_removable``: it was added by
    the person and can be taken out again before its first set.
    """

    key: str
    name: str
    function: str
    function_word: str
    place: str
    superset: str
    is_skipped: bool
    headline: Headline
    reason: str
    reason_then: str
    reasoning: list[Paragraph]
    last: str
    plates: str
    plates_for: dict[str, str]
    cues: list[str]
    bar_note: str
    stop: str
    load_lead: str
    load_tail: str
    unit: str
    loads: list[str]
    step: str
    asks: Literal["load", "help", ""]
    least: str
    is_removable: bool
    each_side: bool
    allow: Allow
    limits: Limits
    swaps: list[Swap]
    rest_words: str
    rows: list[Row]


class Ack(TypedDict):
    """A tap that is stored; ``set_no`` of the set it made or changed, 0 for other taps."""

    id: str
    set_no: int


class Refusal(TypedDict):
    """A tap that was not stored because of what it says; ``set_no`` of the set that is there in its place."""

    id: str
    message: str
    set_no: NotRequired[int]


class Preview(TypedDict):
    """What would follow from the edit or deletion asked about under ``id``."""

    id: str
    lines: list[Paragraph]


class FloorDocument(TypedDict):
    """One open workout. ``mode`` ``past``: edited afterwards, nothing starts by itself and every change is shown first.

    ``current`` is the key of the exercise to show first. ``address`` leads back to this page from elsewhere
    (``"/workout?workout=..."``). ``trouble`` says why taps could not be stored just now, empty if they could.
    """

    workout_id: str
    mode: Literal["live", "past"]
    unit: str
    title: str
    address: str
    exercises: list[FloorExercise]
    current: str
    summary: str
    acked: list[Ack]
    refused: list[Refusal]
    conflicts: list[Refusal]
    trouble: str
    preview: Preview | None


class Tap(TypedDict):
    """One event of the browser. ``id`` is made there; ``at`` is local wall-clock time ``YYYY-MM-DDTHH:MM:SS``.

    ``log``: ``exercise``, ``number``, ``kind`` and the values of the set. ``edit``: all values of the set ``set_no``,
    or of the set made by tap ``of`` where its number is not known yet. ``delete``, ``restore``: the same two.
    ``keep_both``: ``log`` is the refused tap, to be stored beside the other. ``skip``, ``unskip``: ``exercise``.
    ``move``: ``order``, all exercise keys. ``swap``: ``exercise`` and ``to``. ``superset``: ``exercise`` and ``to``,
    the exercise it is done in turn with, empty for alone. ``remove``: ``exercise``; ``add`` puts it back to its
    place in ``order``. ``finish``: nothing more.
    """

    id: str
    op: Literal[
        "log",
        "edit",
        "delete",
        "restore",
        "keep_both",
        "skip",
        "unskip",
        "move",
        "swap",
        "superset",
        "remove",
        "add",
        "finish",
    ]
    at: str
    exercise: NotRequired[str]
    number: NotRequired[int]
    kind: NotRequired[str]
    side: NotRequired[str]
    load: NotRequired[str]
    unit: NotRequired[str]
    reps: NotRequired[int]
    rir: NotRequired[float | None]
    form: NotRequired[str]
    tempo: NotRequired[str]
    type: NotRequired[str]
    note: NotRequired[str]
    set_no: NotRequired[int]
    of: NotRequired[str]
    to: NotRequired[str]
    order: NotRequired[list[str]]
    log: NotRequired[dict[str, Any]]


class FloorValue(TypedDict):
    """What the browser holds and the server may not have yet: ``events`` in order, oldest first.

    ``current`` is the exercise on view. ``preview`` is an ``edit`` or ``delete`` tap that is only asked about.
    """

    client: str
    seq: int
    workout_id: str
    events: list[Tap]
    current: str
    preview: Tap | None
