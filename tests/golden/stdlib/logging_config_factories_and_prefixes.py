"""Factories that know an option's older name only; prefixes of one's own."""
import io
import logging
import logging.config

STREAM = io.StringIO()


class Brackets(logging.Formatter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    def format(self, record):
        return f"[{super().format(record)}]"


class Old(logging.StreamHandler):
    def __init__(self, strm=None):
        print("strm" if strm is STREAM else strm)
        super().__init__(strm)


def config(formatter, handler):
    return {
        "version": 1,
        "formatters": {"f": formatter},
        "handlers": {"h": {"formatter": "f", **handler}},
        "root": {"handlers": ["h"], "level": "INFO"},
    }


logging.config.dictConfig(config(
    {"()": Brackets, "format": "%(levelname)s %(message)s"}, {"()": Old, "stream": STREAM},
))
logging.warning("hello")
print(STREAM.getvalue())
try:
    logging.config.dictConfig(config({"()": Brackets, "colour": 3}, {"class": "logging.StreamHandler"}))
except ValueError as error:
    print(error, "|", error.__cause__)


class Upper(logging.config.BaseConfigurator):
    value_converters = dict(logging.config.BaseConfigurator.value_converters, up="up_convert")

    def up_convert(self, value):
        return value.upper()


upper = Upper({"a": {"b": [10, 20]}})
for text in ("up://text", "ext://logging.INFO", "cfg://a.b[1]", "no://change", "plain"):
    print(text, upper.convert(text))
print(sorted(logging.config.BaseConfigurator.value_converters.items()))
