"""Templates with patterns of one's own: names that the pattern does not say anything about."""
import string


class Odd(string.Template):
    pattern = r"""
        (?P<badname>.*) | (?P<escaped>@{2}) | @(?P<named>[_a-z]+) | @{(?P<braced>[_a-z]+)} | (?P<invalid>@)
    """


for method in ["is_valid", "get_identifiers", "substitute", "safe_substitute"]:
    try:
        print(method, getattr(Odd("@who likes"), method)())
    except ValueError as error:
        print(method, error.args[0])

for text in ["$a ${b} $$ $a", "$a $1", "${a", "", "$$", "$"]:
    template = string.Template(text)
    print(repr(text), template.is_valid(), template.get_identifiers())
