"""Messages of electronic mail: reading, making and writing them.

`message` is the message, `parser` and `feedparser` read one, `generator` writes one, `policy` says by which rules;
`headerregistry`, `_addresses` and `_folding` are the structured headers, `header`, `charset`, `encoders` and `mime` the older
interface.
"""

__all__ = [
    "base64mime", "charset", "encoders", "errors", "feedparser", "generator", "header", "iterators", "message",
    "message_from_file", "message_from_binary_file", "message_from_string", "message_from_bytes", "mime", "parser",
    "quoprimime", "utils",
]


def message_from_string(s, *args, **kws):
    """The message that a text holds."""
    from email.parser import Parser
    return Parser(*args, **kws).parsestr(s)


def message_from_bytes(s, *args, **kws):
    """The message that bytes hold."""
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parsebytes(s)


def message_from_file(fp, *args, **kws):
    """The message that a text file holds."""
    from email.parser import Parser
    return Parser(*args, **kws).parse(fp)


def message_from_binary_file(fp, *args, **kws):
    """The message that a binary file holds."""
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parse(fp)
