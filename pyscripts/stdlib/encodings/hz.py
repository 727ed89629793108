"""The encoding hz."""

__import__("_codec_modules").fill(globals())
