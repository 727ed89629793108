"""Mail comes from a server of this script's own."""

import poplib
import socket
import threading

REPLIES = {
    "USER": "+OK who", "PASS": "+OK in", "STAT": "+OK 2 30", "LIST": "+OK list\r\n1 10\r\n2 20\r\n.", "LIST 2": "+OK 2 20",
    "RETR": "+OK text\r\nSubject: x\r\n\r\n..dot\r\nend\r\n.", "TOP": "+OK top\r\nSubject: x\r\n.", "DELE": "+OK gone",
    "NOOP": "+OK", "RSET": "+OK back", "UIDL": "+OK\r\n1 aa\r\n2 bb\r\n.", "UIDL 1": "+OK 1 aa",
    "CAPA": "+OK\r\nTOP\r\nSASL PLAIN LOGIN\r\n.", "APOP": "-ERR not so", "QUIT": "+OK bye", "UTF8": "+OK",
}
talk = []


def serve(listener):
    sock, _ = listener.accept()
    with sock, sock.makefile("rwb") as file:
        file.write(b"+OK ready <1.2@here>\r\n")
        file.flush()
        while line := file.readline().decode().rstrip("\r\n"):
            talk.append(line)
            word = line.split()[0]
            file.write(REPLIES.get(line, REPLIES.get(word, "-ERR what")).encode() + b"\r\n")
            file.flush()
            if word == "QUIT":
                return


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


listener = socket.create_server(("127.0.0.1", 0))
server = threading.Thread(target=serve, args=(listener,))
server.start()
box = poplib.POP3("127.0.0.1", listener.getsockname()[1], timeout=30)
print(box.getwelcome(), attempt(box.apop, "me", "secret"))
print(box.user("me"), box.pass_("secret"), box.stat())
print(box.list(), box.list(2), box.retr(1), box.top(1, 0))
print(box.dele(1), box.noop(), box.rset(), box.uidl(), box.uidl(1), box.capa(), box.utf8())
print(attempt(box.rpop, "me"))
print(box.quit())
server.join()
listener.close()
print(talk)
print(attempt(poplib.POP3, "127.0.0.1", 1, timeout=0))
