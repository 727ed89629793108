"""The encoding cp874."""

__import__("_codec_modules").fill_table(globals())
