"""Facts as frozen records: exercises, muscles, routines, the training log, a person's settings."""
