"""The encoding zlib_codec."""

__import__("_codec_modules").fill(globals())
