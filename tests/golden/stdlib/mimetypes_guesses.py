# mimetypes: types and encodings that names promise, and extensions for types.
import io
import mimetypes

mimetypes.knownfiles.clear()
for name in (
    "a.tar.gz", "http://example.org/z.html?q=1", "data:text/html,x", "data:,x", "a.tgz", "A.HTML", "x.unknown", "/a/b.py",
    "file:///x.png", ".bashrc", "a.webp", "x.json.gz", "page.js", "song.mp3", "x.svgz",
):
    print(name, mimetypes.guess_type(name))
print(mimetypes.guess_type("x.pct"), mimetypes.guess_type("x.pct", strict=False))
print(mimetypes.guess_extension("text/html"), mimetypes.guess_all_extensions("image/jpeg"), mimetypes.guess_extension("a/b"))
mimetypes.add_type("text/x-own", ".own")
print(mimetypes.guess_type("a.own"), mimetypes.guess_file_type("b.own"))
table = mimetypes.MimeTypes()
table.readfp(io.StringIO("application/x-first one two # comment\n\n"))
print(table.guess_type("x.two"), mimetypes.guess_type("x.two"))
