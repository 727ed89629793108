"""The encoding ascii."""

__import__("_codec_modules").fill(globals())
