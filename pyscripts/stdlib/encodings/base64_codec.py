"""The encoding base64_codec."""

__import__("_codec_modules").fill(globals())
