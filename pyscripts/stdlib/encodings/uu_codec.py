"""The encoding uu_codec."""

__import__("_codec_modules").fill(globals())
