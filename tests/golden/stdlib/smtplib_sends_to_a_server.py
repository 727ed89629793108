"""Mail goes to a server of this script's own."""

import email.message
import smtplib
import socket
import threading

talk = []


def serve(listener, replies):
    sock, _ = listener.accept()
    with sock, sock.makefile("rwb") as file:
        def say(text):
            file.write(text.encode() + b"\r\n")
            file.flush()

        say("220 here")
        while line := file.readline():
            line = line.decode().rstrip("\r\n")
            talk.append(line)
            word = line.split()[0].upper()
            if word == "DATA":
                say("354 go on")
                while (line := file.readline()) != b".\r\n":
                    talk.append(line.decode().rstrip("\r\n"))
            if word == "AUTH":
                talk.append(replies["AUTH"])
            say(replies.get(line if line in replies else word, "250 fine"))
            if word == "QUIT":
                return


def connected(kind=smtplib.SMTP, **replies):
    talk.clear()
    listener = socket.create_server(("127.0.0.1", 0))
    server = threading.Thread(target=serve, args=(listener, replies))
    server.start()
    client = kind("127.0.0.1", listener.getsockname()[1], local_hostname="me", timeout=30)
    return client, server, listener


def finish(client, server, listener):
    print(client.quit())
    server.join()
    listener.close()
    print("\n".join(talk))


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


client, *rest = connected(EHLO="250-here\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN", QUIT="221 bye")
print(client.sendmail("a@x", ["b@x", "c@x"], "Subject: hi\n\n.dot\nline\r\nend"))
print(client.esmtp_features, client.does_esmtp, client.has_extn("size"))
print(client.noop(), client.verify("Some Body <b@x>"), client.help())
finish(client, *rest)

client, *rest = connected(EHLO="500 what", HELO="250 old", RCPT="550 no such", QUIT="221 bye")
print(attempt(client.sendmail, "a@x", "b@x", b"text"), client.helo_resp)
print(attempt(client.login, "u", "p"), attempt(client.starttls))
print(attempt(client.putcmd, "noop\r\nquit"))
finish(client, *rest)

client, *rest = connected(EHLO="250-here\r\n250 AUTH PLAIN", AUTH="235 welcome", QUIT="221 bye")
print(client.login("user", "secret"))
message = email.message.EmailMessage()
message["From"], message["To"], message["Bcc"] = "Me <me@x>", "you@x, they@x", "hidden@x"
message["Subject"] = "Grüße"
message.set_content("text\n")
print(client.send_message(message))
finish(client, *rest)

client, *rest = connected(EHLO="250-here\r\n250 AUTH PLAIN LOGIN", AUTH="535 wrong", MAIL="552 full", QUIT="221 bye")
print(attempt(client.login, "user", "secret"))
print(attempt(client.sendmail, "a@x", "b@x", "text"))
finish(client, *rest)

client, *rest = connected(smtplib.LMTP, LHLO="250 hello", DATA="554 no", QUIT="221 bye")
print(attempt(client.sendmail, "a@x", "b@x", "text"))
finish(client, *rest)

print(smtplib.quoteaddr("A B <a@b>"), smtplib.quoteaddr("a@b"), smtplib.quoteaddr("<>"))
print(repr(smtplib.quotedata("one\n.two\r\nthree\rfour")))
closed = smtplib.SMTP()
print(attempt(closed.noop))
for error in (smtplib.SMTPSenderRefused(1, b"m", "s"), smtplib.SMTPRecipientsRefused({"a": 1}), smtplib.SMTPDataError(5, b"x")):
    print(repr(error), isinstance(error, OSError), getattr(error, "smtp_code", None))
