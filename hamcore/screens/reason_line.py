"""Why this load, in one line: a sentence for each rule, made of the sets and figures of the recommendation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hamcore.catalog import Catalog
from hamcore.model.exercise import LoadKind
from hamcore.rules.recommendation import Outcome, Recommendation, RuleId
from hamcore.screens.coach_facts import latest, load_or_body, on_day, reps_words
from hamcore.screens.safety_words import stop_words
from hamcore.screens.wording import difference_words, load_in, percent
from hamcore.screens.words import THIN, count_words, load_words
from hamcore.units import Load, LoadUnit


def reason(rec: Recommendation, catalog: Catalog, unit: LoadUnit, today: date) -> str:
    """Why this load, in one line."""
    said = Said(rec, catalog, unit, today)
    line = _LINES[rec.rule](said)
    return f"{line} {said.rounding}".rstrip()


@dataclass(frozen=True, slots=True)
class Said:
    """The parts that the lines are made of."""

    rec: Recommendation
    catalog: Catalog
    unit: LoadUnit
    today: date

    def number(self, name: str) -> float:
        """A figure of the recommendation; 0 where it is not there."""
        return dict(self.rec.numbers).get(name, 0.0)

    @property
    def when(self) -> str:
        """The day of the last workout looked at."""
        return on_day(self.rec.facts[-1].day, self.today) if self.rec.facts else "last time"

    @property
    def reps(self) -> str:
        """The repetitions of the last workout looked at."""
        return reps_words(latest(self.rec.facts)) if self.rec.facts else ""

    @property
    def done(self) -> str:
        """What was done last: repetitions, load, day."""
        return f"{self.reps} {self.at_last} {self.when}"

    @property
    def at_last(self) -> str:
        """The last load after the right word for it."""
        if self.rec.last_load is None or not self.rec.last_load.value:
            return "with body weight alone" if self.moves_body else "without a noted load"
        return f"{'with' if self.is_helped else 'at'} {load_in(self.rec.last_load, self.unit)}{self._help}"

    @property
    def _help(self) -> str:
        return " of help" if self.is_helped else ""

    @property
    def is_helped(self) -> bool:
        """Whether the load is help."""
        return self._kind is LoadKind.ASSISTED

    @property
    def moves_body(self) -> bool:
        """Whether the body is what is moved."""
        return self._kind in (LoadKind.BODY_WEIGHT, LoadKind.ASSISTED)

    @property
    def _kind(self) -> LoadKind | None:
        exercise = self.catalog.exercises.get(self.rec.exercise)
        return exercise.load_kind if exercise else None

    @property
    def target(self) -> str:
        """The load to use next."""
        return load_or_body(self.rec.load, self.unit) + (self._help if self.rec.load else "")

    @property
    def range(self) -> str:
        """The planned range."""
        lo, hi = round(self.number("reps_lo")), round(self.number("reps_hi"))
        return str(lo) if lo == hi else f"{lo}–{hi}"

    @property
    def step(self) -> str:
        """The change of load, without its sign; empty where it cannot be told."""
        return difference_words(self.rec.last_load or self._nothing, self.rec.load or self._nothing)

    @property
    def _nothing(self) -> Load:
        return Load(Decimal(0), self.unit)

    @property
    def others(self) -> str:
        """The names of the exercises to turn to, one of which is enough."""
        *more, last = [self.catalog.short_name(key) for key in self.rec.turn_to] or [""]
        return f"{', '.join(more)} or {last}" if more else last

    @property
    def rounding(self) -> str:
        """That a load which stays cannot be made, and what it is rounded to; empty where it was not rounded."""
        way = self.number("rounded")
        if not way or self.rec.last_load is None:
            return ""
        exercise = self.catalog.exercises.get(self.rec.exercise)
        equipment = _EQUIPMENT.get(exercise.equipment if exercise else "", "plates")
        side = "above" if way > 0 else "below"
        done = load_in(self.rec.last_load, self.unit)
        return f"{done} cannot be made with your {equipment}; {self.target} is the nearest {side}."


_EQUIPMENT: Mapping[str, str] = {
    "dumbbell": "dumbbells",
    "machine": "machine steps",
    "cable": "cable steps",
    "kettlebell": "kettlebells",
}


def _step_load(said: Said) -> str:
    reached = f"You reached {said.done}"
    if said.number("tops_needed") > 1:
        reached += f", {count_words(round(said.number('tops')), 'time')} in a row"
    share = said.number("step_percent")
    line = f"{reached}, so {_more(said, percent(share / 100) if share else '')}"
    return f"{line} A harder exercise would do as well: {said.others}." if said.rec.turn_to else line


def _more(said: Said, size: str) -> str:
    if said.is_helped:
        return f"the help goes down to {load_words(said.rec.load)}." if said.rec.load else "it goes on without help."
    if not said.step:
        return f"the load goes up to {said.target}."
    step = f"{said.step[:-1]}, {size})" if size and said.step.endswith(")") else f"{said.step} ({size})"
    return f"the load goes up by {step if size else said.step}."


def _reps_first(said: Said) -> str:
    goal, share, cap = (round(said.number("goal_reps")), said.number("step_percent"), said.number("cap_percent"))
    if share > cap:
        why = f"The next load is {percent(share / 100)} more, and up to {percent(cap / 100)} keeps you in {said.range}"
        return f"{said.done}. {why}: go for {count_words(goal, 'repetition')} first."
    return f"{said.done}. Repetitions come first here: go for {goal} before more load."


def _confirm_top(said: Said) -> str:
    if said.number("tops") >= 1 and said.number("tops_needed") > said.number("tops"):
        times = round(said.number("tops_needed"))
        return f"You reached {said.done}. Your plan asks for that {times} times in a row: the same load once more."
    return f"{said.done}, with nothing left in reserve: the same load once more."


def _missed_twice(said: Said) -> str:
    under = f"Under {said.range} reps twice in a row, last {said.when} ({said.reps})"
    if said.rec.outcome is not Outcome.LESS:
        return (
            f"{under}. Nothing lighter can be loaded{f'; an easier exercise is {said.others}' if said.others else ''}."
        )
    return f"{under}, so {'the help goes up' if said.is_helped else 'the load goes down'} to {said.target}."


def _layoff(said: Said) -> str:
    days = round(said.number("gap_days"))
    if said.rec.load is None or said.number("share_percent") == 100:
        return f"{days} days since the last time: start at the bottom of the range and see."
    share = percent(said.number("share_percent") / 100)
    return f"{days} days since the last time, so it starts again at {said.target}, {share} of what it was."


def _deload(said: Said) -> str:
    now, planned = round(said.number("sets_now")), round(said.number("sets_planned"))
    return f"A lighter week: {now} of {count_words(planned, 'set')}, the load as {said.when}."


def _not_comparable(said: Said) -> str:
    done, planned = round(said.number("sets_done")), round(said.number("sets_planned"))
    return f"{done} of {count_words(planned, 'planned set')} {said.at_last} {said.when}, so it is the same again."


def _nothing_heavier(said: Said) -> str:
    way = f", or go on with {said.others}" if said.rec.turn_to else ""
    return f"{said.done}. Nothing heavier can be loaded: add a repetition{way}."


def _add_reps(said: Said) -> str:
    return (
        f"{said.done}: the same load, and a repetition more where there is room up to {round(said.number('reps_hi'))}."
    )


def _missed_once(said: Said) -> str:
    return f"{said.done}, under {said.range} in at least one set. Once changes nothing: the same load again."


def _first_time(said: Said) -> str:
    if said.is_helped:
        return "Nothing logged yet: choose so much help that you control every repetition of the range."
    if said.moves_body:
        return "Nothing logged yet: start with body weight alone, and with as many repetitions as you control."
    if not said.rec.targets:
        return (
            "Nothing logged yet, and nothing is planned under a name of your own: what you do now is shown next time."
        )
    return "Nothing logged yet: choose a load you control in every repetition of the range."


def _stopped(said: Said) -> str:
    kind = said.rec.stopped_by
    return stop_words(kind, said.catalog) if kind else "Something hurts: no load is suggested."


_LINES: Mapping[RuleId, Callable[[Said], str]] = {
    RuleId.RED_FLAG: _stopped,
    RuleId.PAIN: lambda said: f"You noted pain {said.when}. No load is suggested; you decide whether you try it.",
    RuleId.FIRST_TIME: _first_time,
    RuleId.NO_PLAN: lambda said: f"Nothing is planned for it, so it starts with what you did {said.when}.",
    RuleId.TIMED_WORK: lambda said: f"Logged as time or distance {said.when}, so nothing is computed.",
    RuleId.LONG_LAYOFF: _layoff,
    RuleId.LAYOFF: _layoff,
    RuleId.DELOAD: _deload,
    RuleId.BACK_ROUNDED: lambda said: (
        f"You noted a rounded back {said.when}: the same load over a shorter range, as far as the back stays still."
    ),
    RuleId.FORM_BROKE: lambda said: f"You noted that the form broke {said.when}: the same load again.",
    RuleId.NOT_COMPARABLE: _not_comparable,
    RuleId.MISSED_TWICE: _missed_twice,
    RuleId.MISSED_ONCE: _missed_once,
    RuleId.SLOWER_FIRST: lambda said: (
        f"You reached {said.done}: lower for {round(said.number('lower_s'))}{THIN}s before load grows."
    ),
    RuleId.REPS_FIRST: _reps_first,
    RuleId.NOTHING_HEAVIER: _nothing_heavier,
    RuleId.STEP_LOAD: _step_load,
    RuleId.CONFIRM_TOP: _confirm_top,
    RuleId.ADD_REPS: _add_reps,
    RuleId.HOLD_POWER: lambda said: f"{said.done}. Speed is the point here: the same load and repetitions, fast.",
}
