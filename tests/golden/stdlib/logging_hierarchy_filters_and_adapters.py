import io
import logging

root = logging.getLogger()
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(name)s:%(levelname)s:%(message)s"))
root.addHandler(handler)


def shown():
    text = out.getvalue().splitlines()
    out.seek(0)
    out.truncate()
    return text


a, abc, ab = logging.getLogger("a"), logging.getLogger("a.b.c"), logging.getLogger("a.b")
print(abc.parent, ab.parent, a.parent, root, repr(abc), logging.getLogger("a") is a, logging.getLogger(None) is root, a.getChild("x.y").name)
print(abc.getEffectiveLevel(), abc.isEnabledFor(30), abc.isEnabledFor(20), abc.hasHandlers(), abc.level, sorted(c.name for c in a.getChildren()))
a.setLevel("INFO")
for logger in (abc, ab, a, root):
    logger.info("i")
    logger.warning("w")
print(shown())
ab.propagate = False
ab.addHandler(logging.NullHandler())
abc.error("lost")
print(shown(), abc.handlers, ab.handlers)
ab.propagate = True
logging.disable(logging.WARNING)
a.warning("disabled")
a.error("not disabled")
logging.disable(logging.NOTSET)
a.disabled = True
a.error("off")
abc.error("child is on")
a.disabled = False
print(shown())


class Only(logging.Filter):
    def filter(self, record):
        record.msg = f"<{record.msg}>"
        return "keep" in record.msg


a.addFilter(Only())
a.info("keep")
a.info("drop")
ab.info("not filtered by the parent's")
a.filters.clear()
handler.addFilter(logging.Filter("a.b"))
a.info("no")
ab.info("yes")
abc.info("yes")
logging.getLogger("a.bc").info("no")
print(shown())
handler.filters.clear()


def replace(record):
    copy = logging.makeLogRecord({**record.__dict__, "msg": "replaced", "args": ()})
    return copy


handler.addFilter(replace)
a.info("original %s", 1)
print(shown())
handler.removeFilter(replace)
adapter = logging.LoggerAdapter(a, {"who": "ada"})


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Prefix(a, {"id": 7}).warning("%s", "adapted")
adapter.info("plain")
adapter.setLevel("ERROR")
print(shown(), adapter.getEffectiveLevel(), adapter.isEnabledFor(20), repr(adapter), a.level, adapter.name)
a.setLevel(logging.NOTSET)
for call in (lambda: a.setLevel("LOUD"), lambda: a.setLevel(1.5), lambda: a.log("INFO", "x"), lambda: logging.getLogger(5),
             lambda: logging.setLoggerClass(int), lambda: a.debug()):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Custom(logging.Logger):
    def trace(self, msg, *args):
        self.log(5, msg, *args, stacklevel=2)


logging.setLoggerClass(Custom)
c = logging.getLogger("custom")
logging.setLoggerClass(logging.Logger)
logging.addLevelName(5, "TRACE")
c.setLevel(5)
c.trace("traced %d", 1)
print(shown(), type(c).__name__, type(logging.getLogger("plain")).__name__, c)
root.setLevel(60)
logging.getLogger("quiet").critical("not seen")
print(shown(), logging.lastResort, logging.getHandlerNames(), logging.raiseExceptions)
factory = logging.getLogRecordFactory()
logging.setLogRecordFactory(lambda *args, **kw: setattr(r := factory(*args, **kw), "msg", "made") or r)
c.error("x")
logging.setLogRecordFactory(factory)
print(shown())
