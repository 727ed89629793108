"""A section as a mapping, and the converters of a parser."""

import collections.abc
import itertools
import re

_UNSET = object()


class SectionProxy(collections.abc.MutableMapping):
    """A section as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for conversion in parser.converters:
            key = "get" + conversion
            from functools import partial

            setattr(self, key, partial(self.get, _impl=getattr(parser, key)))

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        from configparser._parser import ConfigParser
        if isinstance(self._parser, ConfigParser):
            self._parser._check(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return self._options().__iter__()

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """The value of an option, None if it is not there."""
        get = self._parser.get if _impl is None else _impl
        return get(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getint(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self.get(option, fallback, raw=raw, vars=vars, _impl=self._parser.getint, **kwargs)

    def getfloat(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self.get(option, fallback, raw=raw, vars=vars, _impl=self._parser.getfloat, **kwargs)

    def getboolean(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self.get(option, fallback, raw=raw, vars=vars, _impl=self._parser.getboolean, **kwargs)


class ConverterMapping(collections.abc.MutableMapping):
    """What turns values into other things; each gives parser and sections a method `get` with its name."""

    _GETTER = re.compile(r"^get(?P<name>.+)$")

    def __init__(self, parser):
        self._parser = parser
        self._data = {}
        for getter in dir(parser):
            found = self._GETTER.match(getter)
            if found and callable(getattr(parser, getter)):
                self._data[found["name"]] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        try:
            name = "get" + key
        except TypeError:
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})") from None
        if name == "get":
            raise ValueError('Incompatible key: cannot use "" as a name')
        from functools import partial

        self._data[key] = value
        method = partial(self._parser._get_converted, conversion=value)
        setattr(self._parser, name, lambda section, option, **kw: method(section, option=option, **kw))
        for proxy in self._parser._proxies.values() if hasattr(self._parser, "_proxies") else ():
            setattr(proxy, name, partial(proxy.get, _impl=getattr(self._parser, name)))

    def __delitem__(self, key):
        name = "get" + (key or None)
        del self._data[key]
        for owner in itertools.chain((self._parser,), self._parser.values()):
            try:
                delattr(owner, name)
            except AttributeError:
                continue

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
