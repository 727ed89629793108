"""Command lines: what a program accepts, read from its arguments, with help texts and errors in the usual form.

A parser holds actions; an action says which arguments it takes and what becomes of them. `parse_known_args` walks over
the arguments once, giving options their values and letting the positionals that come between match as many as they
can.

`_parser` is the parser, `_run` its walk over the arguments, `_container` where arguments are added, `_actions` what becomes
of them, `_formatter` lays out help, `_common` is what all of these share.
"""

from argparse._actions import (
    Action, BooleanOptionalAction, FileType, _AppendAction, _AppendConstAction, _CountAction, _ExtendAction, _HelpAction,
    _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _VersionAction,
)
from argparse._common import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError, Namespace,
)
from argparse._container import _ActionsContainer, _ArgumentGroup, _MutuallyExclusiveGroup
from argparse._formatter import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter,
    RawTextHelpFormatter,
)
from argparse._parser import ArgumentParser

__version__ = "1.1"
__all__ = [
    "ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
    "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
    "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE",
]

# Where a class is written is nobody's concern outside.
for _class in list(globals().values()):
    if isinstance(_class, type):
        _class.__module__ = __name__
