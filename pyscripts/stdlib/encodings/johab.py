"""The encoding johab."""

__import__("_codec_modules").fill(globals())
