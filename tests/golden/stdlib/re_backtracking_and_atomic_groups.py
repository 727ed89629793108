import re

for pattern, text in [
    (r"(a+)+$", "aaaa!"), (r"(?>a+)b", "aaab"), (r"(?>a+)ab", "aaab"), (r"a++b", "aaab"), (r"a++ab", "aaab"),
    (r"a?+a", "a"), (r"a{1,3}+a", "aaa"), (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"(a*)*", "aa"), (r"(a*)+", "b"),
    (r"(?:a?)*?b", "aab"), (r"(a?)*?c", "aac"), (r"(.)\1", "abba"), (r"(.)(.)\2\1", "xabba"), (r"(?P<q>['\"]).*?(?P=q)", "a 'b\" c' d"),
    (r"(a)?b(?(1)c|d)", "abc"), (r"(a)?b(?(1)c|d)", "bd"), (r"^(a)?b(?(1)c|d)$", "abd"), (r"(?P<o>\()?x(?(o)\))", "(x)"),
    (r"(?=(a+))a*b\1", "baaabac"), (r"(?!foo)...", "foobar"), (r"(?<=\bfoo)bar", "foobar"), (r"(?<!a)b(?!c)", "abc bd"),
    (r"((a)|b)*", "ab"), (r"(?:(a)|(b))*", "ab"), (r"(a|b)*?$", "abab"), (r"x*?y", "xxy"), (r"[^\W\d_]+", "12_ab3"),
    (r"[]a]+", "a]]"), (r"[^]]+", "ab]"), (r"[a\-z]+", "a-z"), (r"[-a]+", "-a"), (r"[\]\\]+", "]\\"), (r"\d+(?=%)", "10 20%"),
    (r"(\d+)\s*\1", "12 1212"), (r"(?:x|(?:y|(z)))+", "xyzx"), (r"(a){0}b", "ab"), (r"(?:a{2}){2}", "aaaaa"), (r"", ""),
    (r"\bfoo\B", "foo food"), (r"(?m:^b)", "a\nb"), (r"(?s:.)(?-s:.)", "\n\n"), (r"\s\S\d\D\w\W", " a1b_!"),
    (r"(?i:A)b", "aB ab"), (r"[\w-]+@[\w.]+", "me-1@x.org."), (r"(((((((((((a)))))))))))\11", "aa"), (r"\x41\u0042\U00000043", "ABC"),
    (r"a.c", "a\nc a-c"), (r"$", "a\n"), (r"(?m)$", "a\nb"), (r"\A\Z", ""), (r"[\s\S]*?c", "a\nbc"), (r"(|a)+", "aaa"),
    (r"(a|b|cd|e[f-h])+?i", "acdegbi"), (r"(?:(?:ab)+|c)*d", "ababccabd"),
]:
    m = re.search(pattern, text)
    print(pattern, repr(text), m and (m.span(), m.groups()))
big = "a" * 5_000
print(re.match("(?:a|b)*", big).end(), re.match("(a|b)*", big).span(1), re.match("(?:(?:a)*)*b", big[:12]),
      re.match("a*?b", big + "b").end(), re.match("(?:ab?)*$", big).end(), re.search("a{2500}b", big))
nested = "(" * 60 + "a" + ")" * 60
print(re.match(nested, "a").lastindex, re.match("(?:" * 50 + "x" + ")*" * 50, "xx"))
