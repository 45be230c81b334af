#!/usr/bin/env python
"""Run the archive's commands; in development mode unless SSCOOP_MODE says otherwise."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sscoop.settings")
    os.environ.setdefault("SSCOOP_MODE", "development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
