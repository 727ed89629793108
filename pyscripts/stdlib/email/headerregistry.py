"""Headers that are objects: texts that know their parts."""

from email import _header_value_parser as parser, errors, utils
from email._addresses import parse_groups, quoted_local
from email._folding import decode_words, fold_addresses, fold_parameters, fold_text
from email._mime_values import read_content_disposition, read_content_type


class Address:
    """A name and an address."""

    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        for part in filter(None, (display_name, username, domain, addr_spec)):
            if "\r" in part or "\n" in part:
                raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            username, domain = _split_spec(addr_spec)
        self._display_name = display_name
        self._username = username
        self._domain = domain

    @property
    def display_name(self):
        return self._display_name

    @property
    def username(self):
        return self._username

    @property
    def domain(self):
        return self._domain

    @property
    def addr_spec(self):
        """The address, its first half in quotes where it needs them."""
        local = quoted_local(self.username) if self.username or self.domain else ""
        if self.domain:
            return f"{quoted_local(self.username)}@{self.domain}" if self.username else f"@{self.domain}"
        if not local:
            return "<>"
        return local

    def __repr__(self):
        return (
            f"{self.__class__.__name__}(display_name={self.display_name!r}, username={self.username!r}, "
            f"domain={self.domain!r})"
        )

    def __str__(self):
        name = _quoted_name(self.display_name)
        if name:
            spec = "" if self.addr_spec == "<>" else self.addr_spec
            return f"{name} <{spec}>"
        return self.addr_spec

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


def _split_spec(addr_spec):
    """The halves of an address, which must be nothing else."""
    groups = parse_groups(addr_spec)
    if not groups:
        raise errors.HeaderParseError("expected local-part")
    if len(groups) != 1 or len(groups[0][1]) != 1 or groups[0][1][0].display_name:
        raise ValueError(f"Invalid addr_spec; only {addr_spec!r} could be parsed from {addr_spec!r}")
    mailbox = groups[0][1][0]
    return mailbox.local, mailbox.domain


def _quoted_name(name):
    """A display name, in quotes where it needs them."""
    if any(letter in '()<>@,:;.\\"[]' for letter in name):
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return name


class Group:
    """A named list of addresses; one address that is in no group is a group without a name."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name = display_name
        self._addresses = tuple(addresses) if addresses else ()

    @property
    def display_name(self):
        return self._display_name

    @property
    def addresses(self):
        return self._addresses

    def __repr__(self):
        return f"{self.__class__.__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}"

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        name = self.display_name
        if name is not None:
            name = _quoted_name(name)
        inner = ", ".join(map(str, self.addresses))
        return f"{name}:{' ' + inner if inner else inner};"

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


class BaseHeader(str):
    """A header's value with its name and what is wrong with it; a subclass for the kind of header adds to this."""

    def __new__(cls, name, value):
        found = {"defects": []}
        cls.parse(value, found)
        if utils._has_surrogates(found["decoded"]):
            found["decoded"] = found["decoded"].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        self = str.__new__(cls, found.pop("decoded"))
        self.init(name, **found)
        return self

    def init(self, name, *, defects, **_):
        self._name = name
        self._defects = defects

    @property
    def name(self):
        return self._name

    @property
    def defects(self):
        return tuple(self._defects)

    def __reduce__(self):
        return _rebuild, (self.__class__.__name__, self.__class__.__bases__, str(self), self.name), self.__dict__

    def fold(self, *, policy):
        """The header as it is written, in lines."""
        return fold_text(self.name, str(self), policy)


def _rebuild(name, bases, value, header_name):
    kind = type(name, bases, {})
    self = str.__new__(kind, value)
    self._name = header_name
    return self


class UnstructuredHeader:
    """A header that is just text."""

    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = decode_words(value)


class UniqueUnstructuredHeader(UnstructuredHeader):
    max_count = 1


class DateHeader:
    """A date: None where it is no date."""

    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        kwds["datetime"] = None
        if not value:
            kwds["defects"].append(errors.HeaderMissingRequiredValue())
            kwds["decoded"] = ""
            return
        if isinstance(value, str):
            kwds["decoded"] = value
            try:
                value = utils.parsedate_to_datetime(value)
            except ValueError:
                kwds["defects"].append(errors.InvalidDateDefect("Invalid date value or format"))
                return
        kwds["datetime"] = value
        kwds["decoded"] = utils.format_datetime(value)

    def init(self, *args, datetime=None, **kw):
        self._datetime = datetime
        super().init(*args, **kw)

    @property
    def datetime(self):
        return self._datetime


class UniqueDateHeader(DateHeader):
    max_count = 1


