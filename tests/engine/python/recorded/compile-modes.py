# Where a source ends, in each mode.
SOURCES = [
    "x = 1", "1 +", "(", "'abc", "x y", "f(", "1 1\n", "1 1\n\n", " 1 1", "  \t 1", "def", "", "\n", "\n\n", "# only\n", "1 if", "lambda: (yield", "a b # c", "'\\x'", "0x", "$", "\n\n1 1",
    "def f(): pass", "def f(): pass\n", "def f(): pass # c", "def f(): pass\n\n", "if 1:\n  pass", "if 1:\n  pass\n", "if 1:\n  if 2:\n    x", "if 1: x\nelse: y", "if 1: x\nelse: y\n", "class C: x = 1",
    "x = 1\ny = 2", "x = 1; y = 2", "x = 1; y = 2\n# c\n\n", "def f(): pass\nx = 1\n", "def f():\n  pass\nx = 1\n", "@d\ndef f(): pass", "with a: b", "for x in y: z", "try: x\nfinally: y", "while 1: pass",
    "match x:\n  case 1: pass", "if 1:", "if 1:\n", "x = '''a", "x = [1,\n2", "pass", "x \\\n", "x \\", "1\n  2", "1\n 2\n", "async def f(): pass", "return", "yield 1", "x: int", "del x", "assert x",
]
for source in SOURCES:
    for mode in ("exec", "eval", "single"):
        try:
            code = compile(source, "file", mode)
            print(repr(source), mode, code.co_names, [c for c in code.co_consts if not hasattr(c, "co_code")])
        except SyntaxError as error:
            print(repr(source), mode, type(error).__name__, error.args)
