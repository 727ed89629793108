"""What the contents of a part are, as objects of Python."""

import binascii
import email.charset
import email.errors
import email.message
from email import quoprimime


class ContentManager:
    """Finds the function that gets or sets contents of a kind."""

    def __init__(self):
        self.get_handlers = {}
        self.set_handlers = {}

    def add_get_handler(self, key, handler):
        """The function for a type: 'text/plain', 'text', or '' for all others."""
        self.get_handlers[key] = handler

    def get_content(self, msg, *args, **kw):
        """The contents of a part."""
        for key in msg.get_content_type(), msg.get_content_maintype(), "":
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(msg.get_content_type())

    def add_set_handler(self, typekey, handler):
        """The function for objects of a class, given itself or by name."""
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        """Sets the contents of a part."""
        if msg.get_content_maintype() == "multipart":
            raise TypeError("set_content not valid on multipart")
        handler = self._setter(obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _setter(self, obj):
        shown = None
        for kind in type(obj).__mro__:
            qualified = kind.__qualname__
            full = f"{kind.__module__}.{qualified}" if kind.__module__ else qualified
            shown = shown or full
            for key in kind, full, qualified, kind.__name__:
                if key in self.set_handlers:
                    return self.set_handlers[key]
        if None in self.set_handlers:
            return self.set_handlers[None]
        raise KeyError(shown)


raw_data_manager = ContentManager()


def get_text_content(msg, errors="replace"):
    """The text of a part."""
    return msg.get_payload(decode=True).decode(msg.get_param("charset", "ASCII"), errors=errors)


def get_non_text_content(msg):
    """The bytes of a part."""
    return msg.get_payload(decode=True)


def get_message_content(msg):
    """The message in a part."""
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    """The bytes of a message of a kind that nobody knows."""
    return bytes(msg.get_payload(0))


raw_data_manager.add_get_handler("text", get_text_content)
for _kind in "audio", "image", "video", "application":
    raw_data_manager.add_get_handler(_kind, get_non_text_content)
for _kind in "rfc822", "external-body":
    raw_data_manager.add_get_handler("message/" + _kind, get_message_content)
raw_data_manager.add_get_handler("message", get_and_fixup_unknown_message_content)


def _prepare_set(msg, maintype, subtype, headers):
    msg["Content-Type"] = f"{maintype}/{subtype}"
    if not headers:
        return
    if not hasattr(headers[0], "name"):
        policy = msg.policy
        headers = [policy.header_factory(*policy.header_source_parse([header])) for header in headers]
    try:
        for header in headers:
            if header.defects:
                raise header.defects[0]
            msg[header.name] = header
    except email.errors.HeaderDefect as problem:
        raise ValueError(f"Invalid header: {header.fold(policy=msg.policy)}") from problem


def _finalize_set(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = "attachment"
    if disposition is not None:
        msg["Content-Disposition"] = disposition
    if filename is not None:
        msg.set_param("filename", filename, header="Content-Disposition", replace=True)
    if cid is not None:
        msg["Content-ID"] = cid
    for name, value in (params or {}).items():
        msg.set_param(name, value)


def _base64_lines(data, max_line_length):
    size = max_line_length // 4 * 3
    pieces = (data[start:start + size] for start in range(0, len(data), size))
    return "".join(binascii.b2a_base64(piece).decode("ascii") for piece in pieces)


def _encode_text(string, charset, cte, policy):
    """The encoding and the payload of a text."""
    lines = string.encode(charset).splitlines()
    linesep = policy.linesep.encode("ascii")
    body = linesep.join(lines) + linesep
    plain = b"\n".join(lines) + b"\n"
    if cte is None:
        longest = max(map(len, lines), default=0)
        if plain.isascii() and longest <= policy.max_line_length:
            return "7bit", plain.decode("ascii")
        if policy.cte_type == "8bit" and longest <= policy.max_line_length:
            return "8bit", plain.decode("ascii", "surrogateescape")
        # Whichever makes the first lines shorter.
        sniff = b"".join(line + linesep for line in lines[:10])
        quoted = quoprimime.body_encode(sniff.decode("latin-1"), policy.max_line_length)
        if len(binascii.b2a_base64(sniff)) > len(quoted):
            cte = "quoted-printable"
            if len(lines) <= 10:
                return cte, quoted
        else:
            cte = "base64"
    if cte == "7bit":
        return cte, plain.decode("ascii")
    if cte == "8bit":
        return cte, plain.decode("ascii", "surrogateescape")
    if cte == "quoted-printable":
        return cte, quoprimime.body_encode(plain.decode("latin-1"), policy.max_line_length)
    if cte == "base64":
        return cte, _base64_lines(body, policy.max_line_length)
    raise ValueError(f"Unknown content transfer encoding {cte}")


def set_text_content(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None, cid=None,
                     params=None, headers=None):
    """Sets a text as the contents."""
    _prepare_set(msg, "text", subtype, headers)
    cte, payload = _encode_text(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    msg.set_param("charset", email.charset.ALIASES.get(charset, charset), replace=True)
    msg["Content-Transfer-Encoding"] = cte
    _finalize_set(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None, params=None,
                        headers=None):
    """Sets a message as the contents."""
    if subtype == "partial":
        raise ValueError("message/partial is not supported for Message objects")
    if subtype == "rfc822":
        if cte not in (None, "7bit", "8bit", "binary"):
            raise ValueError(f"message/rfc822 parts do not support cte={cte}")
        cte = "8bit" if cte is None else cte
    elif subtype == "external-body":
        if cte not in (None, "7bit"):
            raise ValueError(f"message/external-body parts do not support cte={cte}")
        cte = "7bit"
    elif cte is None:
        cte = "7bit"
    _prepare_set(msg, "message", subtype, headers)
    msg.set_payload([message])
    msg["Content-Transfer-Encoding"] = cte
    _finalize_set(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None, params=None,
                      headers=None):
    """Sets bytes as the contents."""
    _prepare_set(msg, maintype, subtype, headers)
    if cte == "base64":
        data = _base64_lines(data, msg.policy.max_line_length)
    elif cte == "quoted-printable":
        data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode("ascii")
    elif cte == "7bit":
        data = data.decode("ascii")
    elif cte in ("8bit", "binary"):
        data = data.decode("ascii", "surrogateescape")
    msg.set_payload(data)
    msg["Content-Transfer-Encoding"] = cte
    _finalize_set(msg, disposition, filename, cid, params)


raw_data_manager.add_set_handler(str, set_text_content)
raw_data_manager.add_set_handler(email.message.Message, set_message_content)
for _kind in bytes, bytearray, memoryview:
    raw_data_manager.add_set_handler(_kind, set_bytes_content)
