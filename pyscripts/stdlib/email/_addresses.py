"""Reading lists of addresses, as RFC 5322 writes them."""

_SPECIALS = '()<>@,:;.\\"[]'


class _Reader:
    """A text that is read from left to right; spaces and comments between the tokens are gathered on the way."""

    def __init__(self, text):
        self.text = text
        self.place = 0
        self.comments = []

    def peek(self):
        return self.text[self.place:self.place + 1]

    def skip(self):
        """Goes past spaces and comments; whether there were any."""
        start = self.place
        while letter := self.peek():
            if letter in " \t\r\n":
                self.place += 1
            elif letter == "(":
                self.comments.append(self.comment())
            else:
                break
        return self.place > start

    def comment(self):
        """A comment without its brackets; those within it keep theirs."""
        self.place += 1
        parts, depth = [], 1
        while letter := self.peek():
            self.place += 1
            if letter == "\\":
                letter = self.peek()
                self.place += 1
            elif letter == "(":
                depth += 1
            elif letter == ")":
                depth -= 1
                if not depth:
                    break
            parts.append(letter)
        return "".join(parts)

    def quoted(self):
        """A quoted string without its quotes."""
        self.place += 1
        parts = []
        while letter := self.peek():
            self.place += 1
            if letter == '"':
                break
            if letter == "\\":
                letter = self.peek()
                self.place += 1
            elif letter == "\r":
                continue
            parts.append(letter)
        return "".join(parts)

    def literal(self):
        """A domain in square brackets, with them."""
        end = self.text.find("]", self.place)
        end = len(self.text) if end < 0 else end + 1
        start, self.place = self.place, end
        return self.text[start:end]

    def atom(self):
        start = self.place
        while (letter := self.peek()) and letter not in _SPECIALS and letter not in " \t\r\n":
            self.place += 1
        return self.text[start:self.place]


class Mailbox:
    """A display name and an address in its two halves."""

    def __init__(self, display_name, local, domain):
        self.display_name = display_name
        self.local = local
        self.domain = domain
        self.comments = []

    @property
    def address(self):
        if not self.domain:
            return self.local
        return f"{quoted_local(self.local)}@{self.domain}"


def quoted_local(local):
    """The half before the @, in quotes where it needs them."""
    if local and all(letter not in '()<>@,:;\\"[] \t' for letter in local) and not (
        local.startswith(".") or local.endswith(".") or ".." in local
    ):
        return local
    if not local:
        return '""'
    escaped = local.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def parse_groups(text):
    """The groups of a list as (name, mailboxes); a mailbox of its own is in a group without name."""
    reader = _Reader(text)
    groups = []
    while True:
        reader.skip()
        while reader.peek() == ",":
            reader.place += 1
            reader.skip()
        if not reader.peek():
            return groups
        start = reader.place
        name, mailboxes = _group_or_mailbox(reader)
        groups.append((name, mailboxes))
        if reader.place == start:
            reader.place += 1  # a letter that fits nowhere


def _group_or_mailbox(reader):
    words = _words(reader)
    if reader.peek() != ":":
        return None, [_mailbox(reader, words)]
    reader.place += 1
    mailboxes = []
    while True:
        reader.skip()
        letter = reader.peek()
        if not letter or letter == ";":
            reader.place += 1
            return _phrase(words), mailboxes
        if letter == ",":
            reader.place += 1
            continue
        start = reader.place
        mailboxes.append(_mailbox(reader, _words(reader)))
        if reader.place == start:
            reader.place += 1


def _words(reader):
    """The words up to something that ends a phrase or an address; (text, whether a space came before, whether quoted)."""
    words = []
    while True:
        spaced = reader.skip()
        letter = reader.peek()
        if letter == '"':
            words.append((reader.quoted(), spaced, True))
        elif letter == ".":
            reader.place += 1
            words.append((".", spaced, False))
        elif letter and letter not in _SPECIALS:
            words.append((reader.atom(), spaced, False))
        else:
            return words


def _phrase(words):
    """Words as a display name."""
    return "".join((" " if spaced and place else "") + text for place, (text, spaced, _) in enumerate(words))


def _mailbox(reader, words):
    letter = reader.peek()
    if letter == "<":
        name = _phrase(words)
        reader.place += 1
        reader.skip()
        if reader.peek() == "@":
            # A route, which nobody uses any more, is gone past.
            colon = reader.text.find(":", reader.place)
            if colon >= 0:
                reader.place = colon + 1
        local, domain = _address(reader, _words(reader))
        end = reader.text.find(">", reader.place)
        reader.place = len(reader.text) if end < 0 else end + 1
        reader.skip()
        mailbox = Mailbox(name, local, domain)
        mailbox.comments, reader.comments = reader.comments, []
        return mailbox
    local, domain = _address(reader, words)
    reader.skip()
    name = " ".join(reader.comments) if reader.comments else ""
    reader.comments.clear()
    return Mailbox(name, local, domain)


def _address(reader, words):
    """The two halves of an address, whose first words have been read."""
    local = "".join(text for text, _, _ in words)
    if reader.peek() != "@":
        return local, ""
    reader.place += 1
    parts = []
    while True:
        reader.skip()
        letter = reader.peek()
        if letter == "[":
            parts.append(reader.literal())
        elif letter == ".":
            reader.place += 1
            parts.append(".")
        elif letter and letter not in _SPECIALS:
            if parts and parts[-1] != ".":
                return local, "".join(parts)
            parts.append(reader.atom())
        else:
            return local, "".join(parts)


def parse_list(text):
    """The mailboxes of a list as pairs of name and address."""
    pairs = []
    for _, group in parse_groups(text):
        for mailbox in group:
            name = mailbox.display_name
            if mailbox.comments:
                name = f"{name} ({' '.join(mailbox.comments)})"
            pairs.append((name, mailbox.address))
    return pairs
