"""The debugger: stops programs, steps through them and shows what is there."""

import bdb
import cmd
import code
import inspect
import os
import re
import sys
import textwrap
import traceback

from _pdb_breakpoints import BreakpointCommands, find_function
from _pdb_stepping import SteppingCommands
from _pdb_targets import _ModuleTarget, _ScriptTarget
from _pdb_views import ViewCommands

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]

# What stands in the queue of commands for showing where the program is.
_SHOW_PLACE = "_pdbcmd_print_frame_status"


class Restart(Exception):
    """The program is to be run again."""


class Pdb(BreakpointCommands, SteppingCommands, ViewCommands, bdb.Bdb, cmd.Cmd):
    """The debugger's commands."""

    _previous_sigint_handler = None

    def __init__(self, completekey="tab", stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout:
            self.use_rawinput = 0
        self.prompt = "(Pdb) "
        self.aliases, self.displaying = {}, {}
        self.mainpyfile = ""
        self._wait_for_mainpyfile = False
        self.tb_lineno = {}
        self.allow_kbdint = False
        self.nosigint = nosigint
        self.rcLines = self._settings() if readrc else []
        self.commands, self.commands_defining = {}, False
        self.commands_bnum = None
        self.forget()
        try:
            import readline

            readline.set_completer_delims(" \t\n`@#%^&*()=+[{]}\\|;:'\",<>?")
        except ImportError:
            pass

    def _settings(self):
        lines = []
        for path in os.path.expanduser("~/.pdbrc"), ".pdbrc":
            try:
                with open(path, encoding="utf-8") as file:
                    lines += file
            except OSError:
                pass
        return lines

    def set_trace(self, frame=None):
        if frame is None:
            frame = sys._getframe().f_back
        if not self.nosigint:
            import signal

            try:
                self._previous_sigint_handler = signal.signal(signal.SIGINT, self.sigint_handler)
            except ValueError:
                pass  # only the main thread can
        super().set_trace(frame)

    def sigint_handler(self, signum, frame):
        if self.allow_kbdint:
            raise KeyboardInterrupt
        self.message("\nProgram interrupted. (Use 'cont' to resume).")
        self.set_step()
        self.set_trace(frame)

    def reset(self):
        bdb.Bdb.reset(self)
        self.forget()

    def forget(self):
        self.lineno = None
        self.stack, self.curindex, self.curframe = [], 0, None
        self.curframe_locals = None
        self.tb_lineno.clear()

    def setup(self, f, tb):
        self.forget()
        self.stack, self.curindex = self.get_stack(f, tb)
        while tb:
            # A frame of a traceback stands where it was left.
            self.tb_lineno[tb.tb_frame] = tb.tb_lineno
            tb = tb.tb_next
        self.curframe = self.stack[self.curindex][0]
        self.curframe_locals = self.curframe.f_locals
        if self.rcLines:
            self.cmdqueue = [
                line for line in self.rcLines if line.strip() and not line.strip().startswith("#")
            ]
            self.rcLines = []

    # What the tracing tells.

    def user_call(self, frame, argument_list):
        if self._wait_for_mainpyfile:
            return
        if self.stop_here(frame):
            self.message("--Call--")
            self.interaction(frame, None)

    def user_line(self, frame):
        if self._wait_for_mainpyfile:
            if self.mainpyfile != self.canonic(frame.f_code.co_filename):
                return
            self._wait_for_mainpyfile = False
        if self.bp_commands(frame):
            self.interaction(frame, None)

    def user_opcode(self, frame):
        # Only the call of set_trace() is stopped at by an instruction.
        self.interaction(frame, None)

    def user_return(self, frame, return_value):
        if self._wait_for_mainpyfile:
            return
        frame.f_locals["__return__"] = return_value
        self.message("--Return--")
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        if self._wait_for_mainpyfile:
            return
        kind, value, trace = exc_info
        frame.f_locals["__exception__"] = kind, value
        # StopIteration is how the interpreter's own loops end.
        prefix = "Internal " if not trace and kind is StopIteration else ""
        self.message("%s%s" % (prefix, self._format_exc(value)))
        self.interaction(frame, trace)

    def _format_exc(self, error):
        return traceback.format_exception_only(error)[-1].strip()

    def interaction(self, frame, tb_or_exc):
        """Ask for commands until one goes on."""
        if Pdb._previous_sigint_handler:
            import signal

            try:
                signal.signal(signal.SIGINT, Pdb._previous_sigint_handler)
            except ValueError:
                pass
            else:
                Pdb._previous_sigint_handler = None
        trace = tb_or_exc
        if isinstance(tb_or_exc, BaseException):
            trace = tb_or_exc.__traceback__
            self._chained = self._chain(tb_or_exc)
            self._chained_at = len(self._chained) - 1
        else:
            self._chained, self._chained_at = (), 0
        self.setup(frame, trace)
        # Where we are is shown when the user is asked, and not if there are commands that go on.
        self.cmdqueue.append(_SHOW_PLACE)
        self._cmdloop()
        self.forget()

    @staticmethod
    def _chain(error):
        errors = [error]
        while True:
            last = errors[-1]
            following = last.__cause__ or (None if last.__suppress_context__ else last.__context__)
            if following is None or following in errors:
                return tuple(reversed(errors))
            errors.append(following)

    def _cmdloop(self):
        while True:
            try:
                self.allow_kbdint = True
                self.cmdloop()
                self.allow_kbdint = False
                return
            except KeyboardInterrupt:
                self.message("--KeyboardInterrupt--")

    def preloop(self):
        for expression, old in self.displaying.get(self.curframe, {}).items():
            new = self._getval_except(expression)
            try:
                changed = new is not old and new != old
            except Exception:
                changed = True
            if changed:
                self.displaying[self.curframe][expression] = new
                self.message("display %s: %s  [old: %s]" % (expression, self._repr(new), self._repr(old)))

    def _repr(self, value):
        try:
            return repr(value)
        except Exception as error:
            return f"*** repr failed: {self._format_exc(error)} ***"

    # Lines.

    def message(self, msg):
        print(msg, file=self.stdout)

    def error(self, msg):
        print("***", msg, file=self.stdout)

    def displayhook(self, obj):
        if obj is not None:
            self.message(repr(obj))

    def default(self, line):
        """What is no command is a statement."""
        if line[:1] == "!":
            line = line[1:].strip()
        saved = sys.stdout, sys.stdin, sys.displayhook
        try:
            compiled = code.compile_command(line + "\n", "<stdin>", "single")
            if compiled is None:
                compiled = self._more_lines(line)
                if compiled is None:
                    return
            sys.stdout, sys.stdin, sys.displayhook = self.stdout, self.stdin, self.displayhook
            try:
                exec(compiled, self.curframe.f_globals, self.curframe_locals)
            finally:
                sys.stdout, sys.stdin, sys.displayhook = saved
        except:
            self._error_exc()

    def _more_lines(self, line):
        """Asks for the other lines of a statement."""
        compiled, text = None, line
        prompt = "...   "
        while compiled is None:
            if self.use_rawinput:
                try:
                    more = input(prompt)
                except (EOFError, KeyboardInterrupt):
                    self.lastcmd = ""
                    print("\n")
                    return None
            else:
                self.stdout.write(prompt)
                self.stdout.flush()
                more = self.stdin.readline()
                if not more:
                    self.lastcmd = ""
                    self.stdout.write("\n")
                    self.stdout.flush()
                    return None
                more = more.rstrip("\r\n")
            text += "\n" + more
            compiled = code.compile_command(text, "<stdin>", "single")
        self.lastcmd = text
        return compiled

    def _error_exc(self):
        self.error(self._format_exc(sys.exc_info()[1]))

    def precmd(self, line):
        if not line.strip():
            return line
        words = line.split()
        while words[0] in self.aliases:
            line = self.aliases[words[0]]
            for place, word in enumerate(words[1:], start=1):
                if f"%{place}" in line:
                    line = line.replace(f"%{place}", word)
            if "%*" in line:
                line = line.replace("%*", " ".join(words[1:]))
            words = line.split()
        if words[0] != "alias":
            first, separator, more = line.partition(";;")
            if separator:
                self.cmdqueue.insert(0, more.lstrip())
                line = first.rstrip()
        # `$name` is a variable of the debugger's session.
        line = self._with_variables(line)
        return re.sub(r"(?<![\w$'\"])\$([a-zA-Z_]\w*)", r'__pdb_convenience_variables["\1"]', line)

    def _with_variables(self, line):
        if "$" in line and self.curframe is not None:
            self.curframe.f_globals.setdefault("__pdb_convenience_variables", {})
        return line

    def onecmd(self, line):
        if not self.commands_defining:
            if line == _SHOW_PLACE:
                self.print_stack_entry(self.stack[self.curindex])
                return None
            return cmd.Cmd.onecmd(self, line)
        return self.handle_command_def(line)

    def postcmd(self, stop, line):
        return stop

    def do_continue(self, arg):
        """c(ont(inue))

        Continue execution, only stop when a breakpoint is encountered.
        """
        if arg:
            return self._usage("continue", arg)
        if not self.nosigint:
            import signal

            try:
                Pdb._previous_sigint_handler = signal.signal(signal.SIGINT, self.sigint_handler)
            except ValueError:
                pass
        self.set_continue()
        return 1

    do_c = do_cont = do_continue

    def do_run(self, arg):
        """run [args...]

        Restart the debugged program, with new arguments if any are given.
        """
        if arg:
            import shlex

            program = sys.argv[0:1]
            try:
                sys.argv = shlex.split(arg)
            except ValueError as error:
                self.error("Cannot run %s: %s" % (arg, error))
                return
            sys.argv[:0] = program
        raise Restart

    do_restart = do_run

    def do_debug(self, arg):
        """debug code

        Enter a recursive debugger that steps through the code argument.
        """
        sys.settrace(None)
        inner = Pdb(self.completekey, self.stdin, self.stdout)
        inner.prompt = "(%s) " % self.prompt.strip()
        self.message("ENTERING RECURSIVE DEBUGGER")
        try:
            sys.call_tracing(inner.run, (arg, self.curframe.f_globals, self.curframe_locals))
        except Exception:
            self._error_exc()
        self.message("LEAVING RECURSIVE DEBUGGER")
        sys.settrace(self.trace_dispatch)
        self.lastcmd = inner.lastcmd

    # Other commands.

    def do_interact(self, arg):
        """interact

        Start an interactive interpreter whose global namespace contains all the names in the current scope.
        """
        names = {**self.curframe.f_globals, **self.curframe_locals}
        code.interact("*pdb interact start*", local=names, exitmsg="*exit from pdb interact command*")

    def do_alias(self, arg):
        """alias [name [command]]

        Create an alias that executes command; %1, %2... stand for its arguments, %* for all.
        """
        words = arg.split()
        if not words:
            for name in sorted(self.aliases):
                self.message("%s = %s" % (name, self.aliases[name]))
        elif len(words) == 1:
            if words[0] in self.aliases:
                self.message("%s = %s" % (words[0], self.aliases[words[0]]))
            else:
                self.error(f"Unknown alias '{words[0]}'")
        else:
            self.aliases[words[0]] = " ".join(words[1:])

    def do_unalias(self, arg):
        """unalias name

        Delete the specified alias.
        """
        words = arg.split()
        if not words:
            return self._usage("unalias", arg)
        self.aliases.pop(words[0], None)

    def _usage(self, command, arg):
        """Tells that a command was given what it does not take, and how it is written."""
        usage = _shown_help(getattr(self, "do_" + command)).partition("\n      \n")[0]
        self.error(f"Invalid argument: {arg}\n{usage}")

    def do_help(self, arg):
        """h(elp)

        Without argument, print the list of available commands. With a command name as argument, print help about
        that command.
        """
        if not arg:
            return cmd.Cmd.do_help(self, arg)
        command = getattr(self, "do_" + arg, None)
        topic = getattr(self, "help_" + arg, None)
        if topic is not None:
            return topic()
        if command is None:
            self.error("No help for %r" % arg)
        elif sys.flags.optimize >= 2:
            self.error("No help for %r; please do not run Python with -OO if you need command help" % arg)
        elif command.__doc__ is None:
            self.error("No help for %r; __doc__ string missing" % arg)
        else:
            self.message(_shown_help(command))

    do_h = do_help

    def help_exec(self):
        self.message("(!) statement\n\nExecute the (one-line) statement in the context of the current stack frame.")

    def help_pdb(self):
        help()

    # Programs.

    def _run(self, target):
        self._wait_for_mainpyfile = True
        self._user_requested_quit = False
        self.mainpyfile = self.canonic(target.filename)
        import __main__

        __main__.__dict__.clear()
        __main__.__dict__.update(target.namespace)
        self.run(target.code, __main__.__dict__)


def _shown_help(command):
    """The help of a command, indented."""
    return textwrap.indent("Usage: " + inspect.getdoc(command), " " * 6, lambda line: True)


# For programs that are not started by the debugger.

def run(statement, globals=None, locals=None):
    """Debug a statement."""
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    """Debug an expression; returns its value."""
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    run(statement, globals, locals)


def runcall(*args, **kwds):
    """Debug a call; returns its result."""
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None):
    """Stop here."""
    debugger = Pdb()
    if header is not None:
        debugger.message(header)
    debugger.set_trace(sys._getframe().f_back)


