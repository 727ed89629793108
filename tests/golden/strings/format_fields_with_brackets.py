# Where a replacement field ends: brackets in its name hide closing braces, not those in its specification.
import itertools
import string

values = {"a": {"}": 1, "x": 2, ":": 3, "!r": 4}, "b": 5}
texts = [
    "{0:{a[x}}", "{0[}", "{0[}]}", "{a[}]}", "{a[x}", "{a[:]}", "{a[!r]}", "{0:{a[x]}}", "{0:{a[x}]}}", "{0:[}", "{b!r:[>4}", "{b!r}",
    "{b!}", "{b!", "{b!r", "{b!rx}", "{b!r:", "{b:{b}", "{b{b}}", "{", "}", "{}}", "{{}}", "{b!}x", "{b::>3}", "{a[x]]}", "{a[x}]}",
]
texts += ["".join(parts) for parts in itertools.product("{}[:!b", repeat=4)]
for text in texts:
    shown = []
    for show in (lambda: text.format(7, 8, **values), lambda: list(string.Formatter().parse(text))):
        try:
            shown.append(show())
        except (ValueError, LookupError, AttributeError, TypeError) as error:
            shown.append(f"{type(error).__name__}: {error}")
    print(text, *shown)
