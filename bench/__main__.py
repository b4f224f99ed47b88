"""`python -m bench`: measure and print a Markdown table."""

from bench.report import main

main()
