"""The encoding cp850."""

__import__("_codec_modules").fill_table(globals())
