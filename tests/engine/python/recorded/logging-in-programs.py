import logging, functools, sys, time, contextlib
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s:%(funcName)s:%(message)s", force=True)
logging.root.handlers[0].formatter.formatException = lambda ei: f"shown: {ei[1]!r}"
logger = logging.getLogger(__name__)
def logged(f):
    @functools.wraps(f)
    def w(*a, **k):
        logger.debug("call %s%r", f.__name__, a)
        try: return f(*a, **k)
        except Exception: logger.exception("in %s", f.__name__); raise
        finally: logger.info("done", stacklevel=2)
    return w
@logged
def div(a, b): return a / b
def caller():
    print(div(4, 2))
    with contextlib.suppress(ZeroDivisionError): div(1, 0)
caller()
print(logger.name, logger, logger.isEnabledFor(5))
class J(logging.Formatter):
    def format(self, r):
        import json
        return json.dumps({"m": r.getMessage(), "l": r.levelname, "n": r.name})
logging.getLogger().handlers[0].setFormatter(J()); logger.warning("json %s", "x")
class Ctx(logging.Filter):
    def filter(self, r): r.user = "u1"; return True
h = logging.getLogger().handlers[0]; h.addFilter(Ctx()); h.setFormatter(logging.Formatter("%(user)s %(message)s")); logger.info("with user")
