"""What installers make the tags of wheels of."""
import sys
import sysconfig

suffix, interface = sysconfig.get_config_vars("EXT_SUFFIX", "SOABI")
print(suffix == f".{interface}.so", interface.startswith(sys.implementation.cache_tag + "-"), suffix.count("."))
