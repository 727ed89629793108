"""The handlers that send records elsewhere: to sockets, the system's log, servers of the web and of mail."""

import logging
import pickle
import socket
import struct
import time


class SocketHandler(logging.Handler):
    """Sends records as pickles through a connection that it keeps."""

    __module__ = "logging.handlers"

    def __init__(self, host, port):
        super().__init__()
        self.host, self.port = host, port
        self.address = host if port is None else (host, port)
        self.sock, self.closeOnError = None, False
        self.retryTime, self.retryStart, self.retryMax, self.retryFactor = None, 1.0, 30.0, 2.0

    def makeSocket(self, timeout=1):
        """A new connection."""
        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(timeout)
        try:
            made.connect(self.address)
        except OSError:
            made.close()
            raise
        return made

    def createSocket(self):
        """Connect, unless that failed a short while ago; the more often it fails, the longer the while."""
        now = time.time()
        if self.retryTime is not None and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            if self.retryTime is None:
                self.retryPeriod = self.retryStart
            else:
                self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        """Send bytes; if nobody is there, they are lost."""
        if self.sock is None:
            self.createSocket()
        if self.sock:
            try:
                self.sock.sendall(s)
            except OSError:
                self.sock.close()
                self.sock = None

    def makePickle(self, record):
        """A record as the length of its pickle and the pickle, a dict of plain values."""
        if record.exc_info:
            # The traceback is kept as text.
            self.format(record)
        values = dict(record.__dict__)
        values.update(msg=record.getMessage(), args=None, exc_info=None)
        values.pop("message", None)
        data = pickle.dumps(values, 1)
        return struct.pack(">L", len(data)) + data

    def handleError(self, record):
        if self.closeOnError and self.sock:
            self.sock.close()
            self.sock = None
        else:
            super().handleError(record)

    def emit(self, record):
        try:
            self.send(self.makePickle(record))
        except Exception:
            self.handleError(record)

    def close(self):
        with self.lock:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
            super().close()


class DatagramHandler(SocketHandler):
    """Sends records as pickles in single packets."""

    __module__ = "logging.handlers"

    def __init__(self, host, port):
        super().__init__(host, port)
        self.closeOnError = False

    def makeSocket(self):
        return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


_PRIORITIES = "EMERG ALERT CRIT ERR WARNING NOTICE INFO DEBUG".split()
_FACILITIES = "KERN USER MAIL DAEMON AUTH SYSLOG LPR NEWS UUCP CRON AUTHPRIV FTP NTP SECURITY CONSOLE SOLCRON".split()
_FACILITIES += [f"LOCAL{number}" for number in range(8)]