class AddressHeader:
    """A list of addresses, some of which may be in groups."""

    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            groups = []
            for name, mailboxes in parse_groups(value):
                addresses = [_address_of(mailbox, kwds["defects"]) for mailbox in mailboxes]
                groups.append(Group(None if name is None else decode_words(name), addresses))
        else:
            value = value if hasattr(value, "__iter__") else [value]
            groups = [item if hasattr(item, "addresses") else Group(None, [item]) for item in value]
        kwds["groups"] = groups
        kwds["decoded"] = ", ".join(map(str, groups))

    def init(self, *args, groups, **kw):
        self._groups = tuple(groups)
        self._addresses = None
        super().init(*args, **kw)

    @property
    def groups(self):
        return self._groups

    @property
    def addresses(self):
        if self._addresses is None:
            self._addresses = tuple(address for group in self._groups for address in group.addresses)
        return self._addresses

    def fold(self, *, policy):
        return fold_addresses(self.name, self.groups, policy)


def _address_of(mailbox, defects):
    if not mailbox.domain:
        defects.append(errors.InvalidHeaderDefect("addr-spec local part with no domain"))
    if not mailbox.local.isascii():
        defects.append(errors.NonASCIILocalPartDefect("local-part contains non-ASCII characters)"))
    return Address(decode_words(mailbox.display_name), mailbox.local, mailbox.domain)


class UniqueAddressHeader(AddressHeader):
    max_count = 1


class SingleAddressHeader(AddressHeader):
    """A header with one address."""

    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError(f"value of single address header {self.name} is not a single address")
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    max_count = 1


class MIMEVersionHeader:
    """The version of MIME."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = value
        plain = "".join(value.split())
        major, dot, minor = plain.partition(".")
        kwds["version"] = kwds["major"] = kwds["minor"] = None
        if not value:
            kwds["defects"].append(errors.HeaderMissingRequiredValue("Missing MIME version number (eg: 1.0)"))
        elif dot and major.isdigit() and minor.isdigit():
            kwds["major"], kwds["minor"] = int(major), int(minor)
            kwds["version"] = f"{int(major)}.{int(minor)}"
        else:
            kwds["defects"].append(errors.InvalidHeaderDefect("Expected MIME version number"))

    def init(self, *args, version, major, minor, **kw):
        self._version, self._major, self._minor = version, major, minor
        super().init(*args, **kw)

    @property
    def version(self):
        return self._version

    @property
    def major(self):
        return self._major

    @property
    def minor(self):
        return self._minor


class ParameterizedMIMEHeader:
    """A value with parameters; subclasses have `read(text, defects)`."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["first"], kwds["params"], kwds["decoded"] = cls.read(value, kwds["defects"])

    def init(self, *args, first, params, **kw):
        self._first = first
        self._params = params
        super().init(*args, **kw)

    @property
    def params(self):
        from types import MappingProxyType
        return MappingProxyType(self._params)

    def fold(self, *, policy):
        return fold_parameters(self.name, str(self), policy)


class ContentTypeHeader(ParameterizedMIMEHeader):
    """The type of a part."""

    read = staticmethod(read_content_type)

    def init(self, *args, first, **kw):
        self._maintype, self._subtype = first or ("text", "plain")
        super().init(*args, first=first, **kw)

    @property
    def maintype(self):
        return self._maintype

    @property
    def subtype(self):
        return self._subtype

    @property
    def content_type(self):
        return f"{self.maintype}/{self.subtype}"


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """Whether a part is shown or attached."""

    read = staticmethod(read_content_disposition)

    @property
    def content_disposition(self):
        return self._first


class ContentTransferEncodingHeader:
    """How a part is encoded."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = value
        kwds["cte"] = value.strip().lower()

    def init(self, *args, cte, **kw):
        self._cte = cte
        super().init(*args, **kw)

    @property
    def cte(self):
        return self._cte


class MessageIDHeader:
    """The name of a message."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"] = value


_default_header_map = {
    "subject": UniqueUnstructuredHeader, "date": UniqueDateHeader, "resent-date": DateHeader, "orig-date": UniqueDateHeader,
    "sender": UniqueSingleAddressHeader, "resent-sender": SingleAddressHeader, "to": UniqueAddressHeader,
    "resent-to": AddressHeader, "cc": UniqueAddressHeader, "resent-cc": AddressHeader, "bcc": UniqueAddressHeader,
    "resent-bcc": AddressHeader, "from": UniqueAddressHeader, "resent-from": AddressHeader, "reply-to": UniqueAddressHeader,
    "mime-version": MIMEVersionHeader, "content-type": ContentTypeHeader, "content-disposition": ContentDispositionHeader,
    "content-transfer-encoding": ContentTransferEncodingHeader, "message-id": MessageIDHeader,
}


class HeaderRegistry:
    """Makes headers of the class that their name asks for."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.registry = dict(_default_header_map) if use_default_map else {}
        self.base_class = base_class
        self.default_class = default_class

    def map_to_type(self, name, cls):
        """Tells the class for headers of a name."""
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)
        return type("_" + cls.__name__, (cls, self.base_class), {})

    def __call__(self, name, value):
        return self[name](name, value)
