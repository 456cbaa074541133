"""How the data that Silang carries was made: each script's docstring names its command."""
