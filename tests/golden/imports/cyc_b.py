import cyc_a
y = hasattr(cyc_a, 'x')