def post_mortem(t=None):
    """Look at where an exception was raised: that of a traceback or of an exception, or the one being handled."""
    if t is None:
        error = sys.exception()
        t = error if error is not None else None
    if t is None or isinstance(t, BaseException) and t.__traceback__ is None:
        raise ValueError("A valid traceback must be passed if no exception is being handled")
    debugger = Pdb()
    debugger.reset()
    debugger.interaction(None, t)


def pm():
    """Look at where the last exception was raised that nobody caught."""
    post_mortem(sys.last_exc)


def help():
    """Show what the commands do."""
    debugger = Pdb(readrc=False)
    for name in _ORDER:
        debugger.message(inspect.getdoc(getattr(debugger, "do_" + name)) + "\n")


_ORDER = [
    "help", "where", "down", "up", "break", "tbreak", "clear", "disable", "enable", "ignore", "condition", "commands",
    "step", "next", "until", "jump", "return", "retval", "run", "continue", "list", "longlist", "args", "p", "pp",
    "whatis", "source", "display", "undisplay", "interact", "alias", "unalias", "debug", "exceptions", "quit",
]

_usage = """\
Debug the Python program given by pyfile. Alternatively,
an executable module or package to debug can be specified using
the -m switch.

Initial commands are read from .pdbrc files in your home directory
and in the current directory, if they exist.  Commands supplied with
-c are executed after commands from .pdbrc files.

To let the script run until an exception occurs, use "-c continue".
To let the script run up to a given line X in the debugged file, use
"-c 'until X'"."""


