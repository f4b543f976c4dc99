"""The query editor that ``parley serve`` shows: YASGUI, vendored, offline."""
