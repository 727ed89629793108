"""The encoding big5."""

__import__("_codec_modules").fill(globals())
