# The tokens of template strings (PEP 750)
import io
import tokenize

for source in "t'a{x!r:>{w}}b'\n", "rt'\\{x}' tR\"{y}\"\n", "t'{f\"{x}\"}' t''\n", "t'''{a}\nb'''\n", "t'a}'\n", "t'{x'\n", "t'abc\n":
    print(repr(source))
    tokens = []
    try:
        for found in tokenize.generate_tokens(io.StringIO(source).readline):
            tokens.append(found)
            print("  ", tokenize.tok_name[found.exact_type], repr(found.string), found.start, found.end)
        print("  ", tokenize.untokenize(tokens) == source, repr(tokenize.untokenize([found[:2] for found in tokens])))
    except Exception as error:
        print("  ", type(error).__name__, error)
