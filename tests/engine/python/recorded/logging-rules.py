import logging, sys
log = logging.getLogger("app")
log.warning("before config %s", 1); log.info("not shown"); log.error("err %d %s", 2, "x")
print(log, logging.root, log.level, log.getEffectiveLevel(), log.handlers, log.hasHandlers(), logging.lastResort)
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s")
logging.root.handlers[0].formatter.formatException = lambda ei: f"shown: {ei[1]!r}"
logging.info("root info"); log.info("app info"); log.debug("no")
logging.basicConfig(level=logging.DEBUG); log.debug("still no")
try: 1 / 0
except ZeroDivisionError: log.exception("failed %s", "here"); logging.exception("root too")
log.error("with exc", exc_info=ValueError("given")); log.exception("nothing")
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("[%(levelname)-8s] %(name)s.%(funcName)s:%(lineno)d %(message)s")); child = logging.getLogger("app.db"); child.addHandler(h); child.setLevel("DEBUG")
def f(): child.debug("in f %(a)s", {"a": 1})
f(); child.propagate = False; f(); print(child.parent is log, log.parent is logging.root, child)
class Only(logging.Filter):
    def filter(self, r): return "keep" in r.getMessage()
h.addFilter(Only()); child.info("keep me"); child.info("drop me"); h.addFilter(lambda r: r.levelno > 20); child.info("keep?"); child.warning("keep!")
child.critical("keep {}".format(3)); child.log(35, "keep 35"); logging.addLevelName(35, "NOTICE"); child.log(35, "keep 35")
print(logging.getLevelName(35), logging.getLevelName("INFO"), logging.getLevelName(12))
for bad in (lambda: child.setLevel("LOUD"), lambda: child.setLevel(3.5), lambda: logging.getLogger(3), lambda: logging.basicConfig(nope=1, force=True), lambda: child.log("x", 1), lambda: logging.Formatter("plain"), lambda: logging.Formatter("%(x)s", style="!"), lambda: child.info("x", extra={"message": 1}), lambda: logging.Formatter("{", style="{"), lambda: logging.Formatter("$x $", style="$"), lambda: logging.basicConfig(handlers=[], stream=1, force=True), lambda: logging.setLoggerClass(int)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
logging.basicConfig(stream=sys.stdout, format="{levelname} {message} {user}", style="{", force=True, level=10)
logging.info("hi", extra={"user": "bob"})
ad = logging.LoggerAdapter(logging.getLogger("ad"), {"user": "ann"}); ad.info("adapted"); print(ad)
logging.disable(logging.INFO); ad.info("off"); ad.warning("on"); logging.disable(logging.NOTSET)
a = logging.getLogger("x.y.z"); b = logging.getLogger("x"); print(a.parent is b, logging.getLogger("x.y").parent is b, a.parent.name, b.getChild("y") is logging.getLogger("x.y"), logging.getLogger() is logging.root, logging.getLogger("root") is logging.root)
r = logging.makeLogRecord({"msg": "m %s", "args": (1,), "levelname": "L"}); print(r.getMessage(), r, logging.Formatter().format(r))
q = logging.getLogger("n"); q.addHandler(logging.NullHandler()); q.propagate = False; q.error("nowhere"); print(q.handlers)
class LH(logging.Handler):
    def __init__(self): super().__init__(); self.rows = []
    def emit(self, r): self.rows.append((r.levelname, r.getMessage(), r.threadName, r.processName, r.module, r.funcName, r.filename != ""))
lh = LH(); q.addHandler(lh); q.warning("w %s", "v"); print(lh.rows[0][:4], lh.level, lh)
logging.getLogger("quiet").disabled = True; logging.getLogger("quiet").error("x")
import datetime
fm = logging.Formatter("%(asctime)s %(message)s", "%Y"); r.created = 0.25; r.msecs = 250.0; print(fm.format(r)); fm = logging.Formatter("%(asctime)s|%(message)s"); import time; fm.converter = time.gmtime; print(fm.format(r), fm.usesTime())
print([n for n in logging.__all__][:5], logging.WARN, logging.FATAL, logging.Logger.__module__, logging.BASIC_FORMAT, logging.Formatter.__module__, issubclass(logging.RootLogger, logging.Logger))
class MyLog(logging.Logger): pass
logging.setLoggerClass(MyLog); print(type(logging.getLogger("mine")).__name__); logging.setLoggerClass(logging.Logger)
import warnings; logging.captureWarnings(True); warnings.warn("captured"); logging.captureWarnings(False)
logging.getLogger("pct").error("100% sure"); logging.getLogger("obj").error(ValueError("as msg")); logging.getLogger("t").error("%s", (1, 2)); 
if hasattr(logging, "getHandlerByName"): lh.name = "LH"; print(logging.getHandlerByName("LH") is lh, sorted(x.name for x in logging.getLogger("x").getChildren()))
if hasattr(logging, "getLevelNamesMapping"): print(logging.getLevelNamesMapping()["WARN"])


