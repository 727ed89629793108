import logging
import logging.handlers
import os
import queue

log = logging.getLogger("files")
log.setLevel(10)
log.propagate = False


def use(handler, *messages, level=logging.INFO):
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    log.addHandler(handler)
    for m in messages:
        log.log(level, m)
    log.removeHandler(handler)
    handler.close()


use(logging.FileHandler("plain.log", mode="w", encoding="utf-8"), "é", "two")
use(logging.FileHandler("plain.log"), "appended")
print(repr(open("plain.log", encoding="utf-8").read()))
lazy = logging.FileHandler("lazy.log", delay=True)
print(os.path.exists("lazy.log"), lazy.stream)
use(lazy, "now")
print(os.path.exists("lazy.log"), lazy.stream, repr(lazy).replace(os.getcwd(), "CWD"))
use(logging.handlers.RotatingFileHandler("rot.log", maxBytes=40, backupCount=2), *(f"message {i}" for i in range(9)))
print({name: open(name).read().split("\n")[:-1] for name in sorted(os.listdir()) if name.startswith("rot")})
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=logging.FileHandler("mem.log", "w"))
log.addHandler(memory)
log.info("1")
log.info("2")
print(len(memory.buffer), os.path.getsize("mem.log"))
log.error("flushes")
print(len(memory.buffer), open("mem.log").read().split())
for i in range(4):
    log.info(i)
print(len(memory.buffer), open("mem.log").read().split())
log.removeHandler(memory)
memory.close()
print(open("mem.log").read().split()[-1])
q = queue.Queue()
handler = logging.handlers.QueueHandler(q)
log.addHandler(handler)
log.info("queued %s", "arg")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("with traceback")
log.removeHandler(handler)
record = q.get()
print(record.msg, record.args, record.message)
print(q.get().msg.splitlines()[-1])


class Collect(logging.Handler):
    def __init__(self, level=0):
        super().__init__(level)
        self.got = []

    def emit(self, record):
        self.got.append((record.levelname, record.getMessage()))


collect, errors = Collect(), Collect(logging.ERROR)
listener = logging.handlers.QueueListener(q, collect, errors, respect_handler_level=True)
listener.start()
log.addHandler(handler)
log.info("one")
log.error("two")
log.removeHandler(handler)
listener.stop()
print(collect.got, errors.got)
broken = Collect()
broken.emit = lambda record: 1 / 0
try:
    use(broken, "raises out of emit")
except ZeroDivisionError as error:
    print(error)
    log.removeHandler(broken)
handler = Collect()
handler.name = "named"
print(logging.getHandlerByName("named") is handler, handler, handler.setLevel("WARNING"), handler.level, handler.get_name())
log.addHandler(handler)
log.addHandler(handler)
print(len(log.handlers))
with open("stream.log", "w") as file:
    stream = logging.StreamHandler(file)
    print(stream.setStream(file), stream.terminator)
    stream.terminator = "|"
    use(stream, "a", "b")
print(open("stream.log").read())
watched = logging.handlers.WatchedFileHandler("w.log")
log.handlers = [watched]
log.info("first")
os.rename("w.log", "w.old")
log.info("second")
watched.close()
print(open("w.old").read(), open("w.log").read())
base = logging.handlers.BaseRotatingHandler("b.log", "a")
print(base.rotation_filename("x.1"), base.mode)
base.close()
try:
    logging.Handler().emit(record)
except NotImplementedError as error:
    print(error)
