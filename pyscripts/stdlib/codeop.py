"""Whether text that is typed in is a whole statement, or needs another line."""

import __future__

__all__ = ["compile_command", "Compile", "CommandCompiler"]

# The flags of compile(): text that could go on is a special error, and blocks end with an empty line.
PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ONLY_AST = 0x400
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000

_features = [getattr(__future__, name) for name in __future__.all_feature_names]


def _maybe_compile(compiler, source, filename, symbol):
    import warnings

    for line in source.split("\n"):
        line = line.strip()
        if line and line[0] != "#":
            break  # there is something in it
    else:
        if symbol != "eval":
            source = "pass"
    # A line end more tells a block that goes on from one that an empty line has closed.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source + "\n" if symbol == "single" else source, filename, symbol, incomplete_input=True)
        except SyntaxError as error:
            if _is_incomplete(error):
                return None
    return compiler(source, filename, symbol, incomplete_input=False)


def _is_incomplete(error):
    return type(error).__name__ == "_IncompleteInputError"


def compile_command(source, filename="<input>", symbol="single"):
    """The code of a whole statement; None if it needs more; an error if nothing can make it right."""
    return _maybe_compile(Compile(), source, filename, symbol)


class Compile:
    """As compile(); it remembers the features that the text imports from __future__."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, flags=0, *, incomplete_input=True):
        flags |= self.flags
        if not incomplete_input:
            flags &= ~(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)
        code = compile(source, filename, symbol, flags, True)
        if flags & PyCF_ONLY_AST:
            return code
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """As compile_command(); it remembers the features that the text imports from __future__."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
