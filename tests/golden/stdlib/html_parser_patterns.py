# A copy of html.parser with patterns of its own, as programs make it for another dialect.
import importlib.util
import re

spec = importlib.util.find_spec("html.parser")
copy = importlib.util.module_from_spec(spec)
spec.loader.exec_module(copy)


class Shown(copy.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.get_starttag_text())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_pi(self, data):
        print("pi", repr(data))

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("character", name)

    def handle_comment(self, data):
        print("comment", repr(data))


text = "<?php a > b ?> <`a`b c='d'>x</`a`b> &amp; &amp &lt;x <a`b c>&#65;</a > <br/><p q=1 r>z</p><!-- a --> </> b"
names = ("starttagopen piclose entityref incomplete locatestarttagend_tolerant tagfind_tolerant attrfind_tolerant endendtag "
         "charref interesting_normal commentclose endtagfind")
print(all(isinstance(getattr(copy, name), re.Pattern) for name in names.split()))
for change in (False, True):
    if change:
        copy.piclose = re.compile(r"\?>")
        copy.entityref = copy.incomplete = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*);")
        copy.starttagopen = re.compile("<[a-zA-Z`]")
        copy.tagfind_tolerant = re.compile(r"([a-zA-Z`][^\s/>]*)(?:\s|/(?!>))*")
        copy.locatestarttagend_tolerant = re.compile(r"<[a-zA-Z`][^>/]*")
    parser = Shown(convert_charrefs=False)
    parser.feed(text)
    parser.close()
    print(parser.rawdata, parser.getpos())
