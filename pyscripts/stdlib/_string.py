"""How str.format reads its text: the pieces of it, and the parts of a field's name."""

__native_in_cpython__ = True


def _str(text):
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    return text


def formatter_parser(text, /):
    """(literal, field, format spec, conversion) of a format string, as str.format reads it."""
    return _pieces(_str(text))


def _pieces(text):
    literal = []
    place, end = 0, len(text)
    while place < end:
        character = text[place]
        place += 1
        if character in "{}" and place < end and text[place] == character:
            # A doubled brace ends the piece it is in.
            yield "".join(literal) + character, None, None, None
            literal = []
            place += 1
        elif character == "}":
            raise ValueError("Single '}' encountered in format string")
        elif character == "{":
            if place >= end:
                raise ValueError("Single '{' encountered in format string")
            name, spec, conversion, place = _field(text, place)
            yield "".join(literal), name, spec, conversion
            literal = []
        else:
            literal.append(character)
    if literal:
        yield "".join(literal), None, None, None


def _field(text, start):
    """(name, format spec, conversion, where it ends) of the field that begins here. Brackets in a name hide what
    would end it; a spec ends at the brace that closes it."""
    stop = _end_of_name(text, start)
    name, mark, stop, conversion = text[start:stop], text[stop], stop + 1, None
    if mark == "}":
        return name, "", None, stop
    if mark == "!":
        if stop == len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion, mark, stop = text[stop], text[stop + 1:stop + 2], stop + 2
        if mark == "}":
            return name, "", conversion, stop
        if mark not in ("", ":"):
            raise ValueError("expected ':' after conversion specifier")
    depth = 1
    for place in range(stop, len(text)):
        depth += (text[place] == "{") - (text[place] == "}")
        if depth == 0:
            return name, text[stop:place], conversion, place + 1
    raise ValueError("unmatched '{' in format spec")


def _end_of_name(text, start):
    in_brackets = False
    for place in range(start, len(text)):
        character = text[place]
        if character in "[]":
            in_brackets = character == "["
        elif character in "{}:!" and not in_brackets:
            if character == "{":
                raise ValueError("unexpected '{' in field name")
            return place
    raise ValueError("expected '}' before end of string")


def formatter_field_name_split(name, /):
    """The first part of a field's name, and the attributes and indices after it."""
    _str(name)
    end = min((place for place in (name.find("."), name.find("[")) if place >= 0), default=len(name))
    first, rest = name[:end], name[end:]
    steps = []
    while rest:
        if rest[0] == ".":
            end = min((place for place in (rest.find(".", 1), rest.find("[", 1)) if place >= 0), default=len(rest))
            if end == 1:
                raise ValueError("Empty attribute in format string")
            steps.append((True, rest[1:end]))
            rest = rest[end:]
        elif rest[0] == "[":
            end = rest.find("]")
            if end < 0:
                raise ValueError("Missing ']' in format string")
            if end == 1:
                raise ValueError("Empty attribute in format string")
            index = rest[1:end]
            steps.append((False, int(index) if index.isdecimal() else index))
            rest = rest[end + 1:]
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return (int(first) if first.isdecimal() else first), steps
