"""The encoding mac_croatian."""

__import__("_codec_modules").fill_table(globals())
