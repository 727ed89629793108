"""The encoding mac_romanian."""

__import__("_codec_modules").fill_table(globals())
