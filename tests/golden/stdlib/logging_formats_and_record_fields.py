import io
import logging
import logging.handlers
import sys

stream = io.StringIO()
handler = logging.StreamHandler(stream)
log = logging.getLogger("a.b")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False
for style, form in (("%", "%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d|%(module)s|%(filename)s"),
                    ("{", "{levelname:>8}|{name}|{message!r}|{levelno:03d}"), ("$", "${levelname} $name $message $$5")):
    handler.setFormatter(logging.Formatter(form, style=style))
    log.info("hello %s", "world")
    log.warning("%d%% of %r", 50, "x")
    log.error("%(k)s", {"k": "by name"})
    log.debug("no args %s")
    log.critical("tuple %s", (1, 2))
    log.log(35, "odd level")
    log.info(ValueError("an object"))
for form, style in (("%(x", "%"), ("{x", "{"), ("plain", "%"), ("plain", "{"), ("plain", "$"), ("%(message)s", "?"), ("{0}", "{"), ("{message!z}", "{")):
    try:
        logging.Formatter(form, style=style)
        print("fine", form)
    except ValueError as error:
        print(form, style, error)
handler.setFormatter(logging.Formatter("%(message)s %(user)s", defaults={"user": "nobody"}))
log.info("defaults")
log.info("extra", extra={"user": "ada"})
for extra in ({"message": 1}, {"name": "x"}, {"asctime": 1}):
    try:
        log.info("bad", extra=extra)
    except KeyError as error:
        print(error)


class Shout(logging.Formatter):
    def format(self, record):
        return super().format(record).upper() + "!"

    def formatException(self, info):
        return f"<{info[0].__name__}: {info[1]}>"

    def formatTime(self, record, datefmt=None):
        return f"time({datefmt})"


handler.setFormatter(Shout("%(asctime)s %(message)s", "%H"))
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed %s", "here")
    log.error("with info", exc_info=sys.exc_info())
log.info("no info", exc_info=True)
log.info("an exception", exc_info=KeyError("k"))
handler.setFormatter(logging.Formatter("%(message)s"))
log.info("stack", stack_info=True)
text = stream.getvalue()
print(text[:text.index("Stack")], [line.strip() for line in text[text.index("Stack"):].splitlines()][:2])
record = logging.LogRecord("n", 10, "/path/to/file.py", 7, "msg %s", ("arg",), None, "func", extra_ignored=1)
print(record, record.getMessage(), record.module, record.filename, record.levelname, record.processName, record.threadName, record.taskName)
made = logging.makeLogRecord({"msg": "m", "own": 5})
print(made.msg, made.own, made.name, made.levelname, made.getMessage())
record.args = (1, 2)
try:
    record.getMessage()
except TypeError as error:
    print(error)
f = logging.Formatter("%(asctime)s.%(msecs)03d %(created)f", datefmt="%Y")
f.converter = __import__("time").gmtime
record.created, record.msecs, record.args = 0.5, 500.0, ("a",)
print(f.format(record), logging.Formatter().usesTime(), f.usesTime(), logging.BufferingFormatter().format([record]))
print(logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(11), logging.addLevelName(11, "ELEVEN"), logging.getLevelName(11),
      logging.getLevelNamesMapping()["WARN"])
old, sys.stderr = sys.stderr, io.StringIO()
log.info("%d", "not a number")
errors, sys.stderr = sys.stderr.getvalue(), old
print("--- Logging error ---" in errors, "Message: '%d'" in errors, "Arguments: ('not a number',)" in errors)
