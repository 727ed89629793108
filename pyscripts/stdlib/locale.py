"""Customs of languages and countries: here those of the C locale alone.

Texts are Unicode and numbers have a point whatever the environment says, so `setlocale` knows "C" and its likes only.
"""

import os as _os
import re as _re

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll",
           "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE",
           "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "LC_MESSAGES", "CHAR_MAX", "getencoding", "delocalize",
           "localize"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_str = str


class Error(Exception):
    """A locale there is not."""


_KNOWN = {"": "C.UTF-8", "C": "C", "POSIX": "C", "C.UTF-8": "C.UTF-8", "C.utf8": "C.UTF-8"}
_NAMES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
_chosen = {category: "C" for category in range(LC_ALL)}
_chosen[LC_CTYPE] = "C.UTF-8"


def setlocale(category, locale=None):
    """Choose the locale of a category, or ask which it is; gives its name."""
    if not isinstance(category, int):
        raise TypeError(f"'{type(category).__name__}' object cannot be interpreted as an integer")
    if not LC_CTYPE <= category <= LC_ALL:
        raise Error("invalid locale category")
    if locale is not None:
        if not isinstance(locale, _str):
            parts = tuple(locale)
            if len(parts) != 2 or not all(part is None or isinstance(part, _str) for part in parts):
                raise TypeError("Locale must be None, a string, or an iterable of two strings -- "
                                "language code, encoding.") from None
            language, encoding = parts
            locale = language or "C"
            if encoding:
                locale += "." + encoding
        if category == LC_ALL and ";" in locale:
            wanted = dict(part.split("=", 1) for part in locale.split(";") if "=" in part)
        else:
            wanted = dict.fromkeys(_NAMES if category == LC_ALL else (_NAMES[category],), locale)
        if not all(name in _NAMES and value in _KNOWN for name, value in wanted.items()):
            raise Error("unsupported locale setting")
        for name, value in wanted.items():
            _chosen[_NAMES.index(name)] = _KNOWN[value]
    if category != LC_ALL:
        return _chosen[category]
    if len(set(_chosen.values())) == 1:
        return _chosen[LC_CTYPE]
    return ";".join(f"{name}={_chosen[each]}" for each, name in enumerate(_NAMES))


def getlocale(category=LC_CTYPE):
    """The language and the encoding of a category."""
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    return (None, None) if name == "C" else ("C", "UTF-8")


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    """The language and the encoding that the environment asks for."""
    for variable in envvars:
        name = _os.environ.get(variable)
        if name:
            break
    else:
        name = "C"
    if variable == "LANGUAGE":
        name = name.split(":")[0]
    language, _, encoding = normalize(name).partition(".")
    return (None if language == "C" and not encoding else language), encoding or None


def normalize(localename):
    """The name with its encoding written as usual."""
    language, dot, encoding = localename.partition(".")
    if encoding.lower().replace("-", "") == "utf8":
        encoding = "UTF-8"
    return language + dot + encoding


def getencoding():
    """The encoding of texts outside."""
    return "utf-8"


def getpreferredencoding(do_setlocale=True):
    """The encoding of texts outside."""
    return "utf-8"


