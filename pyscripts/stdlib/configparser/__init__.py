"""Files of settings: sections with names and values.

`_parser` has the parsers, `_reading` reads a file, `_interpolation` resolves references in values, `_views` shows sections
as mappings, `_errors` is what can be wrong.
"""

from configparser._errors import (
    DEFAULTSECT, MAX_INTERPOLATION_DEPTH, UNNAMED_SECTION, DuplicateOptionError, DuplicateSectionError, Error,
    InterpolationDepthError, InterpolationError, InterpolationMissingOptionError, InterpolationSyntaxError,
    InvalidWriteError, MissingSectionHeaderError, MultilineContinuationError, NoOptionError, NoSectionError, ParsingError,
    UnnamedSectionDisabledError,
)
from configparser._interpolation import BasicInterpolation, ExtendedInterpolation, Interpolation
from configparser._parser import ConfigParser, RawConfigParser
from configparser._views import ConverterMapping, SectionProxy

__all__ = (
    "NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
    "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
    "MissingSectionHeaderError", "MultilineContinuationError", "UnnamedSectionDisabledError", "InvalidWriteError",
    "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation", "ExtendedInterpolation",
    "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION",
)

# Where a class is written is nobody's concern outside.
for _class in list(globals().values()):
    if isinstance(_class, type):
        _class.__module__ = __name__
