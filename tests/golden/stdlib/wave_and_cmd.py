# wave: writing and reading samples. cmd: a loop of commands.
import cmd
import io
import wave

with wave.open("tone.wav", "wb") as tone:
    tone.setparams((2, 2, 8000, 0, "NONE", "not compressed"))
    tone.writeframes(bytes(range(200)))
    tone.writeframes(b"\1\2\3\4")
    print(tone.getnframes(), tone.tell(), tone.getnchannels())
with open("tone.wav", "rb") as file:
    print(file.read(48))
with wave.open("tone.wav") as tone:
    print(tone.getparams(), tone.readframes(2), tone.tell(), len(tone.readframes(-1)), tone.readframes(5))
    tone.setpos(50)
    print(tone.readframes(1))
    try:
        tone.setpos(99)
    except wave.Error as error:
        print(error)
for action in (
    lambda: wave.open(io.BytesIO(b"nonsense data"), "rb"), lambda: wave.open("x.wav", "q"), lambda: wave.open(io.BytesIO(), "rb"),
    lambda: wave.open(io.BytesIO(b"RIFF\4\0\0\0WAVE"), "rb"),
):
    try:
        action()
    except (wave.Error, EOFError) as error:
        print(type(error).__name__, error)


class Shell(cmd.Cmd):
    prompt = "> "
    intro = "welcome"
    use_rawinput = 0

    def do_greet(self, arg):
        """greet NAME: says hello."""
        self.stdout.write(f"hello {arg}\n")

    def do_quit(self, arg):
        return True

    do_EOF = do_quit

    def help_topic(self):
        self.stdout.write("about a topic\n")

    def precmd(self, line):
        self.stdout.write(f"[{line}]\n")
        return line


output = io.StringIO()
lines = "greet you\n\nwhat\n?\nhelp greet\nhelp topic\nhelp nope\n!ls\n? quit\nquit\ngreet late\n"
Shell(stdin=io.StringIO(lines), stdout=output).cmdloop()
print(output.getvalue())
shell = Shell(stdout=output)
print(shell.parseline("greet  a b "), shell.completenames("gr"), shell.onecmd("quit"), shell.parseline(""))
shell = Shell(stdin=io.StringIO(""))
shell.columnize([f"name{number}" for number in range(30)], 60)
shell.columnize([])
shell.columnize(["one"])