# What nl_langinfo knows, as the C locale has it: numbers by kind (1 collation, 2 times, 4 money, 5 messages).
_WORDS = (
    [(name + number, text) for name, texts in (
        ("ABDAY_", "Sun Mon Tue Wed Thu Fri Sat"), ("DAY_", "Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
        ("ABMON_", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        ("MON_", "January February March April May June July August September October November December"),
    ) for number, text in ((_str(place), text) for place, text in enumerate(texts.split(), 1))]
    + [("AM_STR", "AM"), ("PM_STR", "PM"), ("D_T_FMT", "%a %b %e %H:%M:%S %Y"), ("D_FMT", "%m/%d/%y"),
       ("T_FMT", "%H:%M:%S"), ("T_FMT_AMPM", "%I:%M:%S %p"), ("ERA", ""), (None, ""), ("ERA_D_FMT", ""),
       ("ALT_DIGITS", ""), ("ERA_D_T_FMT", ""), ("ERA_T_FMT", "")]
)
_langinfo = {14: ("CODESET", "UTF-8"), 0x10000: ("RADIXCHAR", "."), 0x10001: ("THOUSEP", ""),
             0x4000F: ("CRNCYSTR", "-"), 0x50000: ("YESEXPR", "^[yY]"), 0x50001: ("NOEXPR", "^[nN]"),
             **{0x20000 + place: word for place, word in enumerate(_WORDS) if word[0]}}
globals().update({name: number for number, (name, _) in _langinfo.items()})


def nl_langinfo(key, /):
    """A text of the locale, by a number like `DAY_1` or `CODESET`."""
    if not isinstance(key, int):
        raise TypeError(f"'{type(key).__name__}' object cannot be interpreted as an integer")
    try:
        return _langinfo[key][1]
    except KeyError:
        raise ValueError("unsupported langinfo constant") from None


def localeconv():
    """The customs of numbers and of money."""
    unset = dict.fromkeys(("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
                           "n_sep_by_space", "p_sign_posn", "n_sign_posn"), CHAR_MAX)
    empty = dict.fromkeys(("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep",
                           "positive_sign", "negative_sign", "thousands_sep"), "")
    return {"decimal_point": ".", "grouping": [], "mon_grouping": [], **empty, **unset}


def strcoll(string1, string2, /):
    """Which text comes first: negative, 0 or positive."""
    return (string1 > string2) - (string1 < string2)


def strxfrm(string, /):
    """A text that compares as `strcoll` does."""
    if "\0" in string:
        raise ValueError("embedded null character")
    return string


def _grouped(digits, separator, grouping):
    """The digits with separators after each group, counted from the right."""
    groups = []
    size = 0
    sizes = iter(grouping)
    while digits:
        step = next(sizes, None)
        if step == CHAR_MAX:
            break
        size = step or size
        if not size:
            break
        groups.append(digits[-size:])
        digits = digits[:-size]
    return separator.join(([digits] if digits else []) + groups[::-1])


_PERCENT = _re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%a]")


def _localized(text, grouping=False, monetary=False):
    customs = localeconv()
    point = customs["mon_decimal_point" if monetary else "decimal_point"] or "."
    separator = customs["mon_thousands_sep" if monetary else "thousands_sep"]
    match = _re.match(r"(\s*[-+]?)(\d+)(?:\.(\d*))?(.*)", text, _re.S)
    if match is None:
        return text
    before, whole, fraction, rest = match.groups()
    if grouping and separator:
        whole = _grouped(whole, separator, customs["mon_grouping" if monetary else "grouping"])
    return before + whole + ("" if fraction is None else point + fraction) + rest


def format_string(f, val, grouping=False, monetary=False):
    """`f % val`, the numbers by the customs."""
    percents = list(_PERCENT.finditer(f))
    if isinstance(val, dict):
        values = {name: value for name, value in val.items()}
        return _PERCENT.sub(lambda match: _percent(match, val, grouping, monetary), f) if values else f % val
    values = list(val) if isinstance(val, tuple) else [val]
    result, place, used = [], 0, 0
    for match in percents:
        result.append(f[place:match.start()])
        place = match.end()
        stars = match["modifiers"].count("*")
        count = 0 if match.group() == "%%" else stars + 1
        taken = tuple(values[used:used + count])
        used += count
        result.append(_percent(match, taken, grouping, monetary))
    if used < len(values):
        raise TypeError("not all arguments converted during string formatting")
    return "".join(result) + f[place:]


def _percent(match, values, grouping, monetary):
    text = match.group() % values
    return _localized(text, grouping, monetary) if match.group()[-1] in "eEfFgGdiu" else text


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money; the C locale has no customs for that."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float as text, by the customs."""
    return format_string("%.12g", val)


def delocalize(string):
    """The text of a number without customs."""
    customs = localeconv()
    if customs["thousands_sep"]:
        string = string.replace(customs["thousands_sep"], "")
    return string.replace(customs["decimal_point"], ".")


def localize(string, grouping=False, monetary=False):
    """The text of a number with the customs."""
    return _localized(string, grouping, monetary)


def atof(string, func=float):
    """A number of a text by the customs."""
    return func(delocalize(string))


def atoi(string):
    """An int of a text by the customs."""
    return int(delocalize(string))


from _natives import natives as _natives

_natives(globals(), "getencoding", "strcoll", "strxfrm", module="_locale")
