"""Values that travel, and how they become XML and back."""

import base64
import time
from datetime import datetime
from decimal import Decimal
from xml.parsers import expat

MAXINT = 2**31 - 1
MININT = -2**31

# Numbers of faults that servers agree on.
PARSE_ERROR = -32700
SERVER_ERROR = -32600
APPLICATION_ERROR = -32500
SYSTEM_ERROR = -32400
TRANSPORT_ERROR = -32300
NOT_WELLFORMED_ERROR = -32700
UNSUPPORTED_ENCODING = -32701
INVALID_ENCODING_CHAR = -32702
INVALID_XMLRPC = -32600
METHOD_NOT_FOUND = -32601
INVALID_METHOD_PARAMS = -32602
INTERNAL_ERROR = -32603


class Error(Exception):
    """What goes wrong with calls."""

    __str__ = object.__str__


class ProtocolError(Error):
    """The server answered with an error of HTTP."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url = url
        self.errcode = errcode
        self.errmsg = errmsg
        self.headers = headers

    def __repr__(self):
        return f"<{self.__class__.__name__} for {self.url}: {self.errcode} {self.errmsg}>"


class ResponseError(Error):
    """The answer is none."""


class Fault(Error):
    """The function failed: `faultCode` and `faultString`."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode = faultCode
        self.faultString = faultString

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.faultCode}: {self.faultString!r}>"


boolean = Boolean = bool


def escape(s):
    """A text as XML has it."""
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _iso8601(moment):
    if isinstance(moment, datetime):
        return f"{moment.year:04d}{moment:%m%dT%H:%M:%S}"
    if not isinstance(moment, (tuple, time.struct_time)):
        moment = time.localtime(moment or time.time())
    return "%04d%02d%02dT%02d:%02d:%02d" % tuple(moment)[:6]


class DateTime:
    """A moment as the protocol has it: a text like "19980717T14:08:55"."""

    def __init__(self, value=0):
        self.value = value if isinstance(value, str) else _iso8601(value)

    def make_comparable(self, other):
        """Both moments as what can be compared."""
        if isinstance(other, DateTime):
            return self.value, other.value
        if isinstance(other, datetime):
            return self.value, _iso8601(other)
        if isinstance(other, str):
            return self.value, other
        if hasattr(other, "timetuple"):
            return self.timetuple(), other.timetuple()
        kind = getattr(getattr(other, "__class__", type(other)), "__name__", None)
        raise TypeError(f"Can't compare {self.__class__.__name__} and {kind}")

    def __lt__(self, other):
        mine, theirs = self.make_comparable(other)
        return mine < theirs

    def __le__(self, other):
        mine, theirs = self.make_comparable(other)
        return mine <= theirs

    def __gt__(self, other):
        mine, theirs = self.make_comparable(other)
        return mine > theirs

    def __ge__(self, other):
        mine, theirs = self.make_comparable(other)
        return mine >= theirs

    def __eq__(self, other):
        mine, theirs = self.make_comparable(other)
        return mine == theirs

    def timetuple(self):
        """The moment as `time` has it."""
        return time.strptime(self.value, "%Y%m%dT%H:%M:%S")

    def __str__(self):
        return self.value

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.value!r} at {id(self):#x}>"

    def decode(self, data):
        """Take the moment from the text of an element."""
        self.value = str(data).strip()

    def encode(self, out):
        """Write the element."""
        out.write(f"<value><dateTime.iso8601>{self.value}</dateTime.iso8601></value>\n")


def _as_datetime(text):
    return datetime.strptime(text, "%Y%m%dT%H:%M:%S")


class Binary:
    """Bytes, that they are told from text: `data`."""

    def __init__(self, data=None):
        if data is None:
            data = b""
        elif not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"expected bytes or bytearray, not {data.__class__.__name__}")
        self.data = bytes(data)

    def __str__(self):
        return str(self.data, "latin-1")

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, Binary) else other)

    def decode(self, data):
        """Take the bytes from the text of an element."""
        self.data = base64.decodebytes(data)

    def encode(self, out):
        """Write the element."""
        out.write("<value><base64>\n" + base64.encodebytes(self.data).decode("ascii") + "</base64></value>\n")


WRAPPERS = DateTime, Binary


# To XML.


