"""A person's own history of one exercise, for its page."""

from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.rules.records import RecordKind
from hamcore.screens.lift_choice import offers
from hamcore.screens.wording import ago_words, sets_in
from hamcore.screens.words import count_words, day_words

LAST_SESSIONS = 3
_BEST_WORDS = {
    RecordKind.E1RM: "Best estimate",
    RecordKind.HEAVIEST: "Heaviest",
    RecordKind.MOST_REPS: "Most reps at a load",
    RecordKind.HEAVIEST_FOR_REPS: "Heaviest for its reps",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One session or best: what was done, when."""

    what: str
    detail: str
    day: str


@dataclass(frozen=True, slots=True)
class OwnHistory:
    """The last sessions and the newest bests; ``lift`` is the entry of the Lifts page, empty if never logged."""

    summary: str
    sessions: tuple[HistoryLine, ...]
    bests: tuple[HistoryLine, ...]
    lift: str


def own_history(state: AthleteState, key: str, today: date) -> OwnHistory:
    """What the person logged of an exercise up to today."""
    history, unit = state.history(key), state.settings.load_unit
    done = history.until(today)
    if not done:
        return OwnHistory("Not logged yet. Your last sessions and best sets will stand here.", (), (), "")
    sessions = tuple(
        HistoryLine(sets_in(one.sets, unit), count_words(len(one.sets), "working set"), day_words(one.day, today))
        for one in reversed(done[-LAST_SESSIONS:])
    )
    newest = {record.kind: record for record in history.records_until(today)}
    bests = tuple(
        HistoryLine(
            sets_in([newest[kind].entry], unit),
            "Least help so far" if kind is RecordKind.HEAVIEST and not history.rules.more_is_harder else words,
            day_words(newest[kind].entry.day, today),
        )
        for kind, words in _BEST_WORDS.items()
        if kind in newest and kind in (RecordKind.E1RM, RecordKind.HEAVIEST)
    )
    ago = ago_words((today - done[-1].day).days)
    lift = next((offer.words for offer in offers(state) if offer.lifts == (key,)), "")
    return OwnHistory(f"{count_words(len(done), 'session')}, the last one {ago}.", sessions, bests, lift)
