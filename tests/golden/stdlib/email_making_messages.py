# email: making messages in both interfaces, and how they are written.
import email
import email.policy
from email.headerregistry import Address, Group
from email.message import EmailMessage, Message
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

message = EmailMessage()
message["Subject"] = "Hello wörld"
message["From"] = "Ä Ö <a@b.org>"
message["To"] = 'x@y.z, "Last, First" <l@f.org>'
message.set_content("Plain text\n")
print(message.as_string())
message.add_alternative("<p>html é</p>", subtype="html")
message.add_attachment(b"\x00\x01data", maintype="application", subtype="octet-stream", filename="d.bin")
message.add_attachment("text attached", filename="t.txt")
message.set_boundary("OUTER")
message.get_payload(0).set_boundary("INNER")
print(message.as_string())
print(message.get_body().get_content(), [part.get_filename() for part in message.iter_attachments()])
print(message.get_body(("plain",)).get_content(), message.is_multipart(), [part.get_content_type() for part in message.walk()])
again = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
print([part.get_content_type() for part in again.walk()], [part.get_content() for part in again.iter_attachments()])
print(again["subject"], again["from"].addresses, again.as_bytes() == message.as_bytes())

older = MIMEMultipart(boundary="XX")
older["Subject"] = "S"
older.attach(MIMEText("hello"))
older.attach(MIMEText("<b>é</b>", "html"))
older.attach(MIMEApplication(b"abc", Name="a.b"))
older.attach(MIMEImage(b"\x89PNG\r\n\x1a\nxx"))
print(older.as_string())
print(older.get_payload(1).get_payload(decode=True), older.get_charsets(), older.as_bytes() == older.as_string().encode())

plain = Message()
plain.add_header("Content-Disposition", "attachment", filename="a b.txt")
print(plain["Content-Disposition"], plain.get_filename(), plain.get_content_disposition())
plain.add_header("X", "y", filename=("utf-8", "", "é.txt"))
print(plain["x"], plain.get_param("filename", header="x"), plain.get_params(header="content-disposition"))
plain.set_param("filename", "n", header="Content-Disposition")
print(plain["content-disposition"])
plain.set_type("text/html")
print(plain.items())
plain.del_param("filename", header="Content-Disposition")
plain.replace_header("x", "z")
print(plain.items())

strict = EmailMessage()
strict["Subject"] = "x"
for name, value in ("Subject", "y"), ("X", "a\nb"):
    try:
        strict[name] = value
    except ValueError as error:
        print(error)
strict["X-Long"] = "word " * 30
strict["X-Foreign"] = "ünï " * 20
print(strict.as_string())
for contents in "é " * 50, "x" * 100, "line\n" * 3 + "é" * 100, "":
    strict.set_content(contents)
    print(strict["Content-Transfer-Encoding"], strict.get_payload(), strict.get_content() == contents.rstrip("\n") + "\n")
strict.set_content(b"abc", maintype="image", subtype="png", cid="<x>", params={"name": "n"})
print(strict.as_string())
try:
    strict.set_content(5)
except KeyError as error:
    print(error)

address = Address("É, x", "us.er", "do.main")
print(address, repr(address), address.addr_spec, Group("g", [address, Address("b", "c", "d")]), repr(Group("g")))
message = EmailMessage()
message["To"] = [address, Address("B", "c", "d")]
message["Cc"] = Group("G", [address])
print(message["to"], message["to"].addresses, message.as_string(), Address(addr_spec="x@y"))
message["Content-Type"] = 'text/plain; charset=x; name="a;b"'
print(dict(message["content-type"].params), message["content-type"].content_type)
for policy in email.policy.default.clone(max_line_length=20), email.policy.SMTP, email.policy.HTTP, email.policy.strict:
    print(policy)
for change in {"nope": 1}, {"linesep": "x"}:
    try:
        email.policy.default.clone(**change)
        setattr(email.policy.default, *change.popitem())
    except (TypeError, AttributeError) as error:
        print(error)
