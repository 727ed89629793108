import imports_cycle_a
print(imports_cycle_a.a(), imports_cycle_a.imports_cycle_b.b())
