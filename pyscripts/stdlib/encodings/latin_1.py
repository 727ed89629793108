"""The encoding latin_1."""

__import__("_codec_modules").fill(globals())
