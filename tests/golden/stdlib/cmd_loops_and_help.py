# stdin: hello world\n\nhelp\nhelp hello\n?topic\nhelp nothing\nfoo\n!ls\n?\nEOF\n
import cmd
import io


class Shell(cmd.Cmd):
    intro = "welcome"
    prompt = "$ "

    def do_hello(self, arg):
        """Say hello.

        To whom?"""
        print("hello", repr(arg))

    def do_bare(self, arg):
        pass

    def help_topic(self):
        print("about the topic")

    def do_EOF(self, arg):
        print("end")
        return True

    def precmd(self, line):
        print("pre", repr(line))
        return line

    def postcmd(self, stop, line):
        print("post", stop, repr(line))
        return stop

    def preloop(self):
        print("preloop")

    def postloop(self):
        print("postloop")


Shell(completekey=None).cmdloop()

out = io.StringIO()
shell = Shell(stdin=io.StringIO("hello a\nbare\n  \nx-y\n"), stdout=out, completekey=None)
shell.use_rawinput = False
shell.cmdqueue.append("hello queued")
shell.cmdloop("other")
print(out.getvalue())
for line in ("", "  a b  c", "?x", "?", "!x", "a-b", "1 2", "é"):
    print(repr(line), shell.parseline(line))
out.seek(0), out.truncate()
for count in (0, 1, 3, 17, 60):
    shell.columnize([f"item{number ** 2}" for number in range(count)], 79)
shell.columnize(["x" * 50, "y" * 40], 60)
print(out.getvalue())
try:
    shell.columnize(["a", 1, None])
except TypeError as error:
    print(error)
print(shell.completenames("h"), sorted(shell.complete_help("t")), shell.lastcmd)
