"""The encoding hex_codec."""

__import__("_codec_modules").fill(globals())
