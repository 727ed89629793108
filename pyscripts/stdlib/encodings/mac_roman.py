"""The encoding mac_roman."""

__import__("_codec_modules").fill_table(globals())
