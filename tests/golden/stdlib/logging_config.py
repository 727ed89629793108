import logging
import logging.config

logging.config.dictConfig({
    "version": 1,
    "formatters": {"brief": {"format": "%(levelname)s:%(name)s:%(message)s"}},
    "filters": {"only": {"name": "app.part"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "brief", "stream": "ext://sys.stdout", "level": "INFO"},
        "filtered": {"class": "logging.StreamHandler", "formatter": "brief", "stream": "ext://sys.stdout",
                     "filters": ["only"]},
    },
    "loggers": {"app": {"level": "DEBUG", "handlers": ["out"], "propagate": False},
                "app.part": {"handlers": ["filtered"]}},
    "root": {"level": "WARNING", "handlers": ["out"]},
})
logging.getLogger("app").info("one")
logging.getLogger("app").debug("two")
logging.getLogger("app.part").debug("three")
logging.getLogger("other").warning("four")
for bad in ({}, {"version": 2}, {"version": 1, "root": {"handlers": ["none"]}},
            {"version": 1, "handlers": {"h": {"class": "no.such.Class"}}},
            {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "level": "LOUD"}}}):
    try:
        logging.config.dictConfig(bad)
    except Exception as error:
        print(type(error).__name__, error)
