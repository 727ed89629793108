"""The encoding mac_greek."""

__import__("_codec_modules").fill_table(globals())
