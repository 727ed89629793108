"""The encoding mac_arabic."""

__import__("_codec_modules").fill_table(globals())
