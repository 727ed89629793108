"""Where the carets under a traceback's source lines go.

An instruction covers a range of the source, known to the character. `mark()` shows its lines and underlines it: the
operator of a binary operation, the brackets of a call or of a subscript stand out as "^" among "~". To find them the
text of the range is read as a list of tokens in which a bracketed group is one token: the top of the expression is
the operator that binds least.
"""

_OPEN = {"(": ")", "[": "]", "{": "}"}
_QUOTES = "'\""
_PREFIXES = {"", "r", "b", "u", "f", "br", "rb", "fr", "rf"}
_BINDING = {"|": 1, "^": 2, "&": 3, "<<": 4, ">>": 4, "+": 5, "-": 5,
            "*": 6, "/": 6, "//": 6, "%": 6, "@": 6, "**": 8}
_LONG_OPERATORS = ("...", "**=", "//=", "<<=", ">>=", "**", "//", "<<", ">>", "==", "!=", "<=", ">=", ":=", "->",
                   "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=")
_KEYWORDS = {"and", "as", "assert", "async", "break", "class", "continue", "def", "del", "elif", "else", "except",
             "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
             "pass", "raise", "return", "try", "while", "with", "yield"}


# The lines and what is under them.

def mark(original, dedented, colno, end_colno):
    """The dedented lines of an instruction, those that matter, with the carets beneath.

    `original` are the same lines as they stand in the file, where `colno` (in the first) and `end_colno` (in the
    last) count bytes.
    """
    removed = len(original[0]) - len(dedented[0])
    start = max(0, _characters(original[0], colno) - removed)
    end = max(0, _characters(original[-1], end_colno) - removed)
    text = "\n".join(dedented)
    segment = text[start:len(text) - (len(dedented[-1]) - end)]
    anchor = _find_anchor(segment)
    before, after = dedented[0][:start], dedented[-1][end:]
    shown = {0, len(dedented) - 1}
    if anchor is not None:
        # As places in the dedented lines: (number of the line, column).
        anchor_start, anchor_end = (_place(segment, offset, start) for offset in anchor[1:])
        for line, _ in (anchor_start, anchor_end):
            shown |= {line - 1, line, line + 1}
    shown &= set(range(len(dedented)))
    if anchor is not None and not _is_only_call(before, segment, after, anchor):
        carets = _anchored_carets
        anchor_start = anchor_start[0], _width(dedented[anchor_start[0]], anchor_start[1])
        anchor_end = anchor_end[0], _width(dedented[anchor_end[0]], anchor_end[1])
    elif anchor is None and (before.lstrip() or after.rstrip()):
        carets = _plain_carets
        anchor_start = anchor_end = None
    else:
        carets = None

    def lines(number):
        line = dedented[number]
        yield line + "\n"
        if carets is not None:
            first = len(line) - len(line.lstrip())
            if number == 0:
                first = max(first, _width(line, start))
            last = _width(line, end) if number == len(dedented) - 1 else _width(line)
            yield carets(number, first, last, anchor_start, anchor_end) + "\n"

    return "".join(_shown_lines(sorted(shown), lines))


def _shown_lines(numbers, lines):
    """The numbered lines; a single line left out between two is shown too, more are counted."""
    before = None
    for number in numbers:
        if before is not None and number - before == 2:
            yield from lines(number - 1)
        elif before is not None and number - before > 2:
            yield f"...<{number - before - 1} lines>...\n"
        yield from lines(number)
        before = number


def _plain_carets(number, first, last, start, end):
    return (" " * first + "^" * (last - first))[:max(last, 0)]


def _anchored_carets(number, first, last, start, end):
    return "".join(" " if column < first else "^" if start <= (number, column) < end else "~"
                   for column in range(last))


def _characters(line, offset):
    """How many characters the first `offset` bytes of a line are."""
    return offset if line.isascii() else len(line.encode()[:offset].decode(errors="replace"))


def _width(line, end=None):
    """How many columns the line, or what is before its character `end`, takes on a terminal."""
    if end is None:
        end = len(line)
    if line.isascii():
        return end
    from unicodedata import east_asian_width
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line[:end])


def _place(segment, offset, start):
    line = segment.count("\n", 0, offset)
    return line, offset - segment.rfind("\n", 0, offset) - 1 + (start if line == 0 else 0)


# The top of an expression.

def _find_anchor(segment):
    """(kind, start, end) of what to stress in an expression: kind is "operator", "call" or "subscript"."""
    try:
        tokens = _tokens(segment, 0, "")[0]
    except (ValueError, IndexError):
        return None
    if not tokens:
        return None
    leading, operators = _operators(tokens)
    if operators is None:
        return None
    loose = [index for index in operators if _BINDING[tokens[index][1]] < 7]
    if loose:
        least = min(_BINDING[tokens[index][1]] for index in loose)
        return _operator_anchor(segment, tokens, [i for i in loose if _BINDING[tokens[i][1]] == least][-1])
    if operators:
        return None if leading in ("+", "-", "~") else _operator_anchor(segment, tokens, operators[0])
    kind, bracket, start, end = tokens[-1]
    if leading or len(tokens) == 1 or kind != "group" or bracket == "{":
        return None
    return ("call" if bracket == "(" else "subscript"), start, end


