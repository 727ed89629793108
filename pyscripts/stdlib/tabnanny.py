"""Finds files whose indentation means something else when tabs are of another width."""

import os
import sys
import tokenize

__version__ = "6"
__all__ = ["check", "NannyNag", "process_tokens"]

verbose = 0
filename_only = 0


class NannyNag(Exception):
    """An indentation is ambiguous."""

    def __init__(self, lineno, msg, line):
        self.lineno, self.msg, self.line = lineno, msg, line

    def get_lineno(self):
        return self.lineno

    def get_msg(self):
        return self.msg

    def get_line(self):
        return self.line


def check(file):
    """Check a file, or the Python files of a folder; print what is wrong."""
    if os.path.isdir(file) and not os.path.islink(file):
        if verbose:
            print(f"{file!r}: listing directory")
        for name in os.listdir(file):
            path = os.path.join(file, name)
            if os.path.isdir(path) and not os.path.islink(path) or name.lower().endswith(".py"):
                check(path)
        return
    try:
        source = tokenize.open(file)
    except OSError as error:
        _complain(f"{file!r}: I/O Error: {error}")
        return
    if verbose > 1:
        print(f"checking {file!r} ...")
    with source:
        try:
            try:
                process_tokens(tokenize.generate_tokens(source.readline))
            except TabError as error:
                # What no width of tabs can make right, the tokenizer refuses by itself.
                source.seek(0)
                lines = source.read().split("\n")
                raise NannyNag(error.lineno, error.msg, lines[error.lineno - 1])
        except tokenize.TokenError as error:
            _complain(f"{file!r}: Token Error: {error}")
        except IndentationError as error:
            _complain(f"{file!r}: Indentation Error: {error}")
        except SyntaxError as error:
            _complain(f"{file!r}: Token Error: {error}")
        except NannyNag as nag:
            line = nag.get_line()
            if verbose:
                print(f"{file!r}: *** Line {nag.get_lineno()}: trouble in tab city! ***")
                print(f"offending line: {line!r}")
                print(nag.get_msg())
            elif filename_only:
                print(file)
            else:
                shown = f'"{file}"' if " " in file else file
                print(shown, nag.get_lineno(), repr(line))
        else:
            if verbose:
                print(f"{file!r}: Clean bill of health.")


def _complain(message):
    print(message, file=sys.stderr)


class Whitespace:
    """An indentation, which is as wide as its tabs make it."""

    def __init__(self, ws):
        self.raw = ws
        self.text = ws[:len(ws) - len(ws.lstrip(" \t"))]

    def width(self, tab):
        return len(self.text.expandtabs(tab))

    def _differences(self, other, wrong):
        longest = max(len(self.text), len(other.text)) + 1
        widths = [(tab, self.width(tab), other.width(tab)) for tab in range(1, longest + 1)]
        return [one for one in widths if wrong(*one[1:])]

    def not_equal_witness(self, other):
        return self._differences(other, lambda mine, theirs: mine != theirs)

    def not_less_witness(self, other):
        return self._differences(other, lambda mine, theirs: mine >= theirs)

    def equal(self, other):
        return not self.not_equal_witness(other)

    def less(self, other):
        return not self.not_less_witness(other)


def format_witnesses(w):
    sizes = [str(one[0]) for one in w]
    return f"at tab size{'s' if len(w) > 1 else ''} {', '.join(sizes)}"


def process_tokens(tokens):
    """Check tokens; a NannyNag tells of the first ambiguous indentation."""
    indents = [Whitespace("")]
    at_line_start = False
    for kind, token, start, _, line in tokens:
        if kind == tokenize.NEWLINE:
            at_line_start = True
        elif kind == tokenize.INDENT:
            at_line_start = False
            here = Whitespace(token)
            if not indents[-1].less(here):
                witness = indents[-1].not_less_witness(here)
                raise NannyNag(start[0], "indent not greater e.g. " + format_witnesses(witness), line)
            indents.append(here)
        elif kind == tokenize.DEDENT:
            at_line_start = True
            del indents[-1]
        elif at_line_start and kind not in (tokenize.COMMENT, tokenize.NL):
            at_line_start = False
            here = Whitespace(line)
            if not indents[-1].equal(here):
                witness = indents[-1].not_equal_witness(here)
                raise NannyNag(start[0], "indent not equal e.g. " + format_witnesses(witness), line)


def main():
    import getopt

    global verbose, filename_only
    try:
        options, words = getopt.getopt(sys.argv[1:], "qv")
    except getopt.error as error:
        sys.exit(str(error))
    for option, _ in options:
        filename_only += option == "-q"
        verbose += option == "-v"
    if not words:
        sys.exit(f"Usage: {sys.argv[0]} [-v] file_or_directory ...")
    for word in words:
        check(word)


if __name__ == "__main__":
    main()
