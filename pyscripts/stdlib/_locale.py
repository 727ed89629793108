"""The part of locale that is built in elsewhere."""

from locale import (
    CHAR_MAX, Error, LC_ALL, LC_COLLATE, LC_CTYPE, LC_MESSAGES, LC_MONETARY, LC_NUMERIC, LC_TIME, getencoding,
    localeconv, setlocale, strcoll, strxfrm,
)