def _operators(tokens):
    """The unary operator that the expression begins with, and the indices of the binary ones.

    The latter is None if this is no expression made only of operands, arithmetic, calls and subscripts.
    """
    operators = []
    leading = ""
    expected = True
    for index, (kind, text, _, _) in enumerate(tokens):
        if kind == "word" and text in _KEYWORDS:
            return leading, None
        if kind == "word" and text == "await" or kind == "operator" and expected and text in ("+", "-", "~"):
            if not expected:
                return leading, None
            leading = leading or (text if index == 0 else "")
        elif kind != "operator" or text == "...":
            expected = False
        elif text == "." and not expected:
            expected = True
        elif text in _BINDING and not expected:
            operators.append(index)
            expected = True
        else:
            return leading, None
    return leading, None if expected else operators


def _operator_anchor(segment, tokens, index):
    start, end = tokens[index][2:]
    # The parenthesis around the right operand, if nothing is between, is taken for a part of the operator.
    followed = end - start == 1 and segment[end:end + 1] == "(" and index + 2 == len(tokens)
    if followed and _is_parenthesised(segment, end):
        end += 1
    return "operator", start, end


def _is_parenthesised(segment, start):
    """Whether the group there is an expression in parentheses, no tuple, generator or assignment of its own."""
    inside = _tokens(segment, start + 1, ")")[0]
    return bool(inside) and not any(text in (",", "for") for _, text, _, _ in inside)


def _tokens(text, index, closing):
    """The tokens (kind, text, start, end) up to the closing bracket, and the index after it."""
    tokens = []
    while index < len(text):
        start, character = index, text[index]
        if character.isspace() or character == "\\":
            index += 1
            continue
        if character == "#":
            index = (text.find("\n", index) + 1) or len(text)
            continue
        if character == closing:
            return tokens, index + 1
        if character in _OPEN:
            kind, word = "group", character
            index = _tokens(text, index + 1, _OPEN[character])[1]
        elif character.isidentifier() or character in _QUOTES:
            kind, word, index = _word_or_string(text, index)
        elif character.isdigit() or character == "." and text[index + 1:index + 2].isdigit():
            kind, word, index = "number", "", _end_of_number(text, index)
        elif character in ")]}!" and text[index:index + 2] != "!=":
            raise ValueError("no expression")
        else:
            kind = "operator"
            word = next((long for long in _LONG_OPERATORS if text.startswith(long, index)), character)
            index += len(word)
        tokens.append((kind, word, start, index))
    if closing:
        raise ValueError("a bracket is not closed")
    return tokens, index


def _end_of_number(text, index):
    hexadecimal = text[index:index + 2] in ("0x", "0X")
    while index < len(text):
        character = text[index]
        # The sign of an exponent.
        signed = character in "+-" and text[index - 1] in "eE" and not hexadecimal
        if not (character.isalnum() or character in "._" or signed):
            break
        index += 1
    return index


def _word_or_string(text, index):
    start = index
    while index < len(text) and (text[index].isidentifier() or text[index].isdigit()):
        index += 1
    word = text[start:index]
    if index < len(text) and text[index] in _QUOTES and word.lower() in _PREFIXES:
        return "string", "", _end_of_string(text, index, "f" in word.lower())
    return "word", word, index


def _end_of_string(text, index, formatted):
    quote = text[index] * 3 if text.startswith(text[index] * 3, index) else text[index]
    index += len(quote)
    while not text.startswith(quote, index):
        if text[index] == "\\":
            index += 1
        elif formatted and text[index] == "{":
            if text[index + 1] != "{":
                index = _end_of_field(text, index + 1)
                continue
            index += 1
        index += 1
    return index + len(quote)


def _end_of_field(text, index):
    """The index after the closing brace of a replacement field; strings inside may have the outer quotes."""
    depth = 1
    while depth:
        character = text[index]
        if character in _QUOTES:
            index = _end_of_string(text, index, False)
            continue
        depth += (character in "{([") - (character in "})]")
        index += 1
    return index


# Lines that need no carets though there is something to stress.

def _is_only_call(before, segment, after, anchor):
    """Whether the line is `return name(...)` or `name = callee(...)` and the range is that call."""
    kind, start, _ = anchor
    # CPython compares bytes with characters here, which differ after the first letter that is not ASCII.
    if kind != "call" or not (before + segment.rpartition("\n")[2]).isascii():
        return False
    before = before.rstrip()
    while before.endswith("("):
        before = before[:-1].rstrip()
        if not after.lstrip().startswith(")"):
            return False
        after = after.lstrip()[1:]
    after = after.lstrip()
    if after and after[0] not in "#;":
        return False
    if before == "return":
        return segment[:start].strip("() \n").isidentifier()
    return before.endswith("=") and before[:-1].strip("() ").isidentifier()
