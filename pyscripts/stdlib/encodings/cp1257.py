"""The encoding cp1257."""

__import__("_codec_modules").fill_table(globals())
