"""The encoding cp869."""

__import__("_codec_modules").fill_table(globals())
