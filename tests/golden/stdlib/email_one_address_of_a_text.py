"""One address at the beginning of a text, as mail libraries read it."""
from email.errors import HeaderParseError
from email.headerregistry import parser

TEXTS = (
    "a@b.c", "Joe <a@b.c>", '"J, X" <"a b"@b.c> , d@e', "a", "<a@b>", " a@b c", "a@b,c", "@b", "", "Joe Q P <a@b>",
    "J <a@b> x", ",a@b",
)
for text in TEXTS:
    try:
        token, rest = parser.get_mailbox(text)
    except (HeaderParseError, IndexError) as error:
        print(repr(text), type(error).__name__)
    else:
        print(repr(text), token.display_name, token.local_part, token.domain, token.addr_spec, repr(rest))
