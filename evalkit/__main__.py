"""`python -m evalkit` is `evalkit`."""

import os
import sys

if __name__ == "__main__":
    # `-m` puts the folder one stands in first: a file of a stranger there, such as yaml.py, would
    # be run. Where this package itself lies there, it is ours.
    package = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  # imports nothing
    if not sys.flags.safe_path and sys.path[0] != os.path.dirname(package):  # noqa: PTH120
        del sys.path[0]

    from evalkit.cli import main

    main()
