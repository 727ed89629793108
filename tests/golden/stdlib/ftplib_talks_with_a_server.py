"""Files go to and come from a server of this script's own."""

import ftplib
import io
import socket
import threading

talk = []
files = {"a.txt": b"one\r\ntwo\r\n"}


def serve(listener):
    sock, _ = listener.accept()
    data = None
    with sock, sock.makefile("rwb") as file:
        def say(text):
            file.write(text.encode() + b"\r\n")
            file.flush()

        say("220-hello\r\n220 ready")
        while line := file.readline().decode().rstrip("\r\n"):
            word, _, rest = line.partition(" ")
            talk.append(line if word not in ("PORT", "EPRT") else word)
            if word == "PASV":
                data = socket.create_server(("127.0.0.1", 0))
                port = data.getsockname()[1]
                say(f"227 here (1,2,3,4,{port // 256},{port % 256})")
            elif word == "PORT":
                parts = rest.split(",")
                data = (".".join(parts[:4]), int(parts[4]) * 256 + int(parts[5]))
                say("200 good")
            elif word in ("RETR", "STOR", "LIST", "NLST", "MLSD"):
                if word == "RETR" and rest not in files:
                    say("550 none")
                    continue
                say(f"150 coming ({len(files.get(rest, b''))} bytes)")
                if isinstance(data, tuple):
                    other = socket.create_connection(data)
                else:
                    other, _ = data.accept()
                    data.close()
                with other:
                    if word == "STOR":
                        files[rest] = b"".join(iter(lambda: other.recv(100), b""))
                    elif word == "RETR":
                        other.sendall(files[rest])
                    elif word == "MLSD":
                        other.sendall(b"type=file;size=3; a b.txt\r\nType=dir; d\r\n")
                    else:
                        other.sendall("".join(f"{name}\r\n" for name in files).encode())
                say("226 done")
            else:
                say({"USER": "331 password", "PASS": "230 in", "PWD": '257 "/a ""b""" it is', "CWD": "250 there",
                     "MKD": '257 "/new" made', "RMD": "250 gone", "SIZE": "213 10", "DELE": "250 gone", "RNFR": "350 to",
                     "RNTO": "250 renamed", "TYPE": "200 ok", "REST": "350 from", "QUIT": "221 bye", "CDUP": "250 up",
                     "NOOP": "200 ok", "ACCT": "450 later"}.get(word, "500 what"))
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
ftp = ftplib.FTP(timeout=30)
print(ftp.connect("127.0.0.1", listener.getsockname()[1]), ftp.getwelcome())
print(ftp.login(), ftp.pwd(), ftp.cwd("x"), ftp.cwd(".."), ftp.mkd("new"), ftp.rmd("new"))
print(ftp.size("a.txt"), ftp.rename("a", "b"), ftp.delete("b"), ftp.voidcmd("NOOP"))
parts = []
print(ftp.retrbinary("RETR a.txt", parts.append), b"".join(parts))
lines = []
print(ftp.retrlines("RETR a.txt", lines.append), lines)
print(ftp.storbinary("STOR b.bin", io.BytesIO(b"\0\1" * 90), 50, rest=3), files["b.bin"] == b"\0\1" * 90)
print(ftp.storlines("STOR c.txt", io.BytesIO(b"x\ny\r\nz")), files["c.txt"])
ftp.dir()
print(ftp.nlst(), list(ftp.mlsd()))
ftp.set_pasv(False)
sock, size = ftp.ntransfercmd("RETR a.txt")
print(size, sock.recv(100), sock.close(), ftp.voidresp())
print(attempt(ftp.retrbinary, "RETR none", print))
print(attempt(ftp.acct, "x"), attempt(ftp.sendcmd, "NOSUCH"), attempt(ftp.putline, "a\nb"))
print(ftp.quit(), ftp.sock)
server.join()
listener.close()
print(talk)
print(ftplib.parse227("227 (1,2,3,4,5,6)"), ftplib.parse257('257 "a""b"'), ftplib.parse150("150 x (77 bytes)"))
print(ftplib.parse229("229 (|||55|)", ("host", 1)), attempt(ftplib.parse227, "200 x"))
print(ftp.sanitize("PASS secret\r\n"), ftplib.all_errors[1:3])
