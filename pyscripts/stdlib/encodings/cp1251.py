"""The encoding cp1251."""

__import__("_codec_modules").fill_table(globals())
