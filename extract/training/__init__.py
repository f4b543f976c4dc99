"""How the reading model that ships with Parley is made (needs the train extra)."""
