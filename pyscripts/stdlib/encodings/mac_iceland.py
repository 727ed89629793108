"""The encoding mac_iceland."""

__import__("_codec_modules").fill_table(globals())
