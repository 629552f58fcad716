# Replacement fields of str.format: names, conversions, nesting, and what is malformed.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class O:
    a = 5
    def __getitem__(s, k): return ('item', k)
    def __repr__(s): return 'O()'
    def __format__(s, spec): return 'F<'+spec+'>'
o = O()
for f in ['{}','{0}','{} {}','{0} {}','{} {0}','{a}','{x}','{0.a}','{0[1]}','{0[b]}','{0[b].x}','{0!r}','{0!s:>5}','{0!a}','{0!x}','{0!','{0!r','{0!r:','{','}','{{}}','{}}','{{','}}','{0:{1}}','{0:{1}{2}}','{0:{1:{2}}}','{:}','{0:x{','{0.}','{0[}','{0[]}','{0]}','{0[1]x}','{!r}','{0!rr}','{:{}}','{a.b}','{5}','{-1}','{ 0}','{0 }','{a[0]}','{0:%Y}','{:{w}.{p}}', '{}{}{}{}', '{0[-1]}','{99999999999999999999}']:
    try: print(f, repr(f.format(o, 7, 3, a=[1,2], w=5, p=2)))
    except Exception as e: print(f, type(e).__name__, e)
class M(dict):
    def __missing__(s,k): return '<'+k+'>'
t(lambda: '{a} {b}'.format_map(M(a=1))); t(lambda: '{} {b}'.format_map(M(a=1))); t(lambda:'{a}'.format_map({}))