class Marshaller:
    """Writes values."""

    def __init__(self, encoding=None, allow_none=False):
        self.memo = {}
        self.data = None
        self.encoding = encoding
        self.allow_none = allow_none

    dispatch = {}

    def dumps(self, values):
        """The arguments of a call, or a fault."""
        out = []
        write = out.append
        if isinstance(values, Fault):
            write("<fault>\n")
            self.__dump({"faultCode": values.faultCode, "faultString": values.faultString}, write)
            write("</fault>\n")
        else:
            write("<params>\n")
            for value in values:
                write("<param>\n")
                self.__dump(value, write)
                write("</param>\n")
            write("</params>\n")
        return "".join(out)

    def __dump(self, value, write):
        writer = self.dispatch.get(type(value))
        if writer is None:
            # An object is written by its attributes, but not if it is of a kind that has a form of its own.
            if not hasattr(value, "__dict__"):
                raise TypeError(f"cannot marshal {type(value)} objects")
            if any(kind in self.dispatch for kind in type(value).__mro__):
                raise TypeError(f"cannot marshal {type(value)} objects")
            writer = self.dispatch["_arbitrary_instance"]
        writer(self, value, write)

    def dump_nil(self, value, write):
        if not self.allow_none:
            raise TypeError("cannot marshal None unless allow_none is enabled")
        write("<value><nil/></value>")

    dispatch[type(None)] = dump_nil

    def dump_bool(self, value, write):
        write(f"<value><boolean>{value:d}</boolean></value>\n")

    dispatch[bool] = dump_bool

    def dump_long(self, value, write):
        if not MININT <= value <= MAXINT:
            raise OverflowError("int exceeds XML-RPC limits")
        write(f"<value><int>{int(value)}</int></value>\n")

    dump_int = dispatch[int] = dump_long

    def dump_double(self, value, write):
        write(f"<value><double>{value!r}</double></value>\n")

    dispatch[float] = dump_double

    def dump_unicode(self, value, write, escape=escape):
        write(f"<value><string>{escape(value)}</string></value>\n")

    dispatch[str] = dump_unicode

    def dump_bytes(self, value, write):
        write("<value><base64>\n" + base64.encodebytes(value).decode("ascii") + "</base64></value>\n")

    dispatch[bytes] = dispatch[bytearray] = dump_bytes

    def __enter_container(self, value):
        if id(value) in self.memo:
            raise TypeError(f"cannot marshal recursive {'dictionaries' if isinstance(value, dict) else 'sequences'}")
        self.memo[id(value)] = None

    def dump_array(self, value, write):
        self.__enter_container(value)
        write("<value><array><data>\n")
        for item in value:
            self.__dump(item, write)
        write("</data></array></value>\n")
        del self.memo[id(value)]

    dispatch[tuple] = dispatch[list] = dump_array

    def dump_struct(self, value, write, escape=escape):
        self.__enter_container(value)
        write("<value><struct>\n")
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError("dictionary key must be string")
            write(f"<member>\n<name>{escape(key)}</name>\n")
            self.__dump(item, write)
            write("</member>\n")
        write("</struct></value>\n")
        del self.memo[id(value)]

    dispatch[dict] = dump_struct

    def dump_datetime(self, value, write):
        write(f"<value><dateTime.iso8601>{_iso8601(value)}</dateTime.iso8601></value>\n")

    dispatch[datetime] = dump_datetime

    def dump_instance(self, value, write):
        if value.__class__ in WRAPPERS:
            self.write = write
            value.encode(self)
            del self.write
        else:
            self.dump_struct(value.__dict__, write)

    dispatch[DateTime] = dispatch[Binary] = dispatch["_arbitrary_instance"] = dump_instance


# From XML.


