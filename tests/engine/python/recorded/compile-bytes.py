# Sources in bytes: the coding line, the mark, what is not UTF-8.
import ast


def show(label, work):
    try:
        result = work()
        if hasattr(result, "co_consts"):
            result = [c for c in result.co_consts if not hasattr(c, "co_code")]
        print(label, ascii(result))
    except SyntaxError as error:
        print(label, type(error).__name__, ascii(error.args), ascii(str(error)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))


SOURCES = [
    b"# coding: badencoding\nx = 1", b"#!/usr/bin/python\n# -*- coding: badencoding -*-\nx = 1", b"x = 1\n# coding: badencoding\n",
    b"\n# coding: badencoding\nx = 1", b"\n\n# coding: badencoding\nx = 1", b"x = 1 # coding: badencoding\n", b"'# coding: badencoding'\n",
    b"# coding: latin-1\nx = '\xe4'", b"# coding: Latin_1-unix\nx = '\xe4'", b"# coding: iso-8859-1\nx = '\xe4'", b"# encoding=latin1\r\nx = '\xe4'\r\ny = 2",
    b"\t\x0c# vim: set fileencoding=latin-1 :\nx = '\xe4'", b"# coding = latin-1\nx = 'a'", b"# coding: ascii\nx = '\xe4'", b"# coding: us-ascii\nx = 'a'",
    b"# coding: utf8\nx = '\xc3\xa4'", b"# coding: UTF-8-dos\nx = '\xc3\xa4'", b"# coding: latin-1\n# coding: utf-8\nx = '\xc3\xa4'", b"# coding: hex\n41",
    b"\xef\xbb\xbfx = '\xc3\xa4'", b"\xef\xbb\xbf# coding: utf-8\nx = '\xc3\xa4'", b"\xef\xbb\xbf# coding: utf8\nx = 1", b"\xef\xbb\xbf# coding: latin-1\nx = 1",
    b"\xef\xbb\xbf# coding: badencoding\nx = 1", b"x = 1\n# comment \xe4\nz = 1", b"x = 1 # \xe4", b"x = + = '\xe4'", b"# coding: latin-1\n\xe4 = $",
    b"# coding: latin-1\n'\xe4\xe4' = 1", b"# coding: latin-1\nx = (", b"x = 1\x00", b"# coding: badencoding\nx = '\x00'", b"",
]
for source in SOURCES:
    for mode in ("exec", "eval", "single"):
        show((mode, source), lambda: compile(source, "file", mode))
    show(("exec()", source), lambda: exec(source, {}))
    show(("eval()", source), lambda: eval(source, {}))
    show(("ast", source), lambda: ast.dump(ast.parse(source)))

# Decoded piece by piece: which place is told differs by version, so what is told is looked at.
for source in (b"x = '\xe4'", b"x = 1\ny = '\xff\xfe'\n", b"x = 1 \xe4", b"abc\xe4def = 1", b"r'\xe4'", b"x = 'ab\\n\xe4'", b"x = 'a\xe4'\ny = = 2", b"'\xc3\xa4' '\xe4'", b"b'\xe4'"):
    try:
        compile(source, "file", "exec")
    except SyntaxError as error:
        print(source, ascii(error.msg), error.lineno, ascii(error.text))

for kind in (bytearray, memoryview):
    show(kind.__name__, lambda: compile(kind(b"# coding: latin-1\nx = '\xe4'"), "file", "exec"))
    show(kind.__name__, lambda: eval(kind(b" 1 + 1")))
for text in ("# coding: badencoding\nx = '\xe4'", "x = '\ud800'", "x = '\0'", "\ufeffx = 1"):
    show(ascii(text), lambda: compile(text, "file", "exec"))
    show(ascii(text), lambda: exec(text))
    show(ascii(text), lambda: eval(text))
for wrong in (1, None, ["x"]):
    show(wrong, lambda: compile(wrong, "file", "exec"))
    show(wrong, lambda: exec(wrong))
    show(wrong, lambda: eval(wrong))