class SysLogHandler(logging.Handler):
    """Sends records to the system's log, here or on another machine."""

    __module__ = "logging.handlers"

    for _number, _name in [*enumerate(_PRIORITIES), *enumerate(_FACILITIES)]:
        locals()["LOG_" + _name] = _number
    del _number, _name

    priority_names = {
        **dict(sorted({**{name.lower(): number for number, name in enumerate(_PRIORITIES)},
                       "critical": 2, "error": 3, "panic": 0, "warn": 4}.items())),
    }
    facility_names = {
        **dict(sorted({name.lower().replace("solcron", "solaris-cron"): number
                       for number, name in enumerate(_FACILITIES[:16])}.items())),
        **{name.lower(): number for number, name in enumerate(_FACILITIES) if number >= 16},
    }
    priority_map = {name: name.lower() for name in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")}
    ident = ""
    append_nul = True

    def __init__(self, address=("localhost", 514), facility=LOG_USER, socktype=None):
        super().__init__()
        self.address, self.facility, self.socktype = address, facility, socktype
        self.socket = None
        self.createSocket()

    def _connect_unixsocket(self, address):
        kinds = [self.socktype] if self.socktype is not None else [socket.SOCK_DGRAM, socket.SOCK_STREAM]
        for kind in kinds:
            self.socket = socket.socket(socket.AF_UNIX, kind)
            try:
                self.socket.connect(address)
            except OSError:
                self.socket.close()
                if kind is kinds[-1]:
                    raise
            else:
                self.socktype = kind
                return

    def createSocket(self):
        """Make the socket; that of this machine may not be there yet."""
        address = self.address
        if isinstance(address, str):
            self.unixsocket = True
            try:
                self._connect_unixsocket(address)
            except OSError:
                pass
            return
        self.unixsocket = False
        kind = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        host, port = address
        found = socket.getaddrinfo(host, port, 0, kind)
        if not found:
            raise OSError("getaddrinfo returns an empty list")
        for place, (family, kind_found, protocol, _, target) in enumerate(found):
            made = socket.socket(family, kind_found, protocol)
            try:
                if kind == socket.SOCK_STREAM:
                    made.connect(target)
                break
            except OSError:
                made.close()
                if place == len(found) - 1:
                    raise
        self.socket, self.socktype = made, kind

    def encodePriority(self, facility, priority):
        """The number in front of a message."""
        facility = self.facility_names[facility] if isinstance(facility, str) else facility
        priority = self.priority_names[priority] if isinstance(priority, str) else priority
        return facility << 3 | priority

    def close(self):
        with self.lock:
            sock, self.socket = self.socket, None
            if sock:
                sock.close()
            super().close()

    def mapPriority(self, levelName):
        return self.priority_map.get(levelName, "warning")

    def emit(self, record):
        try:
            text = self.ident + self.format(record) if self.ident else self.format(record)
            if self.append_nul:
                text += "\000"
            head = f"<{self.encodePriority(self.facility, self.mapPriority(record.levelname))}>"
            data = head.encode() + text.encode()
            if not self.socket:
                self.createSocket()
            if self.unixsocket:
                try:
                    self.socket.send(data)
                except OSError:
                    # The log's service may have begun anew.
                    self.socket.close()
                    self._connect_unixsocket(self.address)
                    self.socket.send(data)
            elif self.socktype == socket.SOCK_DGRAM:
                self.socket.sendto(data, self.address)
            else:
                self.socket.sendall(data)
        except Exception:
            self.handleError(record)


class HTTPHandler(logging.Handler):
    """Sends records to a server of the web, as the fields of a form."""

    __module__ = "logging.handlers"

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        super().__init__()
        method = method.upper()
        if method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host, self.url, self.method, self.secure = host, url, method, secure
        self.credentials, self.context = credentials, context

    def mapLogRecord(self, record):
        """What is sent of a record."""
        return record.__dict__

    def getConnection(self, host, secure):
        import http.client
        if secure:
            return http.client.HTTPSConnection(host, context=self.context)
        return http.client.HTTPConnection(host)

    def emit(self, record):
        try:
            import urllib.parse
            connection = self.getConnection(self.host, self.secure)
            url, data = self.url, urllib.parse.urlencode(self.mapLogRecord(record))
            if self.method == "GET":
                url += ("&" if "?" in url else "?") + data
            connection.putrequest(self.method, url)
            if self.method == "POST":
                connection.putheader("Content-type", "application/x-www-form-urlencoded")
                connection.putheader("Content-length", str(len(data)))
            if self.credentials:
                import base64
                named = base64.b64encode(("%s:%s" % self.credentials).encode()).strip().decode("ascii")
                connection.putheader("Authorization", "Basic " + named)
            connection.endheaders()
            if self.method == "POST":
                connection.send(data.encode())
            connection.getresponse()
        except Exception:
            self.handleError(record)


class SMTPHandler(logging.Handler):
    """Sends records by mail."""

    __module__ = "logging.handlers"

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        super().__init__()
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
        if isinstance(credentials, (list, tuple)):
            self.username, self.password = credentials
        else:
            self.username = None
        self.fromaddr, self.subject = fromaddr, subject
        self.toaddrs = [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.secure, self.timeout = secure, timeout

    def getSubject(self, record):
        """What stands above the message."""
        return self.subject

    def emit(self, record):
        try:
            import email.utils
            import smtplib
            from email.message import EmailMessage
            smtp = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            message = EmailMessage()
            message["From"], message["To"] = self.fromaddr, ",".join(self.toaddrs)
            message["Subject"], message["Date"] = self.getSubject(record), email.utils.localtime()
            message.set_content(self.format(record))
            if self.username:
                if self.secure is not None:
                    smtp.ehlo()
                    smtp.starttls(*self.secure)
                    smtp.ehlo()
                smtp.login(self.username, self.password)
            smtp.send_message(message)
            smtp.quit()
        except Exception:
            self.handleError(record)
