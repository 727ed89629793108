"""The message: headers, and a payload that is text or a list of further messages."""

import binascii
import quopri
from io import BytesIO, StringIO

from email import errors, utils
from email._parameters import format_parameter, parse_parameters, split_parameters, unquote_value
from email._policybase import compat32
from email._uuencode import decode_uu
from email.charset import Charset
from email.iterators import walk as _walk

__all__ = ["Message", "EmailMessage"]

_BASE64 = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")


class Message:
    """A message in the older interface: headers are text, as they came."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The message as text."""
        from email.generator import Generator
        fp = StringIO()
        generator = Generator(fp, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy or self.policy)
        generator.flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The message as bytes."""
        from email.generator import BytesGenerator
        fp = BytesIO()
        BytesGenerator(fp, mangle_from_=False, policy=policy or self.policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def is_multipart(self):
        """Whether the payload is a list of messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    # The payload.

    def attach(self, payload):
        """Another part."""
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError("Attach is not valid on a message with a non-multipart payload")

    def get_payload(self, i=None, decode=False):
        """The payload, or a part of it; with `decode` the bytes that it stands for."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError("Expected list, got %s" % type(self._payload))
        payload = self._payload
        encoding = self.get("content-transfer-encoding", "")
        encoding = getattr(encoding, "cte", None) or str(encoding).strip().lower()
        if not decode:
            return self._text_of(payload)
        return self._bytes_of(payload, encoding)

    def _text_of(self, payload):
        if isinstance(payload, str) and utils._has_surrogates(payload):
            raw = payload.encode("ascii", "surrogateescape")
            try:
                return raw.decode(self.get_content_charset("ascii"), "replace")
            except LookupError:
                return raw.decode("ascii", "replace")
        return payload

    def _bytes_of(self, payload, encoding):
        if not isinstance(payload, str):
            return payload
        if utils._has_surrogates(payload):
            raw = payload.encode("ascii", "surrogateescape")
        else:
            try:
                raw = payload.encode("raw-unicode-escape")
            except UnicodeEncodeError:
                raw = payload.encode("ascii", "replace")
        if encoding == "quoted-printable":
            return quopri.decodestring(raw)
        if encoding == "base64":
            return self._decode_base64(raw)
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            try:
                return decode_uu(raw)
            except ValueError:
                return raw
        return raw

    def _decode_base64(self, raw):
        """Bytes of base64, whatever is wrong with it; what is wrong is noted down."""
        letters = b"".join(raw.split())
        padding = b"==="[:-len(letters) % 4] if len(letters) % 4 else b""
        try:
            decoded = binascii.a2b_base64(letters + padding, strict_mode=True)
            if padding:
                self.policy.handle_defect(self, errors.InvalidBase64PaddingDefect())
            return decoded
        except binascii.Error:
            pass
        kept = bytes(letter for letter in letters if letter in _BASE64)
        self.policy.handle_defect(self, errors.InvalidBase64CharactersDefect())
        if len(kept) % 4 == 1:
            self.policy.handle_defect(self, errors.InvalidBase64LengthDefect())
            return raw
        return binascii.a2b_base64(kept + b"==="[:-len(kept) % 4])

    def set_payload(self, payload, charset=None):
        """Sets the payload, and the headers that go with a charset."""
        if hasattr(payload, "encode"):
            if isinstance(charset, Charset):
                charset = charset.output_charset
            if not hasattr(payload, "decode"):
                self._payload = payload if charset is None else \
                    payload.encode(charset, "surrogateescape").decode("ascii", "surrogateescape")
        elif hasattr(payload, "decode"):
            self._payload = payload.decode("ascii", "surrogateescape")
        else:
            self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Says in which charset the payload is, and encodes it as this charset wants it."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
        else:
            self.set_param("charset", charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if "Content-Transfer-Encoding" in self:
            return
        encoding = charset.get_body_encoding()
        if callable(encoding):
            encoding(self)
            return
        payload = self._payload
        if payload:
            raw = payload.encode("ascii", "surrogateescape")
            payload = charset.body_encode(raw)
        self._payload = payload
        self.add_header("Content-Transfer-Encoding", encoding)

    def get_charset(self):
        return self._charset

    # Headers, as a mapping that keeps order and may have a name more than once.

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most:
            lower = name.lower()
            found = sum(key.lower() == lower for key, _ in self._headers)
            if found >= most:
                raise ValueError(f"There may be at most {most} {name} headers in a message")
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [header for header in self._headers if header[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(key.lower() == name for key, _ in self._headers)

    def __iter__(self):
        for field, _ in self._headers:
            yield field

    def keys(self):
        """The names of all headers."""
        return [key for key, _ in self._headers]

    def values(self):
        """The values of all headers."""
        return [self.policy.header_fetch_parse(key, value) for key, value in self._headers]

    def items(self):
        """The names and values of all headers."""
        return [(key, self.policy.header_fetch_parse(key, value)) for key, value in self._headers]

    def get(self, name, failobj=None):
        """The value of the first header of a name."""
        name = name.lower()
        for key, value in self._headers:
            if key.lower() == name:
                return self.policy.header_fetch_parse(key, value)
        return failobj

    def set_raw(self, name, value):
        """Keeps a header as it is given."""
        self._headers.append((name, value))

    def raw_items(self):
        """The headers as they are kept."""
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """The values of all headers of a name."""
        name = name.lower()
        values = [self.policy.header_fetch_parse(key, value) for key, value in self._headers if key.lower() == name]
        return values or failobj

    def add_header(self, _name, _value, **_params):
        """A header with parameters; underscores in their names are dashes."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace("_", "-")
            parts.append(name if value is None else format_parameter(name, value))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Another value for the first header of a name, which keeps its place."""
        lower = _name.lower()
        for place, (key, _) in enumerate(self._headers):
            if key.lower() == lower:
                self._headers[place] = self.policy.header_store_parse(key, _value)
                return
        raise KeyError(_name)

    # The type and its parameters.

    def get_content_type(self):
        """The type, in lower case; text/plain where there is none that makes sense."""
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        kind = split_parameters(str(value))[0].strip().lower()
        return "text/plain" if kind.count("/") != 1 else kind

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        """The type that a message without one has."""
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """The parameters of a header as pairs; the first is the value itself."""
        value = self.get(header)
        if value is None:
            return failobj
        params = parse_parameters(value)
        return [(name, unquote_value(text)) for name, text in params] if unquote else params

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """A parameter of a header."""
        if header not in self:
            return failobj
        for name, text in self.get_params([], header, unquote=False):
            if name.lower() == param.lower():
                return unquote_value(text) if unquote else text
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Sets a parameter of a header."""
        if not isinstance(value, tuple) and charset:
            value = charset, language, value
        if header not in self and header.lower() == "content-type":
            old = "text/plain"
        else:
            old = self.get(header)
        if not self.get_param(param, header=header):
            new = format_parameter(param, value, requote) if not old else f"{old}; {format_parameter(param, value, requote)}"
        else:
            parts = []
            for name, text in self.get_params(header=header, unquote=requote):
                parts.append(format_parameter(name, value if name.lower() == param.lower() else text, requote))
            new = "; ".join(parts)
        if new != self.get(header):
            if replace:
                self.replace_header(header, new)
            else:
                del self[header]
                self[header] = new

    def del_param(self, param, header="content-type", requote=True):
        """Takes a parameter out of a header."""
        if header not in self:
            return
        parts = [
            format_parameter(name, text, requote) for name, text in self.get_params(header=header, unquote=requote)
            if name.lower() != param.lower()
        ]
        new = "; ".join(parts)
        if new != self.get(header):
            del self[header]
            self[header] = new

    def set_type(self, type, header="Content-Type", requote=True):
        """Sets the type, and keeps the parameters."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for name, text in params[1:]:
            self.set_param(name, text, header, requote)

    def get_filename(self, failobj=None):
        """The name of the file that a part is."""
        missing = object()
        name = self.get_param("filename", missing, "content-disposition")
        if name is missing:
            name = self.get_param("name", missing, "content-type")
        return failobj if name is missing else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """What stands between the parts."""
        missing = object()
        boundary = self.get_param("boundary", missing)
        return failobj if boundary is missing else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Sets what stands between the parts; the header keeps its place."""
        missing = object()
        params = self.get_params(missing)
        if params is missing:
            raise errors.HeaderParseError("No Content-Type header found")
        quoted = f'"{boundary}"'
        params = self.get_params(unquote=False)
        if any(name.lower() == "boundary" for name, _ in params):
            params = [(name, quoted if name.lower() == "boundary" else text) for name, text in params]
        else:
            params.append(("boundary", quoted))
        parts = []
        for name, text in params:
            if isinstance(text, tuple):
                parts.append(format_parameter(f"{name}", (text[0], text[1], utils.unquote(text[2]))))
            else:
                parts.append(name if text in ("", '""') else f"{name}={text}")
        value = "; ".join(parts)
        self._headers = [
            self.policy.header_store_parse(key, value) if key.lower() == "content-type" else (key, old)
            for key, old in self._headers
        ]

    def get_content_charset(self, failobj=None):
        """The charset of the body, in lower case."""
        missing = object()
        charset = self.get_param("charset", missing)
        if charset is missing:
            return failobj
        if isinstance(charset, tuple):
            name = charset[0] or "us-ascii"
            try:
                charset = str(charset[2].encode("raw-unicode-escape"), name)
            except (LookupError, UnicodeError):
                charset = charset[2]
        return charset.lower() if charset.isascii() else failobj

    def get_charsets(self, failobj=None):
        """The charsets of all parts."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """'inline', 'attachment' or nothing."""
        value = self.get("content-disposition")
        return None if value is None else split_parameters(str(value))[0].strip().lower()

    walk = _walk


class MIMEPart(Message):
    """A part in the newer interface: it has contents, and knows its bodies and attachments."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default
            policy = default
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = self.policy if policy is None else policy
        if maxheaderlen is None:
            maxheaderlen = policy.max_line_length
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        """Whether the part says that it is an attachment."""
        value = self.get("content-disposition")
        return False if value is None else value.content_disposition == "attachment"

    def _find_body(self, part, preferences):
        """The candidates for the body, as (rank, part)."""
        if part.is_attachment():
            return
        main, sub = part.get_content_type().split("/")
        if main == "text":
            if sub in preferences:
                yield preferences.index(sub), part
            return
        if main != "multipart" or not self.is_multipart():
            return
        if sub != "related":
            for inner in part.iter_parts():
                yield from self._find_body(inner, preferences)
            return
        if "related" in preferences:
            yield preferences.index("related"), part
        candidate = None
        start = part.get_param("start")
        if start:
            candidate = next((inner for inner in part.iter_parts() if inner["content-id"] == start), None)
        if candidate is None:
            inner = part.get_payload()
            candidate = inner[0] if inner else None
        if candidate is not None:
            yield from self._find_body(candidate, preferences)

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part that is best shown as the message's text."""
        best, body = len(preferencelist), None
        for rank, part in self._find_body(self, preferencelist):
            if rank < best:
                best, body = rank, part
                if rank == 0:
                    break
        return body

    _BODY_TYPES = {("text", "plain"), ("text", "html"), ("multipart", "related"), ("multipart", "alternative")}

    def iter_attachments(self):
        """The parts that are no bodies."""
        main, sub = self.get_content_type().split("/")
        if main != "multipart" or sub == "alternative":
            return
        payload = self.get_payload()
        if not isinstance(payload, list):
            return
        parts = payload.copy()
        if sub == "related":
            # All but the root.
            start = self.get_param("start")
            if start:
                others = [part for part in parts if part.get("content-id") != start]
                if len(others) < len(parts):
                    yield from others
                    return
            yield from parts[1:]
            return
        seen = []
        for part in parts:
            kind = tuple(part.get_content_type().split("/"))
            if kind in self._BODY_TYPES and not part.is_attachment() and kind[1] not in seen:
                seen.append(kind[1])
                continue
            yield part

    def iter_parts(self):
        """The parts of a multipart."""
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """The contents as an object of their kind."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Sets the contents, and the headers that tell of them."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, *args, **kw)

    def _make_multipart(self, subtype, disallowed, boundary):
        if self.get_content_maintype() == "multipart":
            existing = self.get_content_subtype()
            if existing in disallowed + (subtype,):
                raise ValueError(f"Cannot convert {existing} to {subtype}")
        outer, inner = [], []
        for name, value in self._headers:
            (inner if name.lower().startswith("content-") else outer).append((name, value))
        if inner:
            part = type(self)(policy=self.policy)
            part._headers = inner
            part._payload = self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = outer
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        """Makes this a multipart of a body and what it shows."""
        self._make_multipart("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        """Makes this a multipart of bodies to choose from."""
        self._make_multipart("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        """Makes this a multipart of anything."""
        self._make_multipart("mixed", (), boundary)

    def _add_multipart(self, _subtype, *args, _disp=None, **kw):
        if self.get_content_maintype() != "multipart" or self.get_content_subtype() != _subtype:
            getattr(self, "make_" + _subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if _disp and "content-disposition" not in part:
            part["Content-Disposition"] = _disp
        self.attach(part)

    def add_related(self, *args, **kw):
        """Something that the body shows."""
        self._add_multipart("related", *args, _disp="inline", **kw)

    def add_alternative(self, *args, **kw):
        """Another body to choose from."""
        self._add_multipart("alternative", *args, **kw)

    def add_attachment(self, *args, **kw):
        """An attachment."""
        self._add_multipart("mixed", *args, _disp="attachment", **kw)

    def clear(self):
        """Takes away headers and contents."""
        self._headers = []
        self._payload = None

    def clear_content(self):
        """Takes away the contents and the headers that tell of them."""
        self._headers = [(name, value) for name, value in self._headers if not name.lower().startswith("content-")]
        self._payload = None


class EmailMessage(MIMEPart):
    """A whole message in the newer interface."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
