"""The encoding iso2022_jp_1."""

__import__("_codec_modules").fill(globals())
