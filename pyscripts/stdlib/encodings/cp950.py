"""The encoding cp950."""

__import__("_codec_modules").fill(globals())
