x=5
t = t"a{x!r:>3}b{x+1}"
print(t, list(t), t.values, t.strings, t.interpolations[0].format_spec)
print(t + t"z")
from string.templatelib import Template, Interpolation
print(isinstance(t, Template), Template("a", Interpolation(1), "b", "c"))
