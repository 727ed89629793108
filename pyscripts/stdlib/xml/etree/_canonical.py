"""Documents in their canonical form (C14N 2.0): two that say the same are the same text.

A name travels through the parser as "{uri}local", so prefixes are found anew: the innermost declaration of the
source that leads to the namespace is taken, or, if prefixes are to be rewritten, n0, n1 and so on. Only what is used is declared.
"""

import io

_XML = "http://www.w3.org/XML/1998/namespace"


def _split(name):
    """The namespace and the local part of a name."""
    return tuple(name[1:].rsplit("}", 1)) if name[:1] == "{" else ("", name)


def _escape_text(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


def _escape_attribute(text):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return text.replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")


class C14NWriterTarget:
    """A target of a parser that writes what it is told in the canonical form."""

    def __init__(self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False, qname_aware_tags=None,
                 qname_aware_attrs=None, exclude_attrs=None, exclude_tags=None):
        self._write = write
        self._with_comments = with_comments
        self._strip_text = strip_text
        self._rewrite = rewrite_prefixes
        self._qname_tags = set(qname_aware_tags or ())
        self._qname_attributes = set(qname_aware_attrs or ())
        self._exclude_attributes = set(exclude_attrs or ())
        self._exclude_tags = set(exclude_tags or ())
        self._text = []
        self._declared = []  # of each open element what the source declares there: (prefix, uri)
        self._new = []  # declarations of the element that is about to begin
        self._written = [{"xml": _XML}]  # of each open element the prefixes that hold in it, as they were written
        self._names = []  # the open elements as they were written
        self._preserved = [False]  # whether spaces matter there
        self._numbers = {}  # with rewritten prefixes: the one of each namespace
        self._ignored = 0  # how deep we are in an element that is left out
        self._waiting = None  # a start whose text is a qualified name, which must be seen first
        self._seen_root = False
        self._after_root = False

    # Names.

    def _in_scope(self):
        """The source's declarations that hold, the innermost first, without those that are hidden."""
        seen = set()
        for level in [self._new, *reversed(self._declared)]:
            for prefix, uri in level:
                if prefix not in seen:
                    seen.add(prefix)
                    yield prefix, uri

    def _prefix(self, uri, is_attribute):
        if uri == _XML:
            return "xml"
        if self._rewrite:
            return self._numbers.setdefault(uri, f"n{len(self._numbers)}")
        for prefix, known in self._in_scope():
            if known == uri and (prefix or not is_attribute):
                return prefix
        return self._numbers.setdefault(uri, f"ns{len(self._numbers)}")

    def _qualified(self, text):
        """The namespace and local part of a qualified name within a text; None if it is none."""
        prefix, colon, local = text.strip().partition(":")
        if not colon:
            prefix, local = "", prefix
        if not local or not (local[0].isalpha() or local[0] == "_"):
            return None
        for known, uri in self._in_scope():
            if known == prefix:
                return uri, local
        return None if prefix else ("", local)

    def start_ns(self, prefix, uri):
        if not self._ignored:
            self._flush()
            self._new.append((prefix or "", uri))

    # Elements.

    def start(self, tag, attrs):
        if self._ignored or tag in self._exclude_tags:
            self._flush() if not self._ignored else None
            self._ignored += 1
            return
        if self._text or self._waiting:
            self._flush()
        start = tag, dict(attrs), self._new
        self._seen_root = True
        if tag in self._qname_tags:
            # Its text may need a declaration here.
            self._waiting = start
            return
        self._start(*start, None)

    def _start(self, tag, attributes, new, text):
        self._new = new
        attributes = {name: value for name, value in attributes.items() if name not in self._exclude_attributes}
        # A rewritten prefix has its number by the order of the namespaces.
        qualified = {name: self._qualified(value) for name, value in attributes.items()
                     if name in self._qname_attributes}
        in_text = self._qualified(text) if text is not None else None
        if self._rewrite:
            uris = {_split(name)[0] for name in (tag, *attributes)}
            uris |= {found[0] for found in (*qualified.values(), in_text) if found}
            for uri in sorted(uris - {"", _XML}):
                self._prefix(uri, True)
        holds = dict(self._written[-1])
        declarations = {}

        def written(uri, local, is_attribute=False):
            if not uri:
                if not is_attribute and holds.get("", ""):
                    declarations[""] = holds[""] = ""
                return local
            prefix = self._prefix(uri, is_attribute)
            if holds.get(prefix) != uri:
                declarations[prefix] = holds[prefix] = uri
            return f"{prefix}:{local}" if prefix else local

        name = written(*_split(tag))
        parts = []
        for key in sorted(attributes, key=_split):
            value = attributes[key]
            if qualified.get(key):
                value = written(*qualified[key])
            parts.append((written(*_split(key), True), value))
        content = text
        if in_text:
            content = text.replace(text.strip(), written(*in_text))
        write = self._write
        write("<" + name)
        for prefix, uri in sorted(declarations.items()):
            write(f' xmlns{":" + prefix if prefix else ""}="{_escape_attribute(uri)}"')
        for key, value in parts:
            write(f' {key}="{_escape_attribute(value)}"')
        write(">")
        if content:
            write(_escape_text(content))
        self._names.append(name)
        self._written.append(holds)
        self._declared.append(new)
        self._new = []
        space = attributes.get(f"{{{_XML}}}space")
        self._preserved.append(space == "preserve" if space else self._preserved[-1])

    def end(self, tag):
        if self._ignored:
            self._ignored -= 1
            return
        self._flush()
        self._write(f"</{self._names.pop()}>")
        self._written.pop()
        self._declared.pop()
        self._preserved.pop()
        self._after_root = not self._names

    # What stands between.

    def data(self, data):
        if not self._ignored:
            self._text.append(data)

    def _flush(self):
        text = "".join(self._text)
        self._text.clear()
        waiting, self._waiting = self._waiting, None
        if self._strip_text and not self._preserved[-1]:
            text = text.strip()
        if waiting:
            new = self._new
            self._start(*waiting, text)
            self._new = new
        elif text and self._names:
            self._write(_escape_text(text))

    def _beside_root(self, written):
        """Comments and instructions outside of the root have lines of their own."""
        if self._after_root:
            self._write("\n")
        self._write(written)
        if not self._seen_root:
            self._write("\n")

    def comment(self, text):
        if not self._with_comments or self._ignored:
            return
        self._flush()
        self._beside_root("<!--" + _escape_text(text) + "-->")

    def pi(self, target, data=None):
        if self._ignored:
            return
        self._flush()
        self._beside_root(f"<?{target} {_escape_text(data)}?>" if data else f"<?{target}?>")


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """The canonical form of a document: as a text, or written to `out`."""
    from xml.etree.ElementTree import XMLParser, parse
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    text = io.StringIO() if out is None else None
    parser = XMLParser(target=C14NWriterTarget((out or text).write, **options))
    if xml_data is not None:
        parser.feed(xml_data)
        parser.close()
    else:
        parse(from_file, parser=parser)
    return None if text is None else text.getvalue()
