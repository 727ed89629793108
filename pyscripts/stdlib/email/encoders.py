"""Encodings of a message's body."""

import base64
import quopri

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]


def encode_base64(msg):
    """Encodes the body in base64."""
    msg.set_payload(base64.encodebytes(msg.get_payload(decode=True)).decode("ascii"))
    msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
    """Encodes the body as quoted-printable."""
    encoded = quopri.encodestring(msg.get_payload(decode=True), quotetabs=True)
    msg.set_payload(encoded.replace(b" ", b"=20").decode("ascii"))
    msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
    """Leaves the body as it is, and says whether it is ASCII."""
    original = msg.get_payload(decode=True)
    msg["Content-Transfer-Encoding"] = "7bit" if original is None or original.isascii() else "8bit"


def encode_noop(msg):
    """Does nothing."""
