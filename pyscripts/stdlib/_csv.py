"""The part of csv that is built in elsewhere."""

from csv import (
    Error, field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer,
    QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS,
)
