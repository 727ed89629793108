"""Prompts such as the interpreter's own, for programs."""

import builtins
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs statements in a namespace; where they come from is somebody else's business."""

    def __init__(self, locals=None):
        self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Run a statement if it is whole; True if it needs more lines."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename, source=source)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        """Run code; show the exception that it ends with."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        """Show the syntax error that is being handled."""
        try:
            kind, value, _ = sys.exc_info()
            if filename and kind is SyntaxError:
                value.filename = filename
            self._show(kind, value.with_traceback(None), None, kwargs.get("source", ""))
        finally:
            kind = value = None

    def showtraceback(self):
        """Show the exception that is being handled, without the frame of this module."""
        try:
            kind, value, trace = sys.exc_info()
            self._show(kind, value, trace.tb_next, "")
        finally:
            kind = value = trace = None

    def _show(self, kind, value, trace, source):
        sys.last_type, sys.last_traceback = kind, trace
        sys.last_value = sys.last_exc = value = value.with_traceback(trace)
        lines = source.splitlines()
        if source and kind is SyntaxError and not value.text and value.lineno is not None:
            if len(lines) >= value.lineno:
                value.text = lines[value.lineno - 1]
        if sys.excepthook is sys.__excepthook__:
            self.write("".join(traceback.format_exception(kind, value, trace)))
            return
        # A hook of the program's own is asked; if it fails, both are shown.
        try:
            sys.excepthook(kind, value, trace)
        except SystemExit:
            raise
        except BaseException as error:
            error.__context__ = None
            error = error.with_traceback(error.__traceback__.tb_next)
            print("Error in sys.excepthook:", file=sys.stderr)
            sys.__excepthook__(type(error), error, error.__traceback__)
            print(file=sys.stderr)
            print("Original exception was:", file=sys.stderr)
            sys.__excepthook__(kind, value, trace)

    def write(self, data):
        """Show text; on sys.stderr, unless overridden."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """An interpreter that asks for lines."""

    def __init__(self, locals=None, filename="<console>", *, local_exit=False):
        InteractiveInterpreter.__init__(self, locals)
        self.filename = filename
        self.local_exit = local_exit
        self.resetbuffer()

    def resetbuffer(self):
        """Forget the lines of a statement that is not whole."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Ask for lines and run them until there are no more."""
        given = []
        for name, prompt in ("ps1", ">>> "), ("ps2", "... "):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
                given.append(name)
        leave = _Exits(self.local_exit)
        try:
            if banner is None:
                more = 'Type "help", "copyright", "credits" or "license" for more information.'
                self.write(f"Python {sys.version} on {sys.platform}\n{more}\n({self.__class__.__name__})\n")
            elif banner:
                self.write(f"{banner}\n")
            with leave:
                self._ask_and_run()
            if exitmsg is None:
                self.write(f"now exiting {self.__class__.__name__}...\n")
            elif exitmsg != "":
                self.write(f"{exitmsg}\n")
        finally:
            for name in given:
                delattr(sys, name)

    def _ask_and_run(self):
        more = False
        while True:
            try:
                prompt = sys.ps2 if more else sys.ps1
                try:
                    line = self.raw_input(prompt)
                except EOFError:
                    self.write("\n")
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                more = False
            except SystemExit as error:
                if not self.local_exit:
                    raise
                self.write("\n")
                return

    def push(self, line, filename=None, _symbol="single"):
        """Add a line and run what is whole; True if more lines are needed."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), self.filename if filename is None else filename, symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        """Ask for a line."""
        return input(prompt)


class _Exits:
    """While a console whose exit is its own runs, `exit` and `quit` leave only that."""

    def __init__(self, local):
        self._local = local
        self._saved = {}

    def __enter__(self):
        if self._local:
            for name, keys in ("exit", "Ctrl-D (i.e. EOF)"), ("quit", "Ctrl-D (i.e. EOF)"):
                if hasattr(builtins, name):
                    self._saved[name] = getattr(builtins, name)
                setattr(builtins, name, Quitter(name))

    def __exit__(self, *args):
        for name, value in self._saved.items():
            setattr(builtins, name, value)


class Quitter:
    """What leaves a console when it is called."""

    def __init__(self, name):
        self.name = name
        self.eof = "Ctrl-D (i.e. EOF)"

    def __repr__(self):
        return f"Use {self.name} or {self.eof} to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """Run a console; lines come from a function if one is given."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    else:
        try:
            import readline
        except ImportError:
            pass
    console.interact(banner, exitmsg)


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("-q", action="store_true", help="don't print version and copyright messages")
    arguments = parser.parse_args()
    interact("" if arguments.q or sys.flags.quiet else None)
