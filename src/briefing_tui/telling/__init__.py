"""Records in a person's words, one line or all of them; every string is safe for a terminal. The screen and the command line both tell so."""
