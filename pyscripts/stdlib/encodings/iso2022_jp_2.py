"""The encoding iso2022_jp_2."""

__import__("_codec_modules").fill(globals())
