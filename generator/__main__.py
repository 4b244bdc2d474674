"""`python -m generator` is `smallwins`."""

from generator.cli.main import main

main()
