"""`python -m doctest FILE...`."""

import os
import sys

from . import FAIL_FAST, testfile, testmod


def main():
    """Test the files named on the command line."""
    import argparse
    parser = argparse.ArgumentParser(prog="python -m doctest", description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", default=False,
                        help="print very verbose output for all tests")
    parser.add_argument("-f", "--fail-fast", action="store_true", help="stop running tests after first failure")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    options = parser.parse_args()
    flags = FAIL_FAST if options.fail_fast else 0
    for filename in options.file:
        if filename.endswith(".py"):
            folder, name = os.path.split(filename)
            sys.path.insert(0, folder)
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=options.verbose, optionflags=flags)
        else:
            failures, _ = testfile(filename, module_relative=False, verbose=options.verbose, optionflags=flags)
        if failures:
            return 1
    return 0


sys.exit(main())
