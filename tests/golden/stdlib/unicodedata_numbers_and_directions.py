# Values of digits and fractions; directions, mirrors, widths and decompositions.
import unicodedata

for letter in "5\u00b2\u00bd\u2167\u56db\u0664a":
    print(ascii(letter), *(function(letter, None) for function in
                           (unicodedata.decimal, unicodedata.digit, unicodedata.numeric)))
for letter in "a(\u05d0\u06271 \u2260\u3042\uff21\uff71\u0301":
    print(ascii(letter), unicodedata.bidirectional(letter), unicodedata.mirrored(letter),
          unicodedata.east_asian_width(letter), unicodedata.combining(letter))
for letter in "\u00e9\u00bd\ufb01\u00b2a\u1e69\uac00\u2126":
    print(ascii(letter), repr(unicodedata.decomposition(letter)))
for attempt in [lambda: unicodedata.numeric("a"), lambda: unicodedata.digit("\u00bd"),
    lambda: unicodedata.decimal("\u00b2"),
                lambda: unicodedata.bidirectional(1)]:
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
