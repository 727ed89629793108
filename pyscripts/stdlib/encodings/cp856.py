"""The encoding cp856."""

__import__("_codec_modules").fill_table(globals())
