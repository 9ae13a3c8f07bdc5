"""Pure rules over definitions, log, settings and a given day: standard library only, no clock, no chance."""
