"""Command lines that are interpreted line by line."""

import inspect
import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
    """A subclass has a method `do_NAME` for each command NAME, and `help_NAME` or docstrings for `help`."""

    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = "="
    lastcmd = ""
    intro = None
    doc_leader = ""
    doc_header = "Documented commands (type help <topic>):"
    misc_header = "Miscellaneous help topics:"
    undoc_header = "Undocumented commands:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def cmdloop(self, intro=None):
        """Ask for lines and run them until a command returns true."""
        self.preloop()
        completer = _Completer(self)
        try:
            if intro is not None:
                self.intro = intro
            if self.intro:
                self.stdout.write(f"{self.intro}\n")
            stop = None
            while not stop:
                line = self.cmdqueue.pop(0) if self.cmdqueue else self._ask()
                line = self.precmd(line)
                stop = self.onecmd(line)
                stop = self.postcmd(stop, line)
            self.postloop()
        finally:
            completer.restore()

    def _ask(self):
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else "EOF"

    # What a subclass may override.

    def precmd(self, line):
        """Called with a line before it is interpreted; returns what is interpreted."""
        return line

    def postcmd(self, stop, line):
        """Called when a line is done with; returns whether to stop."""
        return stop

    def preloop(self):
        pass

    def postloop(self):
        pass

    def emptyline(self):
        """An empty line does the last command again."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """Called for a command that is not known."""
        self.stdout.write(f"*** Unknown syntax: {line}\n")

    def completedefault(self, *ignored):
        """Completions of arguments, where a command has no `complete_` method."""
        return []

    # One line.

    def parseline(self, line):
        """The command's name, its arguments and the line; no name if the line has none."""
        line = line.strip()
        if not line:
            return None, None, line
        if line[0] == "?":
            line = "help " + line[1:]
        elif line[0] == "!":
            if not hasattr(self, "do_shell"):
                return None, None, line
            line = "shell " + line[1:]
        end = 0
        while end < len(line) and line[end] in self.identchars:
            end += 1
        return line[:end], line[end:].strip(), line

    def onecmd(self, line):
        """Interpret a line; returns whether to stop."""
        command, argument, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        if command == "":
            return self.default(line)
        function = getattr(self, "do_" + command, None)
        if function is None:
            return self.default(line)
        return function(argument)

    # Completion.

    def completenames(self, text, *ignored):
        return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

    def complete(self, text, state):
        """The completion of a number, for readline."""
        if state == 0:
            import readline

            whole = readline.get_line_buffer()
            line = whole.lstrip()
            stripped = len(whole) - len(line)
            begin, end = readline.get_begidx() - stripped, readline.get_endidx() - stripped
            function = self.completenames
            if begin > 0:
                command, _, _ = self.parseline(line)
                function = self.completedefault
                if command:
                    function = getattr(self, "complete_" + command, function)
            self.completion_matches = function(text, line, begin, end)
        try:
            return self.completion_matches[state]
        except IndexError:
            return None

    def get_names(self):
        return dir(self.__class__)

    def complete_help(self, *args):
        commands = set(self.completenames(*args))
        topics = {name[5:] for name in self.get_names() if name.startswith("help_" + args[0])}
        return list(commands | topics)

    # Help.

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if arg:
            self._help_on(arg)
            return
        names = self.get_names()
        topics = {name[5:] for name in names if name.startswith("help_")}
        documented, undocumented = [], []
        for command in sorted({name[3:] for name in names if name.startswith("do_")}):
            if command in topics:
                documented.append(command)
                topics.remove(command)
            elif getattr(self, "do_" + command).__doc__:
                documented.append(command)
            else:
                undocumented.append(command)
        self.stdout.write(f"{self.doc_leader}\n")
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, undocumented, 15, 80)

    def _help_on(self, topic):
        function = getattr(self, "help_" + topic, None)
        if function is not None:
            function()
            return
        command = getattr(self, "do_" + topic, None)
        text = command is not None and command.__doc__
        if text:
            self.stdout.write(f"{inspect.cleandoc(text)}\n")
        else:
            self.stdout.write("%s\n" % (self.nohelp % (topic,)))

    def print_topics(self, header, cmds, cmdlen, maxcol):
        if cmds:
            self.stdout.write(f"{header}\n")
            if self.ruler:
                self.stdout.write(f"{self.ruler * len(header)}\n")
            self.columnize(cmds, maxcol - 1)
            self.stdout.write("\n")

    def columnize(self, list, displaywidth=80):
        """Show texts in columns, each as narrow as can be, in as few lines as can be."""
        if not list:
            self.stdout.write("<empty>\n")
            return
        wrong = [place for place, item in enumerate(list) if not isinstance(item, str)]
        if wrong:
            raise TypeError("list[i] not a string for i in %s" % ", ".join(map(str, wrong)))
        if len(list) == 1:
            self.stdout.write(f"{list[0]}\n")
            return
        for rows in range(1, len(list)):
            columns = [list[at:at + rows] for at in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        else:
            columns, widths, rows = [list], [0], len(list)  # nothing fits
        for row in range(rows):
            cells = [column[row] if row < len(column) else "" for column in columns]
            while cells and not cells[-1]:
                del cells[-1]
            self.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + "\n")


class _Completer:
    """Readline asks the object for completions while its loop runs."""

    def __init__(self, command):
        self._readline = None
        if not (command.use_rawinput and command.completekey):
            return
        try:
            import readline
        except ImportError:
            return
        self._readline, self._before = readline, readline.get_completer()
        readline.set_completer(command.complete)
        key = command.completekey
        readline.parse_and_bind(f"{key}: complete")

    def restore(self):
        if self._readline is not None:
            self._readline.set_completer(self._before)
