"""The encoding undefined."""

__import__("_codec_modules").fill(globals())
