import io, sys
sys.stdin = io.StringIO("one\ntwo\nlast")
print(input("p> "), sys.stdin.readline(), input())
try: input()
except EOFError as e: print(e)
class R:
    def readline(self): return 5
sys.stdin = R()
try: input()
except TypeError as e: print(e)
code = compile("1 + 2", "<x>", "eval"); print(eval(code))