class Unmarshaller:
    """Makes values of the elements that a parser finds."""

    dispatch = {}

    def __init__(self, use_datetime=False, use_builtin_types=False):
        self._type = None
        self._stack = []
        self._marks = []
        self._data = []
        self._value = False
        self._methodname = None
        self._encoding = "utf-8"
        self._use_datetime = use_builtin_types or use_datetime
        self._use_bytes = use_builtin_types

    def close(self):
        """The values; the fault, if it was one, is raised."""
        if self._type is None or self._marks:
            raise ResponseError()
        if self._type == "fault":
            raise Fault(**self._stack[0])
        return tuple(self._stack)

    def getmethodname(self):
        """The function's name, if it was a call."""
        return self._methodname

    def xml(self, encoding, standalone):
        self._encoding = encoding

    def start(self, tag, attrs):
        tag = tag.rpartition(":")[2]
        if tag in ("array", "struct"):
            self._marks.append(len(self._stack))
        self._data = []
        if self._value and tag not in self.dispatch:
            raise ResponseError(f"unknown tag {tag!r}")
        self._value = tag == "value"

    def data(self, text):
        self._data.append(text)

    def end(self, tag):
        self.end_dispatch(tag, "".join(self._data))

    def end_dispatch(self, tag, data):
        reader = self.dispatch.get(tag) or self.dispatch.get(tag.rpartition(":")[2])
        if reader is not None:
            reader(self, data)

    def append(self, value):
        """Put a value where it belongs."""
        self._stack.append(value)
        self._value = False

    def end_nil(self, data):
        self.append(None)

    dispatch["nil"] = end_nil

    def end_boolean(self, data):
        if data not in ("0", "1"):
            raise TypeError("bad boolean value")
        self.append(data == "1")

    dispatch["boolean"] = end_boolean

    def end_int(self, data):
        self.append(int(data))

    for _kind in "i1", "i2", "i4", "i8", "int", "biginteger":
        dispatch[_kind] = end_int

    def end_double(self, data):
        self.append(float(data))

    dispatch["double"] = dispatch["float"] = end_double

    def end_bigdecimal(self, data):
        self.append(Decimal(data))

    dispatch["bigdecimal"] = end_bigdecimal

    def end_string(self, data):
        self.append(data.decode(self._encoding) if self._encoding and isinstance(data, bytes) else data)

    dispatch["string"] = dispatch["name"] = end_string

    def end_array(self, data):
        mark = self._marks.pop()
        self._stack[mark:] = [self._stack[mark:]]
        self._value = False

    dispatch["array"] = end_array

    def end_struct(self, data):
        mark = self._marks.pop()
        parts = self._stack[mark:]
        self._stack[mark:] = [dict(zip(parts[::2], parts[1::2]))]
        self._value = False

    dispatch["struct"] = end_struct

    def end_base64(self, data):
        value = Binary()
        value.decode(data.encode("ascii"))
        self.append(value.data if self._use_bytes else value)

    dispatch["base64"] = end_base64

    def end_dateTime(self, data):
        value = DateTime()
        value.decode(data)
        self.append(_as_datetime(data) if self._use_datetime else value)

    dispatch["dateTime.iso8601"] = end_dateTime

    def end_value(self, data):
        # A value without a kind is a text.
        if self._value:
            self.end_string(data)

    dispatch["value"] = end_value

    def end_params(self, data):
        self._type = "params"

    dispatch["params"] = end_params

    def end_fault(self, data):
        self._type = "fault"

    dispatch["fault"] = end_fault

    def end_methodName(self, data):
        self._methodname = data.decode(self._encoding) if isinstance(data, bytes) else data
        self._type = "methodName"

    dispatch["methodName"] = end_methodName

    del _kind


class ExpatParser:
    """Hands the pieces of a document to an `Unmarshaller`."""

    def __init__(self, target):
        self._parser = parser = expat.ParserCreate(None, None)
        self._target = target
        parser.StartElementHandler = target.start
        parser.EndElementHandler = target.end
        parser.CharacterDataHandler = target.data
        target.xml(None, None)

    def feed(self, data):
        """Take in a piece."""
        self._parser.Parse(data, False)

    def close(self):
        """There is no more."""
        parser = self.__dict__.pop("_parser", None)
        if parser is not None:
            del self._target
            parser.Parse(b"", True)


# Programs may put quicker ones here.
FastMarshaller = FastParser = FastUnmarshaller = None


def getparser(use_datetime=False, use_builtin_types=False):
    """A parser and the `Unmarshaller` that it hands the pieces to."""
    target = Unmarshaller(use_datetime=use_datetime, use_builtin_types=use_builtin_types)
    return ExpatParser(target), target


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=False):
    """Arguments or a fault as XML: a call if a function is named, an answer if it is said to be one."""
    assert isinstance(params, (tuple, Fault)), "argument must be tuple or Fault instance"
    if isinstance(params, Fault):
        methodresponse = True
    elif methodresponse and isinstance(params, tuple):
        assert len(params) == 1, "response tuple must be a singleton"
    encoding = encoding or "utf-8"
    data = Marshaller(encoding, allow_none).dumps(params)
    head = "<?xml version='1.0'?>\n" if encoding == "utf-8" else f"<?xml version='1.0' encoding='{encoding}'?>\n"
    if methodname:
        return f"{head}<methodCall>\n<methodName>{methodname}</methodName>\n{data}</methodCall>\n"
    if methodresponse:
        return f"{head}<methodResponse>\n{data}</methodResponse>\n"
    return data


def loads(data, use_datetime=False, use_builtin_types=False):
    """The arguments and the function's name (None if there is none) in XML."""
    parser, target = getparser(use_datetime=use_datetime, use_builtin_types=use_builtin_types)
    parser.feed(data)
    parser.close()
    return target.close(), target.getmethodname()


for _each in (Error, ProtocolError, ResponseError, Fault, DateTime, Binary, Marshaller, Unmarshaller, ExpatParser):
    # Programs know them by the public module's name.
    _each.__module__ = "xmlrpc.client"
