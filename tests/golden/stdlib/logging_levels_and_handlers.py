import io
import logging

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
log = logging.getLogger("app.part")
log.addHandler(handler)
log.propagate = False
log.warning("warn %s %d", "x", 5)
log.info("hidden")
log.setLevel(logging.DEBUG)
log.debug("dictionary %(k)s", {"k": 1})
log.log(35, "between")
log.error("braces {}")
handler.addFilter(lambda record: "secret" not in record.getMessage())
log.critical("secret")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("caught")
print(out.getvalue().splitlines()[:5], out.getvalue().splitlines()[-1])
print(log, log.parent, logging.getLogger("app.part") is log, log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLevelName(20), logging.getLevelName("ERROR"), logging.getLevelName(35), logging.getLogger("app").getEffectiveLevel(), log.hasHandlers(), logging.root)
logging.addLevelName(35, "NOTICE")
print(logging.getLevelName(35), logging.Formatter("{levelname} {x}", style="{", defaults={"x": 9}).format(logging.makeLogRecord({"levelname": "L", "msg": "m"})), logging.makeLogRecord({"msg": "a %s", "args": (1,)}).getMessage())
for call in (lambda: log.setLevel("nope"), lambda: log.setLevel(None), lambda: logging.getLogger(5), lambda: logging.Formatter("%(x"), lambda: logging.Formatter("x", style="?"), lambda: logging.basicConfig(nope=1), lambda: log.log("x", "m"), lambda: logging.Formatter("{", style="{")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
