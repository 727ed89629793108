import builtins
import gettext
import io
import os
import struct


def catalogue(messages, order="<", magic=0x950412DE, version=0):
    keys = sorted(messages)
    ids = texts = b""
    offsets = []
    for key in keys:
        offsets.append((len(ids), len(key), len(texts), len(messages[key])))
        ids += key + b"\0"
        texts += messages[key] + b"\0"
    start = 28 + 16 * len(keys)
    table = [number for at, length, _, _ in offsets for number in (length, at + start)]
    table += [number for _, _, at, length in offsets for number in (length, at + start + len(ids))]
    head = struct.pack(order + "7I", magic, version, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return head + struct.pack(f"{order}{len(table)}I", *table) + ids + texts


HEADER = (
    b"Project-Id-Version: 1\nContent-Type: text/plain; charset=UTF-8\n more\n"
    b"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
)
MESSAGES = {
    b"": HEADER, b"hello": "cześć".encode(), b"file\0files": b"plik\0pliki\0plikow", b"menu\x04open": b"otworz",
    b"menu\x04item\0items": b"punkt\0punkty\0punktow",
}
for order in "<>":
    found = gettext.GNUTranslations(io.BytesIO(catalogue(MESSAGES, order)))
    print(found.gettext("hello"), found.gettext("other"), found.info(), found.charset())
    print([found.ngettext("file", "files", number) for number in (0, 1, 2, 5, 12, 22, 102)])
    print(found.pgettext("menu", "open"), found.pgettext("x", "open"), found.npgettext("menu", "item", "items", 3))
    print(found.npgettext("no", "item", "items", 3), found.gettext("file"))

os.makedirs("locale/pl/LC_MESSAGES")
os.makedirs("locale/pl_PL.UTF-8/LC_MESSAGES")
with open("locale/pl/LC_MESSAGES/app.mo", "wb") as file:
    file.write(catalogue(MESSAGES))
with open("locale/pl_PL.UTF-8/LC_MESSAGES/app.mo", "wb") as file:
    file.write(catalogue({b"": HEADER, b"hello": b"closer"}))
print(gettext.find("app", "locale", ["pl_PL"]), gettext.find("app", "locale", ["de", "pl"], all=True))
print(gettext.find("app", "locale", ["pl_PL.UTF-8@euro"], all=True), gettext.find("app", "locale", ["C"]))
both = gettext.translation("app", "locale", ["pl_PL.UTF-8"])
print(both.gettext("hello"), both.ngettext("file", "files", 2))
os.environ["LANGUAGE"] = "xx:pl"
gettext.bindtextdomain("app", "locale")
print(gettext.textdomain(), gettext.gettext("hello"), gettext.textdomain("app"), gettext.gettext("hello"))
print(gettext.ngettext("file", "files", 5), gettext.dgettext("none", "hello"), gettext.pgettext("menu", "open"))
gettext.install("app", "locale", names=["ngettext"])
print(_("hello"), ngettext("file", "files", 2), builtins._ is not None)
print(gettext.NullTranslations().ngettext("a", "b", 1), gettext.NullTranslations().gettext("x"))
for make in (
    lambda: gettext.translation("none", "locale", ["pl"]),
    lambda: gettext.GNUTranslations(io.BytesIO(b"xxxx" * 10)),
    lambda: gettext.GNUTranslations(io.BytesIO(catalogue({}, version=5 << 16))),
    lambda: gettext.GNUTranslations(io.BytesIO(catalogue(MESSAGES)[:150])),
):
    try:
        print(make())
    except OSError as error:
        print(type(error).__name__, error)
print(gettext.translation("none", "locale", ["pl"], fallback=True).gettext("plain"))
for formula in (
    "n != 1", "n>1", "0", "n%10==1 && n%100!=11 ? 0 : 1", "(n==0 || (n%100>0 && n%100<20)) ? 1 : 2", "!n", "!(n==2)",
    "n/2*2==n", "n-1<2", "n==1?0:n==2?1:2", "1<n<3", "n<2==1", "2*n%3+1", "n", "x", "n+", "(n", "n)", "n==", "n ? 1", "1n", "",
    "n & 1", "-n", "n=1",
):
    try:
        function = gettext.c2py(formula)
        print(formula, [function(number) for number in range(8)])
    except (ValueError, SyntaxError) as error:
        print(repr(formula), type(error).__name__, error)
