"""Each kind of mailbox: adding, reading, replacing, removing, and what is on the disk afterwards."""
import mailbox
import os

TEXTS = (
    "From: ann@example.org\nSubject: one\n\nFirst.\nFrom here on: a trap\n",
    b"From: bob@example.org\nSubject: two\n\nSecond, no line end",
)


def exercise(box):
    keys = [box.add(text) for text in TEXTS]
    third = mailbox.Message()
    third["Subject"] = "three"
    third.set_payload("Third.\n")
    keys.append(box.add(third))
    print(type(box).__name__, len(box), keys[0] in box, "nobody" in box)
    for key in keys:
        message = box[key]
        print(" ", type(message).__name__, message["subject"], repr(message.get_payload()))
    print(" ", box.get_bytes(keys[1]))
    print(" ", repr(box.get_string(keys[2])))
    with box.get_file(keys[0]) as file:
        print(" ", file.readline(), file.tell() > 0, file.read()[-8:])
    box[keys[1]] = "Subject: replaced\n\nNew.\n"
    box.remove(keys[0])
    box.discard(keys[0])
    try:
        box.remove(keys[0])
    except KeyError as failure:
        print(" ", type(failure).__name__)
    box.flush()
    print(" ", sorted(message["subject"] for message in box), box.get("nothing", "absent"))
    box.lock()
    box.unlock()
    print(" ", box.pop(keys[1])["subject"], box.popitem()[1]["subject"], len(box))
    try:
        box.popitem()
    except KeyError as failure:
        print(" ", failure)
    box.update({})
    box.close()


exercise(mailbox.mbox("a.mbox"))
exercise(mailbox.MMDF("a.mmdf"))
exercise(mailbox.Babyl("a.babyl"))
exercise(mailbox.Maildir("a.maildir"))
exercise(mailbox.MH("a.mh"))

box = mailbox.mbox("b.mbox")
message = mailbox.mboxMessage("Subject: kept\n\nBody\nFrom afar\n")
message.set_from("ann", (2024, 2, 29, 1, 2, 3, 3, 60, 0))
message.set_flags("RF")
box.add(message)
box.add("From bob Thu Feb 29 01:02:03 2024\nSubject: as text\n\nx")
box.close()
print(open("b.mbox").read())
for message in mailbox.mbox("b.mbox"):
    print(message.get_from(), message.get_flags(), message["subject"])

with open("b.babyl", "w") as file:
    file.write("BABYL OPTIONS:\nVersion: 5\nLabels:mine\n\x1f\x0c\n1, unseen,, mine,\nSubject: kept\nX-Note: n\n\n"
               "*** EOOH ***\nSubject: seen\n\nBody\n\x1f")
box = mailbox.Babyl("b.babyl")
print(box[0].get_visible().items(), box[0]["x-note"], box[0].get_payload())
message = mailbox.BabylMessage("Subject: kept\nX-Note: n\n\nBody\n")
message.update_visible()
print(message.get_visible().items())

for kind in (mailbox.mbox, mailbox.Maildir, mailbox.MH):
    try:
        kind("missing", create=False)
    except mailbox.NoSuchMailboxError as failure:
        print(kind.__name__, os.path.basename(str(failure)))
try:
    mailbox.mbox("b.mbox").add(3)
except TypeError as failure:
    print(failure)
try:
    mailbox.mbox("b.mbox").add("Subject: \xe9\n\n")
except ValueError as failure:
    print(failure)
