"""The loop of programs that take commands: a line is a command's name and what it is told."""

import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
    """A loop that hands each line to the method do_NAME of its first word."""

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
        """Asks for lines and runs them until a command says that it is the last."""
        self.preloop()
        if intro is not None:
            self.intro = intro
        if self.intro:
            self.stdout.write(str(self.intro) + "\n")
        stop = None
        while not stop:
            line = self.cmdqueue.pop(0) if self.cmdqueue else self._ask()
            line = self.precmd(line)
            stop = self.onecmd(line)
            stop = self.postcmd(stop, line)
        self.postloop()

    def _ask(self):
        """The next line; 'EOF' at the end."""
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else "EOF"

    def precmd(self, line):
        """Changes a line before it is run."""
        return line

    def postcmd(self, stop, line):
        """Decides whether a line was the last."""
        return stop

    def preloop(self):
        """Called before the first line."""

    def postloop(self):
        """Called after the last line."""

    def parseline(self, line):
        """(the command, what it is told, the line) of a line."""
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
        """Runs a line; whether it is the last."""
        command, told, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        run = getattr(self, "do_" + command, None) if command else None
        return self.default(line) if run is None else run(told)

    def emptyline(self):
        """Runs the last command again."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """Called for a line that is no command."""
        self.stdout.write("*** Unknown syntax: %s\n" % line)

    def completedefault(self, *ignored):
        """What may follow, of commands that do not say."""
        return []

    def completenames(self, text, *ignored):
        """The commands that begin so."""
        return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

    def get_names(self):
        """The names of the class."""
        return dir(self.__class__)

    def complete_help(self, *args):
        """The topics that begin so."""
        topics = {name[5:] for name in self.get_names() if name.startswith("help_" + args[0])}
        return list({*self.completenames(*args), *topics})

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if not arg:
            self._list_help()
            return
        help = getattr(self, "help_" + arg, None)
        if help is not None:
            help()
            return
        from inspect import cleandoc
        run = getattr(self, "do_" + arg, None)
        doc = "" if run is None else cleandoc(run.__doc__ or "")
        self.stdout.write("%s\n" % (doc or self.nohelp % (arg,)))

    def _list_help(self):
        names = self.get_names()
        topics = {name[5:] for name in names if name.startswith("help_")}
        documented, undocumented = [], []
        for name in sorted({name[3:] for name in names if name.startswith("do_")}):
            if name in topics or getattr(self, "do_" + name).__doc__:
                documented.append(name)
                topics.discard(name)
            else:
                undocumented.append(name)
        self.stdout.write("%s\n" % str(self.doc_leader))
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, undocumented, 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        """Prints a list of topics below a title."""
        if not cmds:
            return
        self.stdout.write("%s\n" % str(header))
        if self.ruler:
            self.stdout.write("%s\n" % str(self.ruler * len(header)))
        self.columnize(cmds, maxcol - 1)
        self.stdout.write("\n")

    def columnize(self, list, displaywidth=80):
        """Prints texts in as few lines as they fit into, column by column."""
        if not list:
            self.stdout.write("<empty>\n")
            return
        wrong = [place for place, text in enumerate(list) if not isinstance(text, str)]
        if wrong:
            raise TypeError("list[i] not a string for i in %s" % ", ".join(map(str, wrong)))
        for rows in range(1, len(list) + 1):
            columns = [list[start:start + rows] for start in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        if len(columns) == 1:
            widths = [0]
        if len(list) == 1:
            self.stdout.write("%s\n" % str(list[0]))
            return
        for row in range(rows):
            texts = [
                column[row].ljust(width) for column, width in zip(columns, widths) if row < len(column)
            ]
            self.stdout.write("  ".join(texts) + "\n")
