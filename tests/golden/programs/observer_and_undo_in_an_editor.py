from collections import deque
from contextlib import contextmanager


class Command:
    def __init__(self, do, undo, name):
        self.do, self.undo, self.name = do, undo, name


class Editor:
    def __init__(self, limit=50):
        self.text, self.cursor = "", 0
        self.done, self.undone, self.observers, self.group = deque(maxlen=limit), [], [], None

    def observe(self, function):
        self.observers.append(function)
        return lambda: self.observers.remove(function)

    def _run(self, command):
        command.do()
        self.undone.clear()
        (self.done if self.group is None else self.group).append(command)
        for observer in tuple(self.observers):
            observer(command.name, self.text)

    def insert(self, text):
        at = self.cursor

        def do():
            self.text = self.text[:at] + text + self.text[at:]
            self.cursor = at + len(text)

        def undo():
            self.text = self.text[:at] + self.text[at + len(text):]
            self.cursor = at
        self._run(Command(do, undo, f"insert {text!r}"))
        return self

    def delete(self, n):
        start = max(0, self.cursor - n)
        gone, old = self.text[start:self.cursor], self.cursor

        def do():
            self.text = self.text[:start] + self.text[old:]
            self.cursor = start

        def undo():
            self.text = self.text[:start] + gone + self.text[start:]
            self.cursor = old
        self._run(Command(do, undo, f"delete {gone!r}"))
        return self

    def move(self, to):
        if not 0 <= to <= len(self.text):
            raise IndexError(f"no place {to} in {len(self.text)}")
        self.cursor = to
        return self

    @contextmanager
    def grouped(self, name):
        outer, self.group = self.group, []
        try:
            yield self
        except Exception:
            for command in reversed(self.group):
                command.undo()
            self.group = outer
            raise
        commands, self.group = self.group, outer
        whole = Command(lambda: [c.do() for c in commands], lambda: [c.undo() for c in reversed(commands)], name)
        (self.done if outer is None else outer).append(whole)

    def undo(self, n=1):
        for _ in range(n):
            if not self.done:
                raise LookupError("nothing to undo")
            command = self.done.pop()
            command.undo()
            self.undone.append(command)
        return self.text

    def redo(self):
        command = self.undone.pop()
        command.do()
        self.done.append(command)
        return self.text


e, log = Editor(), []
stop = e.observe(lambda name, text: log.append(f"{name} -> {text}"))
e.insert("hello").insert(" world").move(5).insert(",").delete(2)
print(e.text, e.cursor, log[-1])
print(e.undo(), e.undo(2), e.redo(), e.redo(), [c.name for c in e.done], [c.name for c in e.undone])
with e.grouped("shout"):
    e.move(0).insert(">> ")
    with e.grouped("inner"):
        e.move(len(e.text)).insert("!").insert("!")
print(e.text, e.undo(), e.redo(), len(e.done))
try:
    with e.grouped("fails"):
        e.insert("lost").move(999)
except IndexError as error:
    print(error, e.text, e.group)
stop()
e.insert("?")
print(len(log), e.undone)
try:
    e.undo(99)
except LookupError as error:
    print(error, repr(e.text))
try:
    Editor().redo()
except IndexError as error:
    print(error)


def once(name, text):
    log.append("once")
    unsubscribe()


unsubscribe = e.observe(once)
e.insert("a").insert("b")
print(log[-1], log.count("once"))
small = Editor(3)
for c in "abcdef":
    small.insert(c)
print(small.undo(3), len(small.done))
