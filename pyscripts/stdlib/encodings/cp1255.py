"""The encoding cp1255."""

__import__("_codec_modules").fill_table(globals())
