"""The encoding mac_cyrillic."""

__import__("_codec_modules").fill_table(globals())
