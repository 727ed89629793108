# The settings of TLS, as far as they go without TLS.
import pickle
import ssl
print(ssl.CERT_NONE, repr(ssl.CERT_REQUIRED), repr(ssl.PROTOCOL_TLS), ssl.PROTOCOL_SSLv23 is ssl.PROTOCOL_TLS, repr(ssl.OP_NO_SSLv3|ssl.OP_NO_TLSv1))
print(repr(ssl.TLSVersion.TLSv1_2), repr(ssl.SSL_ERROR_EOF), repr(ssl.ALERT_DESCRIPTION_UNKNOWN_CA), ssl.Purpose.SERVER_AUTH)
c = ssl.create_default_context()
print(c.verify_mode, c.check_hostname, c.protocol, repr(c.verify_flags))
for attempt in (
    lambda: setattr(c,'verify_mode',ssl.CERT_NONE),
    lambda: setattr(c,'verify_mode',7),
    lambda: ssl.SSLContext(99),
    lambda: c.load_verify_locations(),
    lambda: c.load_cert_chain("/nonexistent"),
    lambda: ssl.SSLSocket(),
    lambda: ssl.SSLObject(),
    lambda: ssl.create_default_context(3),
    lambda: ssl.PEM_cert_to_DER_cert("x"),
    lambda: c.set_alpn_protocols([""]),
    lambda: ssl.cert_time_to_seconds("x"),
    lambda: ssl.RAND_bytes(-1),
    lambda: c.set_ciphers(3),
):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e, e.args)
c.check_hostname=False
c.verify_mode=ssl.CERT_NONE
print(c.verify_mode)
c.check_hostname=True
print(c.verify_mode)
s = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
print(s.verify_mode, s.check_hostname, s.verify_flags)
b = ssl.MemoryBIO()
print(b.write(b"hello"), b.pending, b.read(2), b.eof)
b.write_eof()
print(b.eof, b.read(), b.eof, b.read())
try:
    b.write(b"x")
except ssl.SSLError as e:
    print(e, e.args, repr(e))
p = ssl.DER_cert_to_PEM_cert(bytes(range(100)))
print(p)
print(ssl.PEM_cert_to_DER_cert(p)==bytes(range(100)))
print(ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"))
for e in (
    ssl.SSLError("x"), ssl.SSLError(1,"y"), ssl.SSLError(), ssl.SSLError(1,"y","z"), ssl.SSLCertVerificationError("a","b"),
):
    print(str(e), repr(e), e.errno, e.strerror, e.args)
print(pickle.loads(pickle.dumps(ssl.CERT_REQUIRED)) is ssl.CERT_REQUIRED)
print(ssl.get_protocol_name(2), ssl.get_protocol_name(77))
u=ssl._create_unverified_context()
print(u.verify_mode,u.check_hostname)
print(s.get_ca_certs(), s.session_stats())
