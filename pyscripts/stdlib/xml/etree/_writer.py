"""Writing trees: as XML, as HTML, as the plain text in them."""

import contextlib
import io
from xml.etree.ElementTree import HTML_EMPTY


class _Bytes(io.BufferedIOBase):
    """A file of which only `write` is known."""

    def __init__(self, write):
        self.write = write

    def writable(self):
        return True


@contextlib.contextmanager
def open_for_writing(target, encoding):
    """A function that writes text to a file, given by name or open, and the encoding to declare."""
    is_text = encoding.lower() == "unicode"
    write = getattr(target, "write", None)
    if write is None:
        encoding = "utf-8" if is_text else encoding
        with open(target, "w", encoding=encoding, errors="xmlcharrefreplace") as file:
            yield file.write, encoding
    elif is_text:
        yield write, getattr(target, "encoding", None) or "utf-8"
    else:
        raw = target if isinstance(target, io.BufferedIOBase) else _Bytes(write)
        text = io.TextIOWrapper(raw, encoding=encoding, errors="xmlcharrefreplace", newline="\n")
        try:
            yield text.write, encoding
        finally:
            text.detach()


def namespaces_of(root, default=None):
    """The names of a tree as they are written, and the prefixes of the namespaces in it."""
    from xml.etree.ElementTree import QName, _namespace_map
    names, spaces = {None: None}, {}
    if default:
        spaces[default] = ""

    def add(name):
        if isinstance(name, QName):
            name = name.text
        elif not isinstance(name, str):
            refuse(name)
        if name in names:
            return
        if name[:1] != "{":
            if default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            names[name] = name
            return
        uri, local = name[1:].rsplit("}", 1)
        prefix = spaces.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri, "ns%d" % len(spaces))
            if prefix != "xml":
                spaces[uri] = prefix
        names[name] = f"{prefix}:{local}" if prefix else local

    for element in root.iter():
        if element.tag is not None and not callable(element.tag):
            add(element.tag)
        for key, value in element.items():
            add(key)
            if isinstance(value, QName):
                add(value)
    return names, spaces


def refuse(text):
    raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})")


def escape_text(text):
    if not isinstance(text, str):
        refuse(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text):
    text = escape_text(text).replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def escape_html_attribute(text):
    if not isinstance(text, str):
        refuse(text)
    return text.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")


def write_xml(write, root, names, spaces, short_empty_elements):
    """Writes a tree as XML."""
    _Writer(write, names, short_empty_elements, is_html=False).write_tree(root, spaces)


def write_html(write, root, names, spaces, short_empty_elements):
    """Writes a tree as HTML does: what is always empty is not closed."""
    _Writer(write, names, False, is_html=True).write_tree(root, spaces)


def write_text(write, root):
    """Writes the text in a tree."""
    for part in root.itertext():
        write(part)
    if root.tail:
        write(root.tail)


METHODS = {"xml": write_xml, "html": write_html, "text": write_text}


class _Writer:
    """What is still to be written waits on a list, so that a tree may be as deep as it likes."""

    def __init__(self, write, names, short, is_html):
        self.write = write
        self.names = names
        self.short = short
        self.is_html = is_html
        self.waiting = []

    def write_tree(self, root, spaces):
        self.waiting.append((root, spaces))
        while self.waiting:
            one, declared = self.waiting.pop()
            if isinstance(one, str):
                self.write(one)
                continue
            if one.tail:
                self.waiting.append((escape_text(one.tail), None))
            self.write_element(one, declared)

    def write_element(self, element, declared):
        from xml.etree.ElementTree import Comment, ProcessingInstruction
        tag, text = element.tag, element.text
        if tag is Comment:
            self.write(f"<!--{escape_text(text) if self.is_html else text}-->")
        elif tag is ProcessingInstruction:
            self.write(f"<?{escape_text(text) if self.is_html else text}?>")
        elif tag is None:
            if text:
                self.write(escape_text(text))
            self.waiting.extend((child, None) for child in reversed(element))
        else:
            self.write_tags(element, self.name(tag), declared)

    def name(self, name):
        """A name as it is written."""
        return self.names[getattr(name, "text", name)]

    def write_tags(self, element, name, declared):
        from xml.etree.ElementTree import QName
        self.write("<" + name)
        escape = escape_html_attribute if self.is_html else escape_attribute
        for uri, prefix in sorted((declared or {}).items(), key=lambda item: item[1]):
            self.write(f' xmlns{":" + prefix if prefix else ""}="{escape_attribute(uri)}"')
        for key, value in element.items():
            value = self.name(value) if isinstance(value, QName) else escape(value)
            self.write(f' {self.name(key)}="{value}"')
        text = element.text
        if text:
            text = text if self.is_html and name.lower() in ("script", "style") else escape_text(text)
        if self.short and not text and not len(element):
            self.write(" />")
            return
        self.write(">")
        if text:
            self.write(text)
        if not (self.is_html and name.lower() in HTML_EMPTY):
            self.waiting.append((f"</{name}>", None))
        self.waiting.extend((child, None) for child in reversed(element))
