"""`python -m silang`: the command line where the console script is not on the path."""

from silang.cli import main

main()
