# email: reading messages in both interfaces; headers, parts, defects, encodings.
import email
import email.policy
from email.iterators import _structure, body_line_iterator, typed_subpart_iterator
from email.message import Message
from email.parser import BytesFeedParser, HeaderParser

message = email.message_from_string(
    'From: Me <me@x.org>\nTo: you@y.org,\n  third@z.org\nSubject: =?utf-8?q?caf=C3=A9?= x\n'
    'Content-Type: text/plain; charset="utf-8"\n\nbody\nline\n'
)
print(message["from"], repr(message["To"]), message["subject"], message.get_content_type(), message.get_content_charset())
print(message.get_payload(), message.items(), message.keys(), "FROM" in message, len(message), message.get("nope", 1))
print(message.as_string())

message = email.message_from_string(
    'From: Me <me@x.org>\nSubject: =?utf-8?q?caf=C3=A9?= x\nTo: A B <a@b.c>, "Q, R" <q@r.s>, grp: x@y.z, w@v.u;\n'
    "Date: Mon, 01 Jan 2024 10:00:00 +0100\n\nbody", policy=email.policy.default,
)
print(message["subject"], message["to"], message["to"].addresses, message["to"].groups, message["date"].datetime)
print(message["from"].addresses[0].username, message.get_content(), type(message).__name__)
print(message.as_string())

text = (
    "Content-Type: multipart/mixed; boundary=B\n\npre\n--B\n\none\n--B\nContent-Type: message/rfc822\n\n"
    "Subject: inner\n\nin body\n--B--\nepi\n"
)
message = email.message_from_string(text)
print(message.preamble, message.epilogue, [part.get_content_type() for part in message.walk()], message.defects)
print(message.get_payload(0).get_payload(), message.get_payload(1).get_payload(0)["subject"], message.as_string() == text)
_structure(message)
print(list(body_line_iterator(message)), [part.get_payload() for part in typed_subpart_iterator(message)])
print(HeaderParser().parsestr(text).get_payload()[:5])

for text in (
    "Content-Type: multipart/mixed\n\nx\n", "Content-Type: multipart/mixed; boundary=Q\n\nx\n",
    "Content-Type: multipart/mixed; boundary=Q\n\n--Q\n\nx\n", "A: b\nnot a header\nC: d\n\nbody", " cont\nA: b\n\nbody",
    "From nobody\nA: b\n\nbody", ": x\nA: b\n\n", "", "\n", "A: b",
):
    message = email.message_from_string(text)
    names = [type(defect).__name__ for defect in message.defects]
    print(message.items(), message.is_multipart() or repr(message.get_payload()), names, message.get_unixfrom(), message.is_multipart())

message = email.message_from_bytes(
    b"Subject: caf\xc3\xa9\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nb\xc3\xa9"
)
print(repr(str(message["subject"])), message.get_payload(), message.get_payload(decode=True), message.as_bytes())
for encoding, body in (
    ("base64", "aGVsbG8=\n"), ("quoted-printable", "h=C3=A9llo=\nx\n"), ("x-uuencode", "begin 666 x\n#86)C\n \nend\n"),
    ("base64", "aGVsbG8"), ("base64", "!!aGVs bG8=="), ("7bit", "plain"),
):
    message = email.message_from_string(f"Content-Transfer-Encoding: {encoding}\n\n{body}")
    print(message.get_payload(decode=True), [type(defect).__name__ for defect in message.defects])

parser = BytesFeedParser(policy=email.policy.default)
for piece in b"Subj", b"ect: a", b"\r", b"\n b\r\n", b"\r\nbo", b"dy\r\n":
    parser.feed(piece)
message = parser.close()
print(repr(message["subject"]), repr(message.get_content()))
try:
    email.message_from_string("Date: nonsense\n", policy=email.policy.strict)["Date"]
except Exception as error:
    print(type(error).__name__)
print(isinstance(message, Message), message.policy is email.policy.default)
