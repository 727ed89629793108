"""The encoding bz2_codec."""

__import__("_codec_modules").fill(globals())
