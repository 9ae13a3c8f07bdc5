"""A body weight as a person types it."""

from hamcore.screens.settings import BODY_WEIGHT_KG
from hamcore.units import Load, LoadUnit, from_kg, parse_decimal


def read_body_weight(typed: str, unit: LoadUnit) -> Load | str:
    """The weight in ``typed``, in ``unit``, or what has to be changed before it is one. A comma may part the fraction.

    >>> read_body_weight("82,5", LoadUnit.KG)
    Load(value=Decimal('82.5'), unit=<LoadUnit.KG: 'kg'>)
    """
    value = parse_decimal(typed.strip().replace(",", "."))
    lo, hi = BODY_WEIGHT_KG
    if value is None or not float(lo) <= Load(value, unit).kg <= float(hi):
        least, most = (round(from_kg(float(end), unit)) for end in (lo, hi))
        example = "82.5" if unit is LoadUnit.KG else "181"
        return f"A body weight is a number from {least} to {most} {unit}, such as {example}."
    return Load(value, unit)
