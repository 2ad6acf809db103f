"""People and claims told by chance: those who come after the people of the stories."""
