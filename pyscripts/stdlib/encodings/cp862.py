"""The encoding cp862."""

__import__("_codec_modules").fill_table(globals())