def main():
    import argparse

    parser = argparse.ArgumentParser(
        prog="pdb", usage="%(prog)s [-h] [-c command] (-m module | pyfile) [args ...]", description=_usage,
        formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    parser.add_argument("-c", "--command", action="append", default=[], metavar="command", dest="commands",
                        help="pdb commands to execute as if given in a .pdbrc file")
    parser.add_argument("-m", metavar="module", dest="module")
    if len(sys.argv) == 1:
        parser.print_help()
        sys.exit(2)
    options, words = parser.parse_known_args()
    if options.module:
        target = _ModuleTarget(options.module)
    elif not words:
        parser.error("no module or script to run")
    elif words[0].startswith("-"):
        parser.error(f"unrecognized arguments: {' '.join(words)}")
    else:
        target = _ScriptTarget(words.pop(0))
    target.check()
    sys.argv[:] = [target, *words]
    debugger = Pdb()
    debugger.rcLines.extend(options.commands)
    while True:
        try:
            debugger._run(target)
        except Restart:
            print("Restarting", target, "with arguments:")
            print("\t" + " ".join(sys.argv[1:]))
        except SystemExit as error:
            print("The program exited via sys.exit(). Exit status:", end=" ")
            print(error)
        except BaseException as error:
            traceback.print_exception(error)
            print("Uncaught exception. Entering post mortem debugging")
            print("Running 'cont' or 'step' will restart the program")
            debugger.interaction(None, error)
            print(f"Post mortem debugger finished. The {target} will be restarted")
        if debugger._user_requested_quit:
            break
        print("The program finished and will be restarted")


if __name__ == "__main__":
    import pdb

    pdb.main()
