"""The debugger's commands on breakpoints."""

import bdb
import linecache
import re
import types

# The commands after which no other can run.
_GOES_ON = "continue c cont step s next n return r until unt jump j quit q".split()


def first_line_of_body(code):
    """The first line of a function's body that does something."""
    lines = [line for _, _, line in code.co_lines() if line and line > code.co_firstlineno]
    return min(lines, default=code.co_firstlineno)


def find_function(funcname, filename):
    """The name and file of a function that a file defines, and the first line of its body that does something."""
    wanted = re.compile(r"def\s+%s(\s*\[.+\])?\s*[(]" % re.escape(funcname))
    lines = linecache.getlines(filename)
    for number, line in enumerate(lines, start=1):
        if wanted.match(line.lstrip()):
            try:
                whole = compile("".join(lines), filename, "exec")
            except SyntaxError:
                return funcname, filename, number
            return funcname, filename, _first_line_below(whole, funcname, number)
    return None


def _first_line_below(code, funcname, number):
    """Looks for the code of a function, whose decorators may stand above it, in that of a file."""
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            if constant.co_name == funcname and constant.co_firstlineno <= number:
                found = first_line_of_body(constant)
                if found >= number:
                    return found
            found = _first_line_below(constant, funcname, number)
            if found != number:
                return found
    return number


