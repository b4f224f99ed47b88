"""`python -m edcheck`."""

from edcheck.cli import main

if __name__ == "__main__":
    main()
