"""Files of other apps, made up on the spot."""

from datetime import date, timedelta
from pathlib import Path

HEVY_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)


def hevy_file(path: Path, weeks: int = 12, sets_a_day: int = 3) -> Path:
    """A Hevy export: every week a deadlift day and, three days later, a Romanian deadlift day with an own exercise."""
    rows = [HEVY_HEADER]
    for week in range(weeks):
        for offset, lift in ((0, "Deadlift (Barbell)"), (3, "Romanian Deadlift (Barbell)")):
            day = date(2026, 1, 5) + timedelta(days=7 * week + offset)
            start = f"{day.day} {day:%b %Y}, 18:05"
            load = (120 if offset == 0 else 90) + 2.5 * (week // 3)
            rows += [
                f'"Pull","{start}","{start}","","{lift}",,"",{place},"normal",{load},6,,,'
                for place in range(sets_a_day)
            ]
            rows.append(f'"Pull","{start}","{start}","","Sled *drag*",,"",0,"normal",40,10,,,')
    path.write_text("\n".join(rows), encoding="utf-8")
    return path
