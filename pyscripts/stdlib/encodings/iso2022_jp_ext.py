"""The encoding iso2022_jp_ext."""

__import__("_codec_modules").fill(globals())
