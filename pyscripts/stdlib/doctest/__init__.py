"""Examples in docstrings, run as tests."""

from ._checking import (
    COMPARISON_FLAGS, DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, FAIL_FAST, IGNORE_EXCEPTION_DETAIL,
    NORMALIZE_WHITESPACE, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, REPORT_UDIFF, REPORTING_FLAGS, SKIP,
    OutputChecker, register_optionflag,
)
from ._examples import DocTest, DocTestFinder, DocTestParser, Example
from ._running import (
    DebugRunner, DocFileSuite, DocTestFailure, DocTestRunner, DocTestSuite, TestResults, UnexpectedException,
    run_docstring_examples, testfile, testmod,
)
from ._scripts import debug, debug_src, script_from_examples, set_unittest_reportflags, testsource

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS",
    "SKIP", "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser",
    "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure", "UnexpectedException", "DebugRunner",
    "testmod", "testfile", "run_docstring_examples", "DocTestSuite",
    "DocFileSuite", "set_unittest_reportflags", "script_from_examples", "testsource", "debug_src", "debug",
]
