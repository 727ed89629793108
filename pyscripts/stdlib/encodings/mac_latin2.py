"""The encoding mac_latin2."""

__import__("_codec_modules").fill_table(globals())
