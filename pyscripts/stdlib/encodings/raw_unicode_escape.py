"""The encoding raw_unicode_escape."""

__import__("_codec_modules").fill(globals())
