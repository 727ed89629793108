"""Logging set up from a dict or a file."""

import configparser
import importlib
import io
import logging
import logging.handlers
import os
import re

__all__ = ["fileConfig", "dictConfig", "dictConfigClass", "BaseConfigurator", "DictConfigurator", "valid_ident",
           "listen", "stopListening"]
DEFAULT_LOGGING_CONFIG_PORT = 9030

_IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.IGNORECASE)


def valid_ident(s):
    """Is it an identifier? A ValueError if not."""
    if _IDENTIFIER.match(s) is None:
        raise ValueError(f"Not a valid Python identifier: {s!r}")
    return True


def _resolved(name):
    """The object of a dotted name."""
    names = name.split(".")
    found = __import__(names[0])
    used = names[0]
    for part in names[1:]:
        used += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module(used)
            found = getattr(found, part)
    return found


# From whoever connects.


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread that waits for configurations, once it is started; `verify` may refuse or decrypt what comes."""
    from logging._config_server import Listener
    return Listener(port, verify)


def stopListening():
    """Have the thread that waits for configurations end."""
    from logging import _config_server
    _config_server.stop()


# From a file.


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Set logging up from a file in the format of configparser."""
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f"{fname} is an empty file")
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=io.text_encoding(encoding))
        except configparser.ParsingError as error:
            raise RuntimeError(f"{fname} is invalid: {error}") from error
    formatters = _file_formatters(parser)
    _forget_handlers()
    handlers = _file_handlers(parser, formatters)
    _file_loggers(parser, handlers, disable_existing_loggers)


def _keys(parser, section):
    return [key.strip() for key in parser[section]["keys"].split(",") if key.strip()]


def _file_formatters(parser):
    formatters = {}
    for name in _keys(parser, "formatters"):
        section = parser[f"formatter_{name}"]
        raw = lambda option, default=None: parser.get(section.name, option, raw=True, fallback=default)
        kind = _resolved(section["class"]) if section.get("class") else logging.Formatter
        defaults = raw("defaults")
        formatters[name] = kind(
            raw("format"), raw("datefmt"), raw("style", "%"), defaults=eval(defaults) if defaults else None
        )
    return formatters


def _file_handlers(parser, formatters):
    handlers, targets = {}, []
    for name in _keys(parser, "handlers"):
        section = parser[f"handler_{name}"]
        kind = section["class"]
        try:
            kind = eval(kind, vars(logging))
        except (AttributeError, NameError):
            kind = _resolved(kind)
        arguments = eval(section.get("args", "()"), vars(logging))
        handler = kind(*arguments, **eval(section.get("kwargs", "{}"), vars(logging)))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        if issubclass(kind, logging.handlers.MemoryHandler) and section.get("target"):
            targets.append((handler, section["target"]))
        handlers[name] = handler
    for handler, target in targets:
        handler.setTarget(handlers[target])
    return handlers


def _file_loggers(parser, handlers, disable_existing_loggers):
    names = _keys(parser, "loggers")
    names.remove("root")
    section = parser["logger_root"]
    root = logging.root
    if "level" in section:
        root.setLevel(section["level"])
    for handler in root.handlers[:]:
        root.removeHandler(handler)
    for name in filter(None, map(str.strip, section["handlers"].split(","))):
        root.addHandler(handlers[name])
    existing = set(root.manager.loggerDict)
    kept = set()
    for name in names:
        section = parser[f"logger_{name}"]
        qualname = section["qualname"]
        logger = logging.getLogger(qualname)
        kept.update(other for other in existing if other == qualname or other.startswith(qualname + "."))
        if "level" in section:
            logger.setLevel(section["level"])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = False
        for handler in filter(None, map(str.strip, section["handlers"].split(","))):
            logger.addHandler(handlers[handler])
    _disable(existing - kept, disable_existing_loggers)


def _forget_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def _disable(names, disabled):
    for name in names:
        logger = logging.root.manager.loggerDict[name]
        if not isinstance(logger, logging.PlaceHolder):
            logger.disabled = disabled


# From a dict.


class BaseConfigurator:
    """Resolves what texts in a configuration stand for: `ext://` names of objects, `cfg://` other parts.

    Subclasses may add prefixes, each with the name of the method that resolves what follows it.
    """

    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        """The object of a dotted name."""
        try:
            return _resolved(s)
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def convert(self, value):
        """A value with its references resolved."""
        if isinstance(value, str):
            prefix, found, rest = value.partition("://")
            if found and prefix in self.value_converters:
                return getattr(self, self.value_converters[prefix])(rest)
        elif isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        elif isinstance(value, list):
            return [self.convert(item) for item in value]
        elif isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(self.convert(item) for item in value)
        return value

    def ext_convert(self, value):
        """The object that follows `ext://`."""
        return self.resolve(value)

    def cfg_convert(self, path):
        """The part of the configuration at a path such as `handlers.console[0]`."""
        found = self.config
        for name, index in re.findall(r"(?:^|\.)(\w+)|\[([^\]]*)\]", path):
            if name:
                found = found[name]
            else:
                found = found[int(index) if index.isdigit() else index]
        return self.convert(found)

    def configure_custom(self, config):
        """What a factory makes of its arguments."""
        config = dict(config)
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        result = factory(**{name: self.convert(value) for name, value in config.items() if valid_ident(name)})
        for name, value in (attributes or {}).items():
            setattr(result, name, value)
        return result

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


