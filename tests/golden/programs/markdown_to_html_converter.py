import html
import re
from itertools import groupby


class Inline:
    rules = [
        (re.compile(r"`([^`]+)`"), lambda m: f"<code>{m[1]}</code>"),
        (re.compile(r"!\[([^\]]*)\]\(([^)\s]+)(?:\s+&quot;(.*?)&quot;)?\)"), lambda m: f'<img src="{m[2]}" alt="{m[1]}"' + (f' title="{m[3]}"' if m[3] else "") + ">"),
        (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
        (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"<strong>\2</strong>"),
        (re.compile(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])"), r"<em>\2</em>"),
        (re.compile(r"~~(.+?)~~"), r"<del>\1</del>"),
        (re.compile(r"  +\n"), "<br>\n"),
    ]

    def __call__(self, text):
        kept = []

        def keep(m):
            kept.append(m[1])
            return f"\0{len(kept) - 1}\0"
        text = html.escape(re.sub(r"\\([\\`*_{}\[\]()#+.!~-])", keep, text))
        for pattern, result in self.rules:
            text = pattern.sub(result, text)
        return re.sub("\0(\\d+)\0", lambda m: html.escape(kept[int(m[1])]), text)


inline = Inline()


def blocks(text):
    lines, block = iter(text.splitlines()), []
    for line in lines:
        if m := re.fullmatch(r"(`{3,})(\w*)", line):
            if block:
                yield "text", block
                block = []
            code = []
            for inner in lines:
                if inner == m[1]:
                    break
                code.append(inner)
            yield f"code {m[2]}".strip(), code
        elif not line.strip():
            if block:
                yield "text", block
            block = []
        else:
            block.append(line)
    if block:
        yield "text", block


def kind(line):
    match re.match(r"(#{1,6})\s|(\s*)(?:[-*+]|(\d+)\.)\s|(>)|(\|)|((?:-{3,}|\*{3,})$)", line):
        case None:
            return "p"
        case m:
            return ("h", "li", "li", "quote", "table", "hr")[m.lastindex - 1]


def items(lines):
    stack = []
    for line in lines:
        m = re.match(r"(\s*)(?:[-*+]|(\d+)\.)\s+(.*)", line)
        depth, tag = len(m[1]) // 2, "ol" if m[2] else "ul"
        while len(stack) > depth + 1:
            yield f"</li></{stack.pop()}>"
        if len(stack) == depth + 1:
            yield "</li>"
        else:
            stack.append(tag)
            yield f"<{tag}>"
        yield f"<li>{inline(m[3])}"
    while stack:
        yield f"</li></{stack.pop()}>"


def table(lines):
    rows = [[c.strip() for c in line.strip("|").split("|")] for line in lines]
    head, rule, *body = rows
    align = ["right" if r.endswith(":") and not r.startswith(":") else "center" if r.endswith(":") else "" for r in rule]
    cell = lambda tag, a, c: f"<{tag}{f' align={a}' if a else ''}>{inline(c)}</{tag}>"
    yield "<table>"
    for tag, row in [("th", head), *(("td", r) for r in body)]:
        yield "<tr>" + "".join(cell(tag, a, c) for a, c in zip(align, row, strict=True)) + "</tr>"
    yield "</table>"


def convert(text):
    for name, lines in blocks(text):
        if name.startswith("code"):
            language = name.partition(" ")[2]
            yield f"<pre><code{f' class={language}' if language else ''}>" + html.escape("\n".join(lines)) + "</code></pre>"
            continue
        for k, group in groupby(lines, kind):
            group = list(group)
            if k == "h":
                for line in group:
                    level, _, title = line.partition(" ")
                    yield f"<h{len(level)}>{inline(title.strip('# '))}</h{len(level)}>"
            elif k == "li":
                yield "".join(items(group))
            elif k == "quote":
                yield "<blockquote>" + "".join(convert("\n".join(line[1:].lstrip() for line in group))) + "</blockquote>"
            elif k == "table":
                yield "".join(table(group))
            elif k == "hr":
                yield "<hr>" * len(group)
            else:
                yield f"<p>{inline(chr(10).join(group))}</p>"


TEXT = r"""
# Title with `code` #
Some **bold**, _em_ and ***both***; 2 * 3 * 4, snake_case_name, \*literal\*, <tag> & "quotes".
Line break
next ~~gone~~ [link](http://x.y/?a=1&b=2) ![pic](p.png "A title")

- one
  - nested *a*
  - nested b
    1. deep
- two
1. other list

> quoted **text**
> - item

| Name | N |
|:----|---:|
| a | `1` |
| b | 2 |

***
```python
if a < b:
    print("**not bold**")
```
unfinished **bold and `code
"""
for part in convert(TEXT):
    print(part)
print(list(convert("")), list(convert("```\nnever closed")), inline("**a** **b**"), inline("\\\\`x`"))
try:
    list(convert("|a|b|\n|-|-|\n|1|"))
except ValueError as error:
    print(error)
