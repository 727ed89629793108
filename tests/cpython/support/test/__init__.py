"""The package the suite's modules live in: `test.support` is ours, every other submodule the suite's own."""

import os

__path__.append(os.environ["CPYTHON_TESTS"])
