"""The encoding cp857."""

__import__("_codec_modules").fill_table(globals())
