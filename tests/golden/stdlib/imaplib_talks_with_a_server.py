# env: TZ=UTC
"""Mail on a server of this script's own."""

import datetime
import imaplib
import re
import socket
import threading

talk = []
REPLIES = {
    "CAPABILITY": "* CAPABILITY IMAP4rev1 AUTH=CRAM-MD5 NAMESPACE", "SELECT": "* 2 EXISTS\r\n* 1 RECENT\r\n* OK [UIDVALIDITY 7] fine",
    "LIST": '* LIST () "/" INBOX\r\n* LIST () "/" "a b"', "STATUS": "* STATUS INBOX (MESSAGES 2)", "SEARCH": "* SEARCH 1 2",
    "FETCH": "* 1 FETCH (FLAGS (\\Seen) BODY[] {12}\r\nSubject: x\r\n)\r\n* 2 FETCH (FLAGS (\\Deleted \\Draft))",
    "STORE": "* 1 FETCH (FLAGS (\\Seen \\Flagged))", "EXPUNGE": "* 1 EXPUNGE\r\n* 1 EXPUNGE", "NAMESPACE": '* NAMESPACE (("" "/")) NIL NIL',
    "UID": "* SEARCH 11 12", "LOGOUT": "* BYE so long", "GETQUOTAROOT": "* QUOTAROOT INBOX root\r\n* QUOTA root (STORAGE 1 2)",
}


def serve(listener):
    sock, _ = listener.accept()
    with sock, sock.makefile("rwb") as file:
        def say(text):
            file.write(text.encode() + b"\r\n")
            file.flush()

        say("* OK ready")
        while line := file.readline().decode().rstrip("\r\n"):
            tag, word, *rest = line.split(" ")
            talk.append(" ".join([word, *rest]))
            found = re.search(r"\{(\d+)\}$", line)
            if found:
                say("+ go on")
                talk.append(file.read(int(found[1])))
                file.readline()
            if word == "AUTHENTICATE":
                say("+ aGVsbG8=")
                talk.append(file.readline())
            if word in REPLIES:
                say(REPLIES[word])
            status = {"DELETE": "NO [PERM] not yours", "CHECK": "BAD what"}.get(word, "OK done")
            say(f"{tag} {status}")
            if word == "LOGOUT":
                return


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


listener = socket.create_server(("127.0.0.1", 0))
server = threading.Thread(target=serve, args=(listener,))
server.start()
box = imaplib.IMAP4("127.0.0.1", listener.getsockname()[1], timeout=30)
print(box.state, box.capabilities, box.PROTOCOL_VERSION, attempt(box.select))
print(box.login_cram_md5("me", "secret"), box.state)
print(box.list(), box.status("INBOX", "(MESSAGES)"), box.namespace())
print(box.select("INBOX"), box.state, box.response("UIDVALIDITY"), box.recent())
print(box.search(None, "ALL"), box.uid("SEARCH", "ALL"))
print(box.fetch("1:2", "(FLAGS BODY[])"))
print(box.store("1", "+FLAGS", "\\Flagged"), box.expunge(), box.copy("1", "other"))
print(box.append("INBOX", "\\Seen", '"01-Jan-2020 10:00:00 +0000"', b"one\ntwo\r\n"))
print(box.delete("x"), attempt(box.check), box.getquotaroot("INBOX"), box.close(), box.state)
print(attempt(box.fetch, "1", "FLAGS"), attempt(getattr, box, "nothing"), attempt(box.enable, "X"))
print(box.logout(), box.state)
server.join()
listener.close()
print(talk)
print(imaplib.ParseFlags(b"1 (FLAGS (\\Seen \\Draft))"), imaplib.Int2AP(300), imaplib.Int2AP(0))
print(imaplib.Time2Internaldate(datetime.datetime(2020, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc)))
print(attempt(imaplib.Time2Internaldate, datetime.datetime(2020, 1, 1)), attempt(imaplib.Time2Internaldate, "x"))
print(imaplib.Internaldate2tuple(b'x INTERNALDATE "01-Jan-2000 11:30:00 +0130"')[:5], imaplib.Internaldate2tuple(b"none"))
