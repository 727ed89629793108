# email.utils and email.header: addresses, dates, parameters, encoded words.
import datetime
import email.header
import email.utils


def tell(function, *arguments, **options):
    try:
        print(function.__name__, arguments, repr(function(*arguments, **options)))
    except Exception as error:
        print(function.__name__, arguments, type(error).__name__, error)


for text in (
    "A <a@b>", "a@b (Name)", '"Q" <q@r>', "<x@y>", "x", "", "a@b, c@d", "A B <a.b@c.d>", "x <y@z> junk",
    "Real Name (c) <a@b>",
):
    tell(email.utils.parseaddr, text)
tell(email.utils.getaddresses, ["A <a@b>, c@d", '"E, F" <e@f>'])
tell(email.utils.getaddresses, ["a@b c@d"])
for pair in ("A B", "a@b"), ("A, B", "a@b"), ("é", "a@b"), ("", "a@b"):
    tell(email.utils.formataddr, pair)
for text in (
    "Mon, 20 Nov 1995 19:12:08 -0500", "20 Nov 1995 19:12:08 GMT", "Mon Nov 20 19:12:08 1995", "nonsense", "20 Nov 95 19:12",
    "", "Wed, 3 Apr 2002", "Thu, 01 Dec 1994 16:00:00 -0000",
):
    tell(email.utils.parsedate_tz, text)
    tell(email.utils.parsedate, text)
    tell(email.utils.parsedate_to_datetime, text)
tell(email.utils.formatdate, 0)
tell(email.utils.formatdate, 0, usegmt=True)
tell(email.utils.mktime_tz, email.utils.parsedate_tz("Mon, 20 Nov 1995 19:12:08 -0500"))
tell(email.utils.format_datetime, datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc), True)
tell(email.utils.format_datetime, datetime.datetime(2024, 1, 2, 3, 4, 5))
tell(email.utils.quote, 'a"b\\')
tell(email.utils.unquote, '"a\\"b"')
tell(email.utils.encode_rfc2231, "é", "utf-8", "en")
tell(email.utils.decode_rfc2231, "utf-8'en'x")
tell(email.utils.decode_params, [("a", ""), ("x*0", "ab"), ("x*1", "cd")])
print(email.utils.make_msgid("own", "example.org").endswith(".own@example.org>"))

print(email.header.Header("a long line " * 10, header_name="Subject").encode())
print(email.header.Header("é" * 60, "utf-8", header_name="Subject").encode())
mixed = email.header.Header("Hi", charset="us-ascii")
mixed.append("wörld", "iso-8859-1")
print(mixed.encode(), mixed, email.header.decode_header(mixed))
tell(email.header.decode_header, "=?iso-8859-1?b?5A==?= =?utf-8?q?=C3=A4?= plain")
print(email.header.make_header(email.header.decode_header("=?utf-8?q?caf=C3=A9?= x")))
