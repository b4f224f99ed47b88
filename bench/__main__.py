"""`python -m bench`: measure and print a Markdown table; with `--stages`, what each stage of a check costs."""

from bench.report import main

main()
