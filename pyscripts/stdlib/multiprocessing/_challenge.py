"""The handshake by which two processes show each other that they know the same key, without sending it.

One side sends random bytes behind the name of a digest, the other answers with the HMAC of both; then the other way
round. Nothing is unpickled before. The messages are those of CPython 3.12 and later; answers to the older ones, which
name no digest, are those of MD5.
"""

import hmac
import os

from .context import AuthenticationError

__all__ = ["deliver_challenge", "answer_challenge"]

_CHALLENGE, _WELCOME, _FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"
_DIGESTS = ("md5", "sha256", "sha384", "sha3_256", "sha3_384")

# Lengths of what names no digest: the challenge of old and its answer.
_OLD_CHALLENGE, _OLD_ANSWER = 20, 16
_LENGTH = 40
# No message of the handshake is longer.
_MOST = 256


def _split(message):
    """The name of the digest in front of a message, and the rest."""
    if len(message) in (_OLD_CHALLENGE, _OLD_ANSWER):
        return "md5", message, True
    name, found, rest = message[1:].partition(b"}")
    name = name.decode("ascii", "replace")
    if not message.startswith(b"{") or not found or name not in _DIGESTS:
        raise AuthenticationError("unsupported message length, missing digest prefix, or unsupported digest: "
                                  f"{message=}")
    return name, rest, False


def _check_key(authkey):
    if not isinstance(authkey, bytes):
        raise ValueError(f"Authkey must be bytes, not {type(authkey)!s}")


def deliver_challenge(connection, authkey, digest_name="sha256"):
    """Have the other side show that it knows the key; AuthenticationError if it does not."""
    _check_key(authkey)
    message = b"{%s}%s" % (digest_name.encode("ascii"), os.urandom(_LENGTH))
    connection.send_bytes(_CHALLENGE + message)
    try:
        _verify(authkey, message, connection.recv_bytes(_MOST))
    except AuthenticationError:
        connection.send_bytes(_FAILURE)
        raise
    connection.send_bytes(_WELCOME)


def _verify(authkey, message, answer):
    name, given, _ = _split(answer)
    expected = hmac.new(authkey, message, name).digest()
    if len(given) != len(expected):
        raise AuthenticationError(f"expected {name!r} of length {len(expected)} got {len(given)}")
    if not hmac.compare_digest(given, expected):
        raise AuthenticationError("digest received was wrong")


def answer_challenge(connection, authkey):
    """Show the other side that the key is known here; AuthenticationError if it does not think so."""
    _check_key(authkey)
    message = connection.recv_bytes(_MOST)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f"Protocol error, expected challenge: {message=}")
    message = message.removeprefix(_CHALLENGE)
    if len(message) < _OLD_CHALLENGE:
        raise AuthenticationError(f"challenge too short: {len(message)} bytes")
    name, _, old = _split(message)
    answer = hmac.new(authkey, message, name).digest()
    connection.send_bytes(answer if old else b"{%s}%s" % (name.encode("ascii"), answer))
    if connection.recv_bytes(_MOST) != _WELCOME:
        raise AuthenticationError("digest sent was rejected")
