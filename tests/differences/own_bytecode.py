# difference: Bytecode is gilly's own
# cause: gilly runs instructions for registers; CPython runs instructions for a stack. `co_code`, `co_stacksize` and what `dis` prints differ therefore, and what `marshal` makes of code.
# workaround: Look at bytecode with `gilly dis FILE` or `dis.dis`; docs/bytecode.md has the table of instructions. Do not depend on `co_code`.
def double(x):
    return x + x


print(len(double.__code__.co_code) % 8)  # whole words of 64 bits
