"""The encoding cp932."""

__import__("_codec_modules").fill(globals())
