"""Which name was meant: the nearest to a misspelt one among those that could stand there."""

import sys

_MOST_CANDIDATES = 750
_LONGEST_NAME = 40
_MOVE_COST = 2
_CASE_COST = 1


def suggestion(error, traceback, wrong_name):
    """The question that follows the message of an error: was another name meant, or was a module not imported?"""
    meant = suggest(error, traceback, wrong_name)
    text = f". Did you mean: '{meant}'?" if meant else ""
    if isinstance(error, NameError) and wrong_name in sys.stdlib_module_names:
        text += f" Or did you forget to import '{wrong_name}'?" if meant else \
            f". Did you forget to import '{wrong_name}'?"
    return text


def suggest(error, traceback, wrong_name):
    """The name that an AttributeError, NameError or ImportError probably means, or None."""
    if not isinstance(wrong_name, str):
        return None
    try:
        if isinstance(error, AttributeError):
            names = _attributes(error.obj, traceback, wrong_name)
        elif isinstance(error, ImportError):
            names = _public(dir(__import__(error.name)), wrong_name)
        else:
            frame = _last_frame(traceback)
            instance = frame.f_locals.get("self")
            if instance is not None and _has(instance, wrong_name):
                return f"self.{wrong_name}"
            names = [*frame.f_locals, *frame.f_globals, *frame.f_builtins]
    except Exception:
        return None
    return _nearest(names, wrong_name)


def _last_frame(traceback):
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback.tb_frame


def _has(instance, name):
    try:
        return hasattr(instance, name)
    except Exception:
        return False


def _attributes(obj, traceback, wrong_name):
    try:
        names = dir(obj)
    except TypeError:
        # Attributes that cannot be sorted; sorting is not needed here.
        names = [*type(obj).__dict__, *getattr(obj, "__dict__", ())]
    names = sorted(name for name in names if isinstance(name, str))
    # A method may have meant the private names of its object.
    if traceback is not None and _last_frame(traceback).f_locals.get("self") is obj and obj is not None:
        return names
    return _public(names, wrong_name)


def _public(names, wrong_name):
    if wrong_name.startswith("_"):
        return names
    return [name for name in names if not name.startswith("_")]


def _nearest(names, wrong_name):
    if len(names) > _MOST_CANDIDATES or len(wrong_name) > _LONGEST_NAME:
        return None
    nearest, distance = None, None
    for name in names:
        if name == wrong_name:
            continue
        limit = (len(name) + len(wrong_name) + 3) * _MOVE_COST // 6
        if distance is not None:
            limit = min(limit, distance - 1)
        found = _distance(wrong_name, name, limit)
        if found <= limit:
            nearest, distance = name, found
    return nearest


def _distance(first, second, limit):
    """The cost of the cheapest way from one name to the other, or anything above `limit`."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    if not first or not second:
        return _MOVE_COST * (len(first) + len(second))
    if max(len(first), len(second)) > _LONGEST_NAME or abs(len(first) - len(second)) * _MOVE_COST > limit:
        return limit + 1
    # The table of costs, row by row: row[j] is the cost from the letters of `first` so far to second[:j].
    row = [_MOVE_COST * count for count in range(len(second) + 1)]
    for letter in first:
        above_left, row[0] = row[0], row[0] + _MOVE_COST
        for column, other in enumerate(second, 1):
            replaced = above_left + _replacement_cost(letter, other)
            above_left = row[column]
            row[column] = min(replaced, row[column - 1] + _MOVE_COST, above_left + _MOVE_COST)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _replacement_cost(letter, other):
    if letter == other:
        return 0
    return _CASE_COST if letter.lower() == other.lower() else _MOVE_COST
