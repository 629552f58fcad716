# The limit of int texts, and too many arguments of int and str.
for w in ("int('9' * 5000)", "str(10 ** 5000)", "repr(-10 ** 5000)", "f'{10**5000}'", "'%d' % 10**5000", "'%d' % (10 ** 5000)", "eval('9' * 5000)", "int(b'9' * 5000)", "int(1, 2, 3)", "str(1, 2, 3, 4)", "format(10**5000)", "'{:d}'.format(10**5000)", "'{:,}'.format(10**5000)"):
    try: print(w, eval(w))
    except Exception as e: print(w, type(e).__name__, e)
