import symtable
src = '''
type A[T: int] = list[T]
def f[T, *Ts, **P](a: T) -> int: return a
class C[U](Base[U]):
    x: U
    def m[V](self, a: V = 1): return U
    type B = U
y: int = 1
if y: z: str
'''
def show(t, ind=0):
    p = ' ' * ind
    print(p, t, t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children(), type(t).__name__)
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print(p, repr(s), s.get_name(), [n for n in ('is_referenced','is_parameter','is_global','is_nonlocal','is_declared_global','is_local','is_annotated','is_free','is_imported','is_assigned','is_namespace','is_type_parameter','is_free_class','is_comp_iter','is_comp_cell','is_cell') if hasattr(s,n) and getattr(s,n)()])
    for c in t.get_children(): show(c, ind + 2)
    if t.get_type() == 'class': print(sorted(t.get_methods()))
show(symtable.symtable(src, 'file.py', 'exec'))
print(repr(symtable.symtable('', 'f', 'exec').get_type()))
