"""The encoding cp858."""

__import__("_codec_modules").fill_table(globals())