def _with_old_name(make, options, name, old):
    """What is made of options; once more by an older name of one, for factories that know that only."""
    try:
        return make(options)
    except TypeError as error:
        if f"'{name}'" not in str(error):
            raise
        options = dict(options)
        options[old] = options.pop(name)
        return make(options)


class DictConfigurator(BaseConfigurator):
    """Sets logging up as a dict says."""

    def configure(self):
        """Do it."""
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.pop("incremental", False):
            self._change(config)
            return
        disable_existing = config.pop("disable_existing_loggers", True)
        _forget_handlers()
        self.formatters = self._all("formatters", "formatter", self.configure_formatter)
        self.filters = self._all("filters", "filter", self.configure_filter)
        self.handlers = {}
        self._configure_handlers(config.get("handlers", {}))
        root = logging.root
        existing = set(root.manager.loggerDict)
        kept = set()
        for name, settings in config.get("loggers", {}).items():
            kept.update(other for other in existing if other == name or other.startswith(name + "."))
            try:
                self.configure_logger(name, settings)
            except Exception as error:
                raise ValueError("Unable to configure logger %r" % name) from error
        _disable(existing - kept, disable_existing)
        settings = config.get("root")
        if settings:
            try:
                self._common_logger(root, settings)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _change(self, config):
        """Changes levels of what is there."""
        for name, settings in config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError("No handler found with name %r" % name)
            if settings.get("level"):
                logging._handlers[name].setLevel(settings["level"])
        for name, settings in config.get("loggers", {}).items():
            self._set_levels(logging.getLogger(name), settings)
        if config.get("root"):
            self._set_levels(logging.root, config["root"])

    def _set_levels(self, logger, settings):
        if settings.get("level") is not None:
            logger.setLevel(settings["level"])
        if settings.get("propagate") is not None:
            logger.propagate = settings["propagate"]

    def _all(self, section, what, make):
        made = {}
        for name, settings in self.config.get(section, {}).items():
            try:
                made[name] = make(settings)
            except Exception as error:
                raise ValueError(f"Unable to configure {what} {name!r}") from error
        return made

    def _configure_handlers(self, settings):
        # A handler may need another one that comes later.
        waiting = []
        for name in sorted(settings):
            try:
                self.handlers[name] = self._named(name, settings[name])
            except Exception as error:
                if " not configured yet" not in str(error.__cause__):
                    raise ValueError("Unable to configure handler %r" % name) from error
                waiting.append(name)
        for name in waiting:
            try:
                self.handlers[name] = self._named(name, settings[name])
            except Exception as error:
                raise ValueError("Unable to configure handler %r" % name) from error

    def _named(self, name, settings):
        handler = self.configure_handler(settings)
        handler.name = name
        return handler

    def configure_formatter(self, config):
        """A formatter."""
        if "()" in config:
            return _with_old_name(self.configure_custom, config, "format", "fmt")
        kind = self.resolve(config["class"]) if config.get("class") else logging.Formatter
        options = {"defaults": config["defaults"]} if "defaults" in config else {}
        if "validate" in config:
            options["validate"] = config["validate"]
        return kind(config.get("format"), config.get("datefmt"), config.get("style", "%"), **options)

    def configure_filter(self, config):
        """A filter."""
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Give a handler or logger its filters."""
        for name in filters:
            try:
                found = name if callable(name) or callable(getattr(name, "filter", None)) else self.filters[name]
                filterer.addFilter(found)
            except Exception as error:
                raise ValueError("Unable to add filter %r" % name) from error

    def configure_handler(self, config):
        """A handler."""
        config = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as error:
                raise ValueError("Unable to set formatter %r" % formatter) from error
        level, filters = config.pop("level", None), config.pop("filters", None)
        if "()" in config:
            factory = config.pop("()")
            factory = factory if callable(factory) else self.resolve(factory)
        else:
            factory = self.resolve(config.pop("class"))
            if isinstance(factory, type) and issubclass(factory, logging.handlers.MemoryHandler):
                self._resolve_target(config)
        attributes = config.pop(".", None)
        options = {name: self.convert(value) for name, value in config.items() if valid_ident(name)}
        handler = _with_old_name(lambda options: factory(**options), options, "stream", "strm")
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(level)
        if filters:
            self.add_filters(handler, filters)
        for name, value in (attributes or {}).items():
            setattr(handler, name, value)
        return handler

    def _resolve_target(self, config):
        if "target" in config and not isinstance(config["target"], logging.Handler):
            try:
                name = config["target"]
                if name not in self.handlers:
                    raise TypeError("target not configured yet")
                config["target"] = self.handlers[name]
            except Exception as error:
                raise ValueError("Unable to set target handler %r" % config["target"]) from error

    def configure_logger(self, name, config):
        """A logger."""
        logger = logging.getLogger(name)
        self._common_logger(logger, config)
        logger.disabled = False
        if config.get("propagate") is not None:
            logger.propagate = config["propagate"]

    def _common_logger(self, logger, config):
        if config.get("level") is not None:
            logger.setLevel(config["level"])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get("handlers") or ():
            try:
                logger.addHandler(self.handlers[name])
            except Exception as error:
                raise ValueError("Unable to add handler %r" % name) from error
        if config.get("filters"):
            self.add_filters(logger, config["filters"])


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Set logging up as a dict says."""
    dictConfigClass(dict(config)).configure()
