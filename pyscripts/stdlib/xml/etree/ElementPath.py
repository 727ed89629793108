"""Finding elements by paths, the part of XPath that ElementTree has."""

import re

_TOKEN = re.compile(
    r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+"
)


def xpath_tokenizer(pattern, namespaces=None):
    """The (sign, name) of a path; names with a prefix get their namespace."""
    default = namespaces.get("") if namespaces else None
    is_attribute = False
    for text, sign, name in _TOKEN.findall(pattern):
        if name and name[0] != "{":
            if ":" in name:
                prefix, local = name.split(":", 1)
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError("prefix %r not found in prefix map" % prefix)
                yield sign, "{%s}%s" % (namespaces[prefix], local)
            elif default and not is_attribute:
                yield sign, "{%s}%s" % (default, name)
            else:
                yield sign, name
            is_attribute = False
        elif text or sign or name:
            yield text or sign, name
            is_attribute = sign == "@"


def _fits(tag):
    """What tells whether an element's tag is this one, where * stands for any name or namespace."""
    if tag == "*":
        return lambda found: True
    if tag == "{*}*":
        return lambda found: isinstance(found, str)
    if tag[:3] == "{}*":
        return lambda found: isinstance(found, str) and found[:1] != "{"
    if tag[:3] == "{*}":
        suffix, plain = tag[2:], tag[3:]
        return lambda found: found == plain or isinstance(found, str) and found[:1] == "{" and found.endswith(suffix)
    if tag[-2:] == "}*":
        return lambda found: isinstance(found, str) and found.startswith(tag[:-1])
    return lambda found: found == tag


class _Context:
    """What the steps of a path share: the root, and who is whose parent."""

    def __init__(self, root):
        self.root = root
        self._parents = None

    def parents(self):
        if self._parents is None:
            self._parents = {child: parent for parent in self.root.iter() for child in parent}
        return self._parents


def _children(tag):
    fits = _fits(tag)
    return lambda context, elements: (child for element in elements for child in element if fits(child.tag))


def _descendants(tag):
    fits = _fits(tag)
    return lambda context, elements: (
        found for element in elements for found in element.iter() if found is not element and fits(found.tag)
    )


def _parents(context, elements):
    seen = set()
    for element in elements:
        parent = context.parents().get(element)
        if parent is not None and parent not in seen:
            seen.add(parent)
            yield parent


def _where(holds):
    """A step that keeps elements for which something holds."""
    return lambda context, elements: (element for element in elements if holds(element))


def _full_text(element):
    return "".join(element.itertext())


def _predicate(tokens):
    """A step in square brackets."""
    signs, parts = [], []
    for sign, name in tokens:
        if sign == "]":
            break
        if (sign, name) == ("", ""):
            continue
        if sign[:1] in ("'", '"'):
            sign, name = "'", sign[1:-1]
        signs.append(sign or "-")
        parts.append(name)
    form = "".join(signs)
    is_number = bool(parts) and bool(re.fullmatch(r"-?\d+", parts[0] or ""))
    equal, value = "!" not in form, parts[-1] if parts else None
    if form == "@-":
        return _where(lambda element: element.get(value) is not None)
    if form in ("@-='", "@-!='"):
        key = parts[1]
        return _where(lambda element: (found := element.get(key)) is not None and (found == value) == equal)
    if form == "-" and not is_number:
        return _where(lambda element: element.find(value) is not None)
    if form in (".='", ".!='"):
        return _where(lambda element: (_full_text(element) == value) == equal)
    if form in ("-='", "-!='") and not is_number:
        tag = parts[0]
        return _where(lambda element: any((_full_text(found) == value) == equal for found in element.findall(tag)))
    if form in ("-", "-()", "-()-"):
        return _position(form, parts)
    raise SyntaxError("invalid predicate")


def _position(form, parts):
    """A step that picks by place among the brothers of one tag."""
    if form == "-":
        index = int(parts[0]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
    else:
        if parts[0] != "last":
            raise SyntaxError("unsupported function")
        index = -1
        if form == "-()-":
            try:
                index = int(parts[2]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression")
            if index > -2:
                raise SyntaxError("XPath offset from last() must be negative")

    def select(context, elements):
        for element in elements:
            parent = context.parents().get(element)
            if parent is None:
                continue
            brothers = list(parent.findall(element.tag))
            if -len(brothers) <= index < len(brothers) and brothers[index] is element:
                yield element

    return select


def _steps(path, namespaces):
    """The steps of a path."""
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = iter(list(xpath_tokenizer(path, namespaces)))
    steps = []
    sign, name = next(tokens, (None, None))
    while sign is not None:
        if sign == "*":
            steps.append(_children("*"))
        elif sign == ".":
            steps.append(lambda context, elements: elements)
        elif sign == "..":
            steps.append(_parents)
        elif sign == "//":
            sign, name = next(tokens, ("", ""))
            if sign == "*":
                steps.append(_descendants("*"))
            elif not sign and name:
                steps.append(_descendants(name))
            else:
                raise SyntaxError("invalid descendant")
        elif sign == "[":
            steps.append(_predicate(tokens))
        elif not sign:
            steps.append(_children(name))
        else:
            raise SyntaxError("invalid path")
        sign, name = next(tokens, (None, None))
        if sign == "/":
            sign, name = next(tokens, (None, None))
    return steps


_known = {}


def iterfind(elem, path, namespaces=None):
    """The elements that a path leads to."""
    key = path, tuple(sorted(namespaces.items())) if namespaces else None
    steps = _known.get(key)
    if steps is None:
        if len(_known) > 100:
            _known.clear()
        steps = _known[key] = _steps(path, namespaces)
    context = _Context(elem)
    found = iter((elem,))
    for step in steps:
        found = step(context, found)
    return found


def find(elem, path, namespaces=None):
    """The first element that a path leads to."""
    return next(iter(iterfind(elem, path, namespaces)), None)


def findall(elem, path, namespaces=None):
    """All elements that a path leads to."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element that a path leads to."""
    found = find(elem, path, namespaces)
    if found is None:
        return default
    return "" if found.text is None else found.text