class BreakpointCommands:
    """A part of the debugger."""

    def do_break(self, arg, temporary=False):
        """b(reak) [ ([filename:]lineno | function) [, condition] ]

        Without argument, list all breaks. With a line number or a function, set a break there; with a condition, it
        stops only if that is true.
        """
        if not arg:
            if self.breaks:
                self.message("Num Type         Disp Enb   Where")
                for breakpoint in bdb.Breakpoint.bpbynumber:
                    if breakpoint:
                        self.message(breakpoint.bpformat())
            return
        place, comma, condition = arg.partition(",")
        place, condition = place.rstrip(), condition.strip() or None
        if condition and self._wrong_condition(condition):
            return
        function = None
        if ":" in place:
            name, _, line = place.rpartition(":")
            filename = self.lookupmodule(name.rstrip())
            if not filename:
                self.error("%r not found from sys.path" % name.rstrip())
                return
            try:
                lineno = int(line.lstrip())
            except ValueError:
                self.error("Bad lineno: %s" % line.lstrip())
                return
        else:
            try:
                filename, lineno = self.defaultFile(), int(place)
            except ValueError:
                found = self._function(place)
                if found is None:
                    return
                function, filename, lineno = found
        line = self.checkline(filename, lineno)
        if not line:
            return
        error = self.set_break(filename, line, temporary, condition, function)
        if error:
            self.error(error)
        else:
            breakpoint = self.get_breaks(filename, line)[-1]
            self.message("Breakpoint %d at %s:%d" % (breakpoint.number, breakpoint.file, breakpoint.line))

    do_b = do_break

    def do_tbreak(self, arg):
        """tbreak [ ([filename:]lineno | function) [, condition] ]

        Same arguments as break, but sets a temporary breakpoint: it is automatically deleted when first hit.
        """
        self.do_break(arg, True)

    def _wrong_condition(self, condition):
        try:
            compile(condition, "<stdin>", "eval")
        except SyntaxError as error:
            self.error(f"Invalid condition {condition!r}: {self._format_exc(error)!r}")
            return True
        return False

    def _function(self, text):
        """The function's name, file and line of an argument that is no number."""
        try:
            function = eval(text, self.curframe.f_globals, self.curframe_locals)
        except Exception:
            function = text
        function = getattr(function, "__func__", function)
        code = getattr(function, "__code__", None)
        if code is not None:
            return code.co_name, code.co_filename, first_line_of_body(code)
        found = self.lineinfo(text)
        if not found[2]:
            self.error("The specified object %r is not a function or was not found along sys.path." % text)
            return None
        return found[0], found[1], int(found[2])

    def lineinfo(self, identifier):
        failed = None, None, None
        parts = identifier.split("'")[1 if "'" in identifier else 0].strip().split(".")
        if parts[0] == "self":
            del parts[0]
        if not parts or not parts[0]:
            return failed
        filename = self.defaultFile()
        if len(parts) > 1:
            found = self.lookupmodule(parts[0])
            if found:
                filename = found
        return find_function(parts[-1], filename) or failed

    def defaultFile(self):
        """The file that is meant if none is named."""
        filename = self.curframe.f_code.co_filename
        return self.mainpyfile if filename == "<string>" and self.mainpyfile else filename

    def lookupmodule(self, filename):
        """The path of a file or module that is named, looked for along sys.path."""
        import os
        import sys

        filename = filename.removesuffix(".py") + ".py"
        if os.path.isabs(filename):
            return self.canonic(filename) if os.path.exists(filename) else None
        if os.path.exists(os.path.join(sys.path[0] or ".", filename)):
            path = os.path.join(sys.path[0] or ".", filename)
            if self.canonic(path) == self.mainpyfile:
                return self.mainpyfile
        for folder in sys.path:
            path = os.path.join(folder or ".", filename)
            if os.path.exists(path):
                return self.canonic(path)
        return filename if os.path.exists(filename) else None

    def checkline(self, filename, lineno):
        """The line, if something can stop there; otherwise 0 and a message."""
        names = self.curframe.f_globals if self.curframe is not None else None
        line = linecache.getline(filename, lineno, names)
        if not line:
            self.message("End of file")
            return 0
        line = line.strip()
        if not line or line[0] == "#" or line[:3] in ('"""', "'''"):
            self.error("Blank or comment")
            return 0
        return lineno

    # By their numbers.

    def _numbered(self, arg):
        """The breakpoints whose numbers are given; tells of those that there are not."""
        for number in arg.split():
            yield from self._one(number)

    def _one(self, number):
        try:
            yield self.get_bpbynumber(number)
        except ValueError as error:
            self.error(error)

    def do_enable(self, arg):
        """enable bpnumber [bpnumber ...]

        Enables the breakpoints given as a space separated list of breakpoint numbers.
        """
        for breakpoint in self._numbered(arg):
            breakpoint.enable()
            self.message("Enabled %s" % breakpoint)

    def do_disable(self, arg):
        """disable bpnumber [bpnumber ...]

        Disables the breakpoints given as a space separated list of breakpoint numbers.
        """
        for breakpoint in self._numbered(arg):
            breakpoint.disable()
            self.message("Disabled %s" % breakpoint)

    def do_condition(self, arg):
        """condition bpnumber [condition]

        Set a new condition for the breakpoint; without one, it stops always.
        """
        number, _, condition = arg.partition(" ")
        condition = condition.strip() or None
        if condition and self._wrong_condition(condition):
            return
        for breakpoint in self._one(number):
            breakpoint.cond = condition
            if condition:
                self.message("New condition set for breakpoint %d." % breakpoint.number)
            else:
                self.message("Breakpoint %d is now unconditional." % breakpoint.number)

    def do_ignore(self, arg):
        """ignore bpnumber [count]

        Set the ignore count for the given breakpoint number. If count is omitted, the ignore count is set to 0.
        """
        number, _, count = arg.partition(" ")
        try:
            count = int(count.strip() or 0)
        except ValueError:
            self.error("Invalid ignore count (%s)" % count.strip())
            return
        for breakpoint in self._one(number):
            breakpoint.ignore = max(count, 0)
            if count > 0:
                times = "%d crossings" % count if count > 1 else "1 crossing"
                self.message("Will ignore next %s of breakpoint %d." % (times, breakpoint.number))
            else:
                self.message("Will stop next time breakpoint %d is reached." % breakpoint.number)

    def do_clear(self, arg):
        """cl(ear) [filename:lineno | bpnumber ...]

        Clear the breakpoints with the given numbers or at the given line; without argument, all (but first ask).
        """
        if not arg:
            try:
                reply = input("Clear all breaks? ")
            except EOFError:
                reply = "no"
            if reply.strip().lower() in ("y", "yes"):
                gone = [breakpoint for breakpoint in bdb.Breakpoint.bpbynumber if breakpoint]
                self.clear_all_breaks()
                for breakpoint in gone:
                    self.message("Deleted %s" % breakpoint)
            return
        if ":" in arg:
            filename, _, line = arg.rpartition(":")
            try:
                lineno = int(line)
            except ValueError:
                self.error("Invalid line number (%s)" % line)
                return
            gone = list(self.get_breaks(filename, lineno))
            error = self.clear_break(filename, lineno)
            if error:
                self.error(error)
            for breakpoint in gone if not error else ():
                self.message("Deleted %s" % breakpoint)
            return
        for breakpoint in self._numbered(arg):
            self.clear_bpbynumber(str(breakpoint.number))
            self.message("Deleted %s" % breakpoint)

    do_cl = do_clear

    # Commands that a breakpoint runs.

    def do_commands(self, arg):
        """(Pdb) commands [bpnumber]
        (com) ...
        (com) end
        (Pdb)

        Specify a list of commands for a breakpoint (the last, if no number is given). `end` ends the list; `silent`
        in it keeps the breakpoint from being shown.
        """
        if not arg:
            number = len(bdb.Breakpoint.bpbynumber) - 1
        else:
            try:
                number = int(arg)
            except ValueError:
                return self._usage("commands", arg)
        try:
            self.get_bpbynumber(number)
        except ValueError as error:
            self.error("cannot set commands: %s" % error)
            return
        self.commands_bnum = number
        before = self.commands.get(number)
        self.commands[number] = []
        prompt, self.prompt = self.prompt, "(com) "
        self.commands_defining = True
        try:
            self.cmdloop()
        except KeyboardInterrupt:
            if before is None:
                del self.commands[number]
            else:
                self.commands[number] = before
            self.error("command definition aborted, old commands restored")
        finally:
            self.commands_defining = False
            self.prompt = prompt

    def handle_command_def(self, line):
        """Adds a line to the commands of a breakpoint; true at their end."""
        command, arg, line = self.parseline(line)
        if not command:
            return False
        if command == "end":
            return True
        self.commands[self.commands_bnum].append(f"{command} {arg}" if arg else command)
        # Nothing can follow what goes on.
        return command in _GOES_ON

    def bp_commands(self, frame):
        """Runs the commands of the breakpoint that was reached; returns whether to ask for more."""
        number = getattr(self, "currentbp", 0)
        self.currentbp = 0
        commands = self.commands.get(number) if number else None
        if not commands:
            return True
        last = self.lastcmd
        self.setup(frame, None)
        if "silent" not in commands:
            self.print_stack_entry(self.stack[self.curindex])
        stop = False
        for line in commands:
            if line != "silent":
                stop = self.onecmd(line)
                if stop:
                    break
        self.lastcmd = last
        if not stop:
            self._cmdloop()
        self.forget()
        return False
