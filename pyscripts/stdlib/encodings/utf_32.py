"""The encoding utf_32."""

__import__("_codec_modules").fill(globals())
