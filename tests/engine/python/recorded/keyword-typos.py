import traceback

SOURCES = [
    'whille True:\n    pass\n',
    'fro x in y:\n    pass\n',
    'x = 1\nfro x in y:\n    pass\n',
    'def f():\n    retrun 1\n',
    'x = 1\nimprot os\n',
    'if x:\n    pass\nesle:\n    pass\n',
    'try:\n    pass\nexept ValueError:\n    pass\n',
    'a = [x fo x in y]\n',
    'clas A:\n    pass\n',
    'deff f():\n    pass\n',
    'asert x\n',
    'wiht open(x) as f:\n    pass\n',
    'asynch def f():\n    pass\n',
    'def f():\n    x = 1\n    y = 2\n    rais ValueError\n',
    'lamda x: x\n',
    'f(lamda x: x)\n',
    'x = y iff z else w\n',
    'print 1\n',
    'x y\n',
    'froM x import y\n',
    'import x aS y\n',
    'a b c d e f g h i j k l m if\n',
    'x = 3 nott in y\n',
    'x = not1 y\n',
    '1 +\n',
    'x = (a b)\n',
    'x = [1 2]\n',
    'x = {a b}\n',
    'match x:\n    cse 1:\n        pass\n',
    'for x on y: pass\n',
    'def f():\n    for x in range(3):\n        yeild x\n',
    'class A:\n    def f(self):\n        retrun self\n    def g(self):\n        pass\n',
    'x = 1; retrn x\n',
    'with a: pas s\n',
    'whle x: pass\nwhle y: pass\n',
    "x = 'a' b\n",
    'if x = 1:\n  pass\n',
    'elf x:\n    pass\n',
    'if a:\n    pass\nelf b:\n    pass\n',
    'Ture x\n',
    'x = nonlcal y\n',
    'x is nt y\n',
    'globl x\n',
    'def f():\n  globl x\n',
    "pint('a') x\n",
    'if a:\n    pass\nx = 1\nretrun\nclas A:\n  pass\n',
    'def f():\n    for x in y:\n        pass\n    retrun 1\n',
    'def f():\n    if x:\n        pass\n    while y:\n        pass\n    retrun 1\n',
    'if a:\n    pass\nif b:\n    pass\nx = 1\ny = 2\nretrun 1\n',
    'class A:\n    def f(self):\n        pass\n    def g(self):\n        retrun 1\n',
    'class A:\n    def f(self):\n        pass\n\nclass B:\n    def g(self):\n        retrun 1\n',
    '@dec\ndef f(): pass\nretrun 1\n',
    'with a:\n    if b: pass\nretrun 1\n',
    'if a: pass\nelif b: pass\nelse: pass\nretrun 1\n',
    'async def f():\n    async for x in y:\n        pass\n    retrun 1\n',
    'try:\n    if x: pass\nexept A:\n    pass\n',
    'match x:\n    case 1:\n        if y: pass\n        retrun 1\n',
    'def f():\n    if a: pass\n\ndef g():\n    if b:\n        pass\n    if c:\n        retrun 1\n',
    'x = 1\nif a:\n    pass\nfor x in y:\n   pass\nx = 1 +\n',
    'if a:\n    pass\nx = [1 2]\n',
    'if a:\n    pass\nf(x for x in y, 1)\n',
    'if a:\n    pass\n  x = 1\n',
    "if a:\n    pass\nx = 'abc\n",
    'if a: pass\nx = (1\n',
    'if a:\npass\n',
    'if a: pass\nif b:\npass\n',
    'if a: pass\nreturn = 1\n',
    'for a in b: pass\nprint 1\n',
    'if a: pass\nbreak 1\n',
    'if a: pass\nx = $\n',
    'if a: pass\nx = 1)\n',
    'def f(): pass\nretrun 1\n',
    'def f():\n    pass\nretrun 1\n',
    'async def f():\n    pass\nretrun 1\n',
    'class A: pass\nretrun 1\n',
    'class A:\n    pass\nretrun 1\n',
    '@d\nclass A:\n    pass\nretrun 1\n',
    'with a:\n    pass\nretrun 1\n',
    'async with a:\n    pass\nretrun 1\n',
    'try:\n    pass\nfinally:\n    pass\nretrun 1\n',
    'match a:\n    case 1:\n        pass\nretrun 1\n',
    'while a:\n    pass\nretrun 1\n',
    'for a in b:\n    pass\nelse:\n    pass\nretrun 1\n',
    'class A:\n    def f(self): pass\nretrun 1\n',
    'def f():\n    if a:\n        pass\nretrun 1\n',
    'def f():\n    def g():\n        pass\n    retrun 1\n',
    'class A:\n    x = 1\n    class B: pass\n    retrun 1\n',
    'def f():\n    class B: pass\n    retrun 1\n',
    'class B: pass\ndef f(): pass\nretrun 1\n',
    'def f(): pass\n\nclass B: pass\nretrun 1\n',
    'if a:\n    if b:\n        pass\n    x = 1\n    retrun 1\n',
    'if a:\n    if b:\n        pass\nretrun 1\n',
    'if a:\n    def f():\n        pass\nretrun 1\n',
    'for a in b:\n    def f():\n        pass\nretrun 1\n',
    'if a: pass\nelse:\n    if b: pass\n    retrun\nx y\n',
    'if a: pass\nelif b:\n    retrun x\n',
    'try:\n    pass\nexcept A:\n    retrun x\n',
    'import a\nimport b\nfrom c import d, e\nx = 1\ny = 2\nz = 3\nt = u\nv = w\nretrun x\n',
    'def f(a, b, c, d, e, g, h, i, j, k, l):\n    retrun a\n',
    'x = 1\nwhille True:\n    pass\n',
    '# a comment\n\nwhille True:\n    pass\n',
    'if a:\n    pass\n\n\n# c\nwhille True:\n    pass\n',
    "def f():\n    '''doc\n  string'''\n    retrun 1\n",
    "if x:\n    '''doc\nstring'''\n    retrun 1\n",
    "if a: pass\nx = '''\n  q'''\nretrun x\n",
        'x = 1 iff y else 2\nretrun 1\n',
    'retrun é\n',
    'x = "é"; retrun é\n',
    'é fro x\n',
    'async with a:\n    pass\n    retrun x\n',
]


