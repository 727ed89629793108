"""The encoding tis_620."""

__import__("_codec_modules").fill_table(globals())
