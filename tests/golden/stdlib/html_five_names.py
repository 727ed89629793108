"""All names of characters that HTML 5 has."""
import html
from html.entities import html5, name2codepoint, entitydefs
print(len(html5), len(name2codepoint), len(entitydefs), sum(map(len, html5.values())))
import hashlib
print(hashlib.sha256(repr(sorted(html5.items())).encode()).hexdigest())
print([html.unescape(t).encode("ascii","backslashreplace") for t in ("&Dcaron;&HilbertSpace; &DifferentialD;&ngE;", "&notit; &notin; &amp &copycat &hearts &colon; &NotEqualTilde; &nosuch; &CounterClockwiseContourIntegral;")])
