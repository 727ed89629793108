# Calls within `open` and dates leave no lines in tracebacks.
# exit: 1
# stderr: whole
import datetime
import io
import traceback
from pathlib import Path


def opens():
    open("/nonexistent/file")


def fails(action):
    try:
        action()
    except Exception as error:
        names = [entry.name for entry in traceback.extract_tb(error.__traceback__)]
        print(type(error).__name__, error, names)


for action in (
    opens, lambda: open("/", "w"), lambda: open("/dev/null").write("x"), lambda: open("/dev/null", "zz"),
    lambda: io.StringIO(5), lambda: open("/dev/null").seek(1, 1), lambda: Path("/nonexistent/file").open(),
    lambda: datetime.datetime(2020, 13, 1), lambda: datetime.date(2020, 2, 30), lambda: datetime.time(25),
    lambda: datetime.timedelta("x"), lambda: datetime.datetime.fromisoformat("zz"), lambda: datetime.datetime.now() < 5,
):
    fails(action)
opens()
