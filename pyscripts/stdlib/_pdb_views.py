"""The debugger's commands that show what is there: values, the stack, the source."""

import inspect
import linecache
import pprint
import types

line_prefix = "\n-> "


class ViewCommands:
    """A part of the debugger."""

    # Values.

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            self._error_exc()
            raise

    def _getval_except(self, arg, frame=None):
        try:
            if frame is None:
                return eval(arg, self.curframe.f_globals, self.curframe_locals)
            return eval(arg, frame.f_globals, frame.f_locals)
        except BaseException as error:
            return _Undefined("** raised %s **" % self._format_exc(error))

    def _print(self, arg, function):
        try:
            value = self._getval(arg)
        except:
            return
        try:
            self.message(function(value))
        except:
            self._error_exc()

    def do_p(self, arg):
        """p expression

        Print the value of the expression.
        """
        self._print(arg, repr)

    def do_pp(self, arg):
        """pp expression

        Pretty-print the value of the expression.
        """
        self._print(arg, pprint.pformat)

    def do_whatis(self, arg):
        """whatis expression

        Print the type of the argument.
        """
        try:
            value = self._getval(arg)
        except:
            return
        if isinstance(value, types.MethodType):
            self.message("Method %s" % value.__func__.__code__.co_name)
        elif isinstance(value, types.FunctionType):
            self.message("Function %s" % value.__code__.co_name)
        elif value.__class__ is type:
            self.message("Class %s.%s" % (value.__module__, value.__qualname__))
        else:
            self.message(type(value))

    def do_display(self, arg):
        """display [expression]

        Display the value of the expression if it changed, each time execution stops in the current frame.
        """
        shown = self.displaying.setdefault(self.curframe, {})
        if not arg:
            if shown:
                self.message("Currently displaying:")
                for expression, value in list(shown.items()):
                    self.message("%s: %s" % (expression, self._repr(value)))
            else:
                self.message("No expression is being displayed")
            return
        try:
            compile(arg, "<stdin>", "eval")
        except SyntaxError as error:
            self.error(f"Unable to display: {self._format_exc(error)!r}")
            return
        value = self._getval_except(arg)
        shown[arg] = value
        self.message("display %s: %s" % (arg, self._repr(value)))

    def do_undisplay(self, arg):
        """undisplay [expression]

        Do not display the expression any more in the current frame; without one, none at all.
        """
        if not arg:
            self.displaying.pop(self.curframe, None)
            return
        try:
            del self.displaying.get(self.curframe, {})[arg]
        except KeyError:
            self.error("not displaying %s" % arg)

    def do_args(self, arg):
        """a(rgs)

        Print the argument list of the current function.
        """
        code = self.curframe.f_code
        count = code.co_argcount + code.co_kwonlyargcount
        count += bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
        for name in code.co_varnames[:count]:
            shown = self._repr(self.curframe_locals[name]) if name in self.curframe_locals else "*** undefined ***"
            self.message("%s = %s" % (name, shown))

    do_a = do_args

    def do_retval(self, arg):
        """retval

        Print the return value for the last return of a function.
        """
        if "__return__" in self.curframe_locals:
            self.message(self._repr(self.curframe_locals["__return__"]))
        else:
            self.error("Not yet returned!")

    do_rv = do_retval

    # The stack.

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        frame, _ = frame_lineno
        prefix = "> " if frame is self.curframe else "  "
        self.message(prefix + self.format_stack_entry(frame_lineno, prompt_prefix))

    def do_where(self, arg):
        """w(here)

        Print a stack trace, with the most recent frame at the bottom. An arrow indicates the current frame.
        """
        if not arg:
            count = None
        elif arg.lstrip("-").isdigit():
            count = int(arg)
        else:
            return self._usage("where", arg)
        stack = self.stack if count is None else [self.stack[self.curindex]] if count == 0 else (
            self.stack[-count:] if count > 0 else self.stack[:-count])
        for entry in stack:
            self.print_stack_entry(entry)

    do_w = do_bt = do_where

    def _select_frame(self, number):
        self.curindex = number
        self.curframe = self.stack[number][0]
        self.curframe_locals = self.curframe.f_locals
        self.print_stack_entry(self.stack[number])
        self.lineno = None

    def _move(self, arg, direction, edge, message):
        if self.curindex == edge:
            self.error(message)
            return
        try:
            count = int(arg or 1)
        except ValueError:
            self.error("Invalid frame count (%s)" % arg)
            return
        place = edge if count < 0 else self.curindex + direction * count
        self._select_frame(min(max(place, 0), len(self.stack) - 1))

    def do_up(self, arg):
        """u(p) [count]

        Move the current frame count (default one) levels up in the stack trace (to an older frame).
        """
        self._move(arg, -1, 0, "Oldest frame")

    def do_down(self, arg):
        """d(own) [count]

        Move the current frame count (default one) levels down in the stack trace (to a newer frame).
        """
        self._move(arg, 1, len(self.stack) - 1, "Newest frame")

    do_u, do_d = do_up, do_down

    def do_exceptions(self, arg):
        """exceptions [number]

        List or change the current exception in a chain of exceptions.
        """
        if not self._chained:
            self.message(
                "Did not find chained exceptions. To move between"
                " exceptions, pdb/post_mortem must be given an exception"
                " object, rather than a traceback.")
            return
        if not arg:
            for number, error in enumerate(self._chained):
                mark = ">" if number == self._chained_at else " " if error.__traceback__ is not None else "-"
                self.message(f"{mark} {number:>3} {error!r}"[:80])
            return
        try:
            number = int(arg)
        except ValueError:
            self.error("Argument must be an integer")
            return
        if not 0 <= number < len(self._chained):
            self.error("No exception with that number")
            return
        if self._chained[number].__traceback__ is None:
            self.error("This exception does not have a traceback, cannot jump to it")
            return
        self._chained_at = number
        self.setup(None, self._chained[number].__traceback__)
        self.print_stack_entry(self.stack[self.curindex])

    # Sources.

    def do_list(self, arg):
        """l(ist) [first[, last] | .]

        List source code for the current file: 11 lines around the current line, or on from the last listing.
        """
        self.lastcmd = "list"
        last = None
        if arg and arg != ".":
            try:
                if "," in arg:
                    first, last = (int(part.strip()) for part in arg.split(","))
                    if last < first:
                        last = first + last  # it is a count
                else:
                    first = max(1, int(arg.strip()) - 5)
            except ValueError:
                self.error("Error in argument: %r" % arg)
                return
        elif self.lineno is None or arg == ".":
            first = max(1, self.curframe.f_lineno - 5)
        else:
            first = self.lineno + 1
        if last is None:
            last = first + 10
        filename = self.curframe.f_code.co_filename
        lines = linecache.getlines(filename, self.curframe.f_globals)
        self._print_lines(lines[first - 1:last], first, self.get_file_breaks(filename), self.curframe)
        self.lineno = min(last, len(lines))
        if len(lines) < last:
            self.message("[EOF]")

    do_l = do_list

    def _whole(self, thing):
        lines, first = inspect.getsourcelines(thing)
        return lines, max(1, first)

    def do_longlist(self, arg):
        """ll | longlist

        List the whole source code for the current function or frame.
        """
        if arg:
            return self._usage("longlist", arg)
        breaks = self.get_file_breaks(self.curframe.f_code.co_filename)
        try:
            lines, first = self._whole(self.curframe)
        except OSError as error:
            self.error(error)
            return
        self._print_lines(lines, first, breaks, self.curframe)

    do_ll = do_longlist

    def do_source(self, arg):
        """source expression

        Try to get source code for the given object and display it.
        """
        try:
            thing = self._getval(arg)
        except:
            return
        try:
            lines, first = self._whole(thing)
        except (OSError, TypeError) as error:
            self.error(error)
            return
        self._print_lines(lines, first)

    def _print_lines(self, lines, start, breaks=(), frame=None):
        current = frame.f_lineno if frame else -1
        raised = self.tb_lineno.get(frame, -1) if frame else -1
        for number, line in enumerate(lines, start):
            text = str(number).rjust(3)
            if len(text) < 4:
                text += " "
            text += "B" if number in breaks else " "
            text += "->" if number == current else ">>" if number == raised else ""
            self.message(text + "\t" + line.rstrip())


class _Undefined:
    """What an expression gives that fails; shown as it is."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __eq__(self, other):
        return isinstance(other, _Undefined) and self.text == other.text
