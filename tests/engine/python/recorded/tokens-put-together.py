# Tokens put together to a source again, with their places and without; encodings; names and numbers of tokens
import io
import token
import tokenize

SOURCES = [
    'x = 1\n',
    'x = 1',
    '',
    '\n',
    '# c\n',
    "def f(a, *, b=2) -> int:\n    '''doc'''\n    return a // b  # end\n\n\nclass A:\n  x: int = 0x1F\n",
    'if x:\n  y\n  if z:\n    w\nelse:\n  q',
    'a = (1,\n     2)  # c\nb\n',
    'x = \'\'\'a\nb\'\'\'\ny = r\'q\' b"z" Rb\'\\x\'\n',
    "f'a{x!r:>{w}}b' f'''{a}\n{b:%d}''' f'{{}}'\n",
    'a @= b ** c <<= d := e -> f ... != <> ~x; y\n',
    '1e5 1_000 0b1 0o7 1j .5 5. 1E-3j\n',
    'x = \\\n  1\n',
    'async def f(): await x\n',
    '\tx\n',
    '  # c\nx\n',
    'if 1:\n\n  # c\n  x\n# d\ny\n',
    "λ = 'é'\n",
    'x = 1\r\ny = 2\r\n',
    'lambda: (yield)\n',
    "print(f'{x=}')\n",
    'a\n\n\n',
    'match x:\n  case 1: pass\n',
    'x = $\n',
    'a ? b\n',
    'x = [\n',
    "'abc\n",
    "'''abc",
    'if 1:\n    a\n  b\n',
    '0xg\n',
    'a!b\n',
    'x = 1 # c',
    "f'{x'\n",
    'a\\\n',
    "f'{x:}'\n",
    "f'{x!r:}'\n",
    "f'{x:{a}{b}}'\n",
    "f'{x:{a}b{c}d}'\n",
    "f'{x:a{b}}c'\n",
    "f'{x!s}{y}'\n",
    "f'''{\nx\n}'''\n",
    "f'''{x:\n}'''\n",
    "f'{ {1: 2}[1] }'\n",
    "f'{x != y}'\n",
    "f'{(a := 1)}'\n",
    "f'{x:=5}'\n",
    "f'a\\nb{x}\\{y}'\n",
    "rf'\\{x}'\n",
    "f'\\N{DASH}{x}'\n",
    "f''\n",
    "f'a' 'b' f'c'\n",
    "f'{x,}'\n",
    "f'{lambda x: 1}'\n",
    "f'{{{x}}}'\n",
    "f'{x}}}'\n",
    "f'a\\\nb{c}'\n",
    'f\'{f"{1}"}\'\n',
    'F"{a[\'b\']}"\n',
    "f'{a[1:2]}'\n",
    "f'{a[1:2]:>{w}.{p}}'\n",
    "f'{x # c'\n",
    "f'{x'\n",
    "f'abc\n",
    "f'''abc\n",
    "f'{x:{y:{z}}}'\n",
    "f'{x!r}' if 1 else f''\n",
    'f\'{"a" "b"}\'\n',
    "f'{x}\\\n{y}'\n",
    "f'''a{x}b\nc{y}d\ne'''\n",
    "print(f'{a}', f'{b}')\n",
    "f'{a}{b}' f'{c}'\n",
    "f'{a!r:^{width}.{precision}}'\n",
    "f'{3.4:10}'\n",
    "f'{a if b else c}'\n",
    "f'{yield}'\n",
    "f'{*a, b}'\n",
    "f'{a}' + \\\n f'{b}'\n",
    "x = (f'{a}'\n  f'{b}')\n",
    "f'{{'\n",
    "f'}}'\n",
    "f'{x:{{}}}'\n",
    "rb'a' bR'' u'x' Br'z'\n",
    'a = 1;b\n',
    'x=(\n# c\n1,\n\n2)\n',
    'if a:\n\tb\n\tif c:\n\t\td\ne\n',
    'x = 1\n\n\n# end',
    '   \n',
    'def f():\n    pass\n    # c\n  # d\nx\n',
    'class A: pass\n\x0c\nclass B: pass\n',
    'a = b if c else d\n',
    '@d\nasync def f(): await g()\n',
    'x: int\n',
    '1if x else 2\n',
    '1_0.5_0e+1_0j\n',
    '0_0 00\n',
    'a.b.c...d\n',
    'not in is\n',
    '  x\n y\n',
    "f'a}'\n",
    "f'{a!r}}'\n",
    "x = 'a\\\nb'\n",
    "'''a\n'''  '''b'''\n",
    "if a:\n  '''x\ny'''\n  b\n",
    'def f():\n\n    x\n\n\n    y\nz\n',
]


def of_bytes(source):
    return [tuple(found)[1:] for found in tokenize.tokenize(io.BytesIO(source).readline)]


for source in SOURCES:
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except Exception:
        continue
    for each in tokens, [found[:2] for found in tokens]:
        try:
            print(repr(source), repr(tokenize.untokenize(each)))
        except Exception as error:
            print(repr(source), type(error).__name__, error)
for source in b"x\n", b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", b"\xef\xbb\xbfx":
    print(of_bytes(source))
for source in b"# coding: nope\n", b"", b"x\n", b"\n# coding: ascii\n", b"\xef\xbb\xbfx":
    try:
        print(tokenize.detect_encoding(io.BytesIO(source).readline))
    except SyntaxError as error:
        print(error)
first = next(tokenize.generate_tokens(io.StringIO("x + 1").readline))
print(first, first.exact_type, first.type, first.string)
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO(b"x = 1\n").readline)))
print(" ".join(token.tok_name[number] for number in sorted(token.tok_name)), token.NT_OFFSET, token.N_TOKENS)
print(token.EXACT_TOKEN_TYPES, len(token.__all__), token.ISEOF(0), token.ISTERMINAL(5), token.ISNONTERMINAL(300))
