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
            field, place = _enclosed(text, place)
            yield ("".join(literal), *_parts(field))
            literal = []
        else:
            literal.append(character)
    if literal:
        yield "".join(literal), None, None, None


def _enclosed(text, place):
    start, depth = place, 1
    while place < len(text):
        if text[place] == "{":
            depth += 1
        elif text[place] == "}":
            depth -= 1
            if depth == 0:
                return text[start:place], place + 1
        place += 1
    raise ValueError("expected '}' before end of string")


def _parts(field):
    depth = 0
    for place, character in enumerate(field):
        if character == "[":
            depth += 1
        elif character == "]" and depth:
            depth -= 1
        elif depth == 0 and character in "!:":
            break
    else:
        return field, "", None
    name, rest = field[:place], field[place:]
    conversion = None
    if rest[0] == "!":
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


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
