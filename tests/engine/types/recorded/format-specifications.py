# Every part of the format specification, on each kind of number and on str.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for spec in ['', 'd','5','05','<5','>5','^5','=5','+','-',' ','#x','#o','#b','x','X','08b','_','_b',',','c','e','f','g','%','.2f','n','z','.3','s','10,','010,','08_x','*^10','é>6','{<5','>','q','5.','1234567890123456789012','+c','#c','_c',',x','_,',',_','=+#010x','\n','  5','0','00','<05','z.1f','.1,f','.3_f','020_.6_f','-08.3f','+.2e','G','E','F','#.3g','#.0f','.0f','%%','5d3','<<5','=<5']:
    for v in (42, -1234567, 3.14159, -0.0, 1e300, 'héllo', True, 1+2j, float('nan'), float('-inf'), 0):
        try: print(spec, repr(v), repr(format(v, spec)))
        except Exception as e: print(spec, repr(v), type(e).__name__, e)
