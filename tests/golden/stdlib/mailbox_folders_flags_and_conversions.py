"""Folders of Maildir and MH, sequences, packing, and what a message keeps in another format."""
import mailbox
import os

maildir = mailbox.Maildir("m")
work = maildir.add_folder("work")
print(maildir.list_folders(), sorted(os.listdir("m/.work")))
message = mailbox.MaildirMessage("Subject: s\n\nbody\n")
message.set_subdir("cur")
message.set_flags("SF")
message.set_date(1000000000)
key = work.add(message)
print(os.listdir("m/.work/cur")[0].partition(":")[2], work[key].get_date(), work[key].get_flags())
work.add_flag(key, "R")
work.remove_flag(key, "S")
print(work.get_flags(key), work.get_info(key))
work.set_info(key, "1,own")
print(repr(work.get_flags(key)), work.get_info(key))
for wrong in (lambda: work.set_flags(key, 1), lambda: work.set_info(key, 1), lambda: message.set_subdir("tmp"),
              lambda: message.set_date("today")):
    try:
        wrong()
    except (TypeError, ValueError) as failure:
        print(type(failure).__name__, failure)
try:
    maildir.remove_folder("work")
except mailbox.NotEmptyError as failure:
    print(failure)
work.clear()
maildir.remove_folder("work")
print(maildir.list_folders(), maildir.next())

mh = mailbox.MH("h")
keys = [mh.add(f"Subject: {n}\n\n") for n in range(6)]
mh.set_sequences({"all": keys, "few": [1, 3, 4, 5], "none": []})
print(open("h/.mh_sequences").read(), end="")
mh.remove(2)
mh.remove(5)
print(mh.keys(), mh.get_sequences())
mh.pack()
print(mh.keys(), mh.get_sequences(), [m["subject"] for m in mh])
message = mh[1]
print(sorted(message.get_sequences()))
message.remove_sequence("few")
message.add_sequence("flagged")
mh[1] = message
print(mh.get_sequences())
mh.add_folder("sub")
print(mh.list_folders(), len(mh.get_folder("sub")))
mh.remove_folder("sub")
print(mh.list_folders())


def told(message):
    if isinstance(message, mailbox.MaildirMessage):
        return message.get_subdir(), message.get_info()
    if isinstance(message, mailbox.MHMessage):
        return sorted(message.get_sequences())
    if isinstance(message, mailbox.BabylMessage):
        return sorted(message.get_labels())
    return message.get_flags()


KINDS = (mailbox.MaildirMessage, mailbox.mboxMessage, mailbox.MMDFMessage, mailbox.MHMessage, mailbox.BabylMessage)
sources = []
for flags in ("", "S", "DFPRST"):
    source = mailbox.MaildirMessage()
    source.set_flags(flags)
    sources.append(source)
for flags in ("", "RO", "DFA"):
    source = mailbox.mboxMessage()
    source.set_flags(flags)
    source.set_from("me", (2024, 1, 1, 0, 0, 0, 0, 1, 0))
    sources.append(source)
for names in ([], ["unseen", "replied"], ["flagged", "own"]):
    source = mailbox.MHMessage()
    source.set_sequences(names)
    sources.append(source)
for names in ([], ["unseen", "answered", "own"], ["deleted", "forwarded"], ["resent"]):
    source = mailbox.BabylMessage()
    source.set_labels(names)
    sources.append(source)
for source in sources:
    print(type(source).__name__, told(source))
    for kind in KINDS:
        print("   ", kind.__name__, told(kind(source)))
print(mailbox.MaildirMessage(sources[3]).get_date(), mailbox.MMDFMessage(sources[3]).get_from())
print(mailbox.Mailbox[int], mailbox.mbox, mailbox.Error.__module__)
