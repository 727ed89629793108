# Formats in the % style: widths, literal percent signs, fields that a record lacks, formats that are changed later.
import io
import logging

out = io.StringIO()
handler = logging.StreamHandler(out)
logger = logging.getLogger("a.b")
logger.addHandler(handler)
logger.propagate = False
for fmt in ("%(levelname)-8s %% %(name)s", "%% %(levelname)-8s|%(message)5s %(levelno)04d %(name)r", "%(message).3s",
            "%(funcName)s:%(lineno)d %(module)s", "%(message)s%(message)s", "plain"):
    handler.setFormatter(logging.Formatter(fmt, validate=False))
    logger.warning("a%s", "b")
    logger.error({"a": 1})
    logger.error("%(a)s", {"a": 1})
handler.setFormatter(logging.Formatter("%(levelname)s %(extra)s", defaults={"extra": "none"}))
logger.warning("x")
logger.warning("x", extra={"extra": "some"})
handler.setFormatter(logging.Formatter("%(levelname)s"))
logger.error("u")
handler.formatter._style._fmt = "%(funcName)s %(extra)s"


def function():
    logger.error("u", extra={"extra": [1]})


function()
print(out.getvalue())
handler.formatter._style._fmt = "%(nothing)s"
for record in (logging.makeLogRecord({}), logging.makeLogRecord({"nothing": 3})):
    try:
        print(handler.formatter.format(record))
    except ValueError as error:
        print(error)
for pathname in ("/x/y.z.py", "y", "", None, ["x"], b"/a/b.py"):
    record = logging.LogRecord("a", 10, pathname, 1, "m", ({},), None)
    print(record.filename, record.module, record.args)


class Record(logging.LogRecord):
    @property
    def message(self):
        return "a message of its own"

    @message.setter
    def message(self, value):
        self.__dict__["message"] = value.upper()


logging.setLogRecordFactory(Record)
out.truncate(out.seek(0))
handler.setFormatter(logging.Formatter("%(message)s"))
logger.error("low")
print(out.getvalue())


class Stack(logging.Formatter):
    def formatStack(self, stack_info):
        return f"<{stack_info.splitlines()[0]}>"


out.truncate(out.seek(0))
handler.setFormatter(Stack("%(levelname)s"))
logger.error("with a stack", stack_info=True)
try:
    1 / 0
except ZeroDivisionError:
    logger.exception("with an error")
print(out.getvalue().splitlines()[:2], out.getvalue().splitlines()[-1])
