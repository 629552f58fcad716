# What an interactive prompt waits for more lines of, and what it refuses
import codeop
import warnings

cases = ["", "\n", "# c", "1", "x = 1", "x = 1\n", "if 1:", "if 1:\n", "if 1:\n  pass", "if 1:\n  pass\n", "if 1:\n  pass\n\n", "if 1: pass", "if 1: pass\n", "if 1: pass\n\n", "(", "(1,", "'abc", "'''abc", "'''abc\n", "x = \\", "x = \\\n", "def f():\n  return 1\n", "def f():\n  return 1\n\n", "class A: pass", "@dec", "@dec\n", "@dec\ndef f(): pass\n", "try:\n  1", "try:\n  1\n", "try:\n  1\n\n", "try:\n 1\nexcept: pass", "try:\n 1\nexcept: pass\n", "try:\n 1\nfinally:", "1+", "a b", "  1", " if 1: pass", "if 1:\npass", "def", "def f(", "def f(x", "for", "for x in", "for x in y:", "while 1:\n  if 2:", "while 1:\n  if 2:\n    pass", "while 1:\n  if 2:\n    pass\n", "else:", "lambda", "[x for", "f'{", "f'{x", "f'''{x", "f'abc", "x = [\n1,\n", "x = [\n1,\n]", "1;", "1; 2", "1\n2", "x = 1\ny = 2\n", "import", "from a import (", "from a import", "return", "yield 1", "async def f():", "with a:", "with a as", "match x:", "match x:\n case 1:", "match x:\n case 1: pass", "match x:\n case 1: pass\n", "type X", "pass\n\n\n", "\\", "?", "1 +* 2", "a = 5 if", "{1: 2,", "{1: 2,}", "not", "print(1", "print(1))", "0xz", "\"\"\"", "if 1:\n  x = '''", "if 1:\n  x = (", "global x", "x = yield", "del", "assert", "raise", "a.", "a[", "a[1:", "if True and", "if (1\n", "if (1\n):\n  pass\n", "# c\n", "  # c", "if 1: # c", "if 1:\n  # c", "if 1:\n  # c\n", "@x\n\n", "x = (1 +\n", "\tx=1", "def f():\n\treturn 1\n  x\n", "def f():\n  '''doc"]
warnings.simplefilter("ignore")
for c in cases:
    for symbol in "single", "exec", "eval":
        try:
            r = codeop.compile_command(c, "<i>", symbol)
            r = "more" if r is None else "code"
        except SyntaxError as e:
            r = type(e).__name__
        except Exception as e:
            r = f"{type(e).__name__}: {e}"
        print(repr(c), symbol, r)