def metadata(error):
    return getattr(error, "_metadata", "no such member")


for source in SOURCES:
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as error:
        print(repr(source), metadata(error), error.msg, [line.rstrip() for line in traceback.format_exception_only(error)])
for source, mode in (("1 +\n", "eval"), ("whille x", "eval"), ("lamda: 1", "eval"), ("if x: pass\nx y", "single"), ("return 1", "exec"), ("def f(a, a): pass", "exec")):
    try:
        compile(source, "<s>", mode)
    except SyntaxError as error:
        print(repr(source), mode, metadata(error), [line.rstrip() for line in traceback.format_exception_only(error)])
for place in (("f", 1, 2, "t"), ("f", 1, 2, "t", 3, 4), ("f", 1, 2, "t", 3, 4, "more"), ("f", 1, 2, "t", 3), (1, 2, 3, 4, 5, 6, 7, 8)):
    try:
        error = SyntaxError("m", place)
        print(metadata(error), error.args)
    except Exception as wrong:
        print(type(wrong).__name__, wrong)
for metadata_given in ((0, 0, "whille True: pass"), (0, 0, None), (2, 0, "x\nwhille True: pass"), (1, 2), None, (0, 0, "x" * 1000 + "\nwhille x: pass"), (0, 0, "a b c d e f g h i j whille x: pass")):
    try:
        error = SyntaxError("invalid syntax", ("<none>", 2, 1, "whille True: pass", 2, 3, metadata_given))
    except TypeError as wrong:
        print(wrong)
    else:
        print([line.rstrip() for line in traceback.format_exception_only(error)])
