"""Options of a command line, as C's function of that name reads them."""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option is not known, or its argument is missing."""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options with their arguments, and the words behind them."""
    options = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _one(options, args, shortopts, longopts)
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As `getopt`; options may stand behind other words."""
    options, words = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    stop_early = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix("+")
    while args:
        if args[0] == "--":
            words += args[1:]
            break
        if args[0].startswith("-") and args[0] != "-":
            args = _one(options, args, shortopts, longopts)
        elif stop_early:
            words += args
            break
        else:
            words.append(args[0])
            args = args[1:]
    return options, words


def _one(options, args, shortopts, longopts):
    if args[0].startswith("--"):
        return _long(options, args[0][2:], longopts, args[1:])
    return _short(options, args[0][1:], shortopts, args[1:])


def _long(options, option, longopts, args):
    option, equals, argument = option.partition("=")
    takes, option = _full_name(option, longopts)
    if takes:
        if not equals:
            if not args:
                raise GetoptError(f"option --{option} requires argument", option)
            argument, args = args[0], args[1:]
    elif equals:
        raise GetoptError(f"option --{option} must not have an argument", option)
    options.append(("--" + option, argument))
    return args


def _full_name(option, longopts):
    possible = [name for name in longopts if name.startswith(option)]
    if not possible:
        raise GetoptError(f"option --{option} not recognized", option)
    if option in possible:
        return False, option
    if option + "=" in possible:
        return True, option
    if len(possible) > 1:
        raise GetoptError(f"option --{option} not a unique prefix", option)
    return possible[0].endswith("="), possible[0].removesuffix("=")


def _short(options, letters, shortopts, args):
    while letters:
        letter, letters = letters[0], letters[1:]
        place = shortopts.find(letter) if letter != ":" else -1
        if place < 0:
            raise GetoptError(f"option -{letter} not recognized", letter)
        argument = ""
        if shortopts.startswith(":", place + 1):
            if not letters:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters, args = args[0], args[1:]
            argument, letters = letters, ""
        options.append(("-" + letter, argument))
    return args
