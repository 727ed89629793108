# Dates that are not quite right are understood all the same, or refused, as CPython does.
from email.utils import parsedate_to_datetime, parsedate_tz

for text in [
    "expires=Mon, 28 Dec 2026 04:47:53 GMT", "Mon,28 Dec 2026 04:47:53 GMT", "foo 28 Dec 2026 04:47:53 GMT",
    "Dec 28 2026 04:47:53 GMT", "Mon Dec 28 04:47:53 2026", "28-Dec-2026 04:47:53 GMT", "28 Dec 2026 04.47.53 +0100",
    "28 Dec 04:47:53 2026 GMT", "28 Dec, 2026 04:47:53 GMT", "28, Dec 2026, 04:47, GMT", "2026 Dec 28 04:47:53 GMT",
    "Mon, 28 Dec 2026 04:47:53.123 GMT", "Mon, 28 Dec 2026 04:47:53+0200", "28 Dec 68 04:47", "28 december 69 4:7 EST",
    "28 Dec GMT 04:47:53 2026", "28 Dec 2026", "nonsense", "Mon,", " ", "5 Xyz 2020 10:10:10 GMT", "5 Jan 2020 a:b:c Z",
]:
    print(repr(text), parsedate_tz(text))
print(parsedate_to_datetime("expires=Mon, 28 Dec 2026 04:47:53 GMT"))
