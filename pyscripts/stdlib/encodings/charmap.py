"""Text by a table of the characters that bytes stand for; without a table, bytes stand for the first 256 characters."""

import codecs


def encode(text, errors="strict"):
    return codecs.charmap_encode(text, errors)


def decode(data, errors="strict"):
    return codecs.charmap_decode(data, errors)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors="strict", mapping=None):
        super().__init__(errors)
        self.mapping = mapping

    def encode(self, input, final=False):
        return codecs.charmap_encode(input, self.errors, self.mapping)[0]


class IncrementalDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors="strict", mapping=None):
        super().__init__(errors)
        self.mapping = mapping

    def decode(self, input, final=False):
        return codecs.charmap_decode(input, self.errors, self.mapping)[0]


_info = codecs._info("charmap", encode, decode, IncrementalEncoder, IncrementalDecoder)
__import__("_codec_modules").fill(globals(), _info)
