"""The encoding cp863."""

__import__("_codec_modules").fill_table(globals())
