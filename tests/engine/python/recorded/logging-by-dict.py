import logging, logging.config, sys, io
class Only(logging.Filter):
    def __init__(self, word="x"): super().__init__(); self.word = word
    def filter(self, record): return self.word in record.getMessage()
class Upper(logging.Formatter):
    def format(self, record): return super().format(record).upper()
def make_stream(prefix):
    h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter(prefix + "%(message)s")); return h
old = logging.getLogger("old"); old.addHandler(logging.StreamHandler(sys.stdout)); kept = logging.getLogger("app.kept.child")
CONFIG = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {
        "plain": {"format": "%(levelname)s:%(name)s:%(message)s"},
        "brace": {"format": "{levelname:>8}|{message}", "style": "{"},
        "upper": {"()": Upper, "fmt": "%(message)s!"},
        "named": {"class": "logging.Formatter", "format": "<%(message)s>"},
    },
    "filters": {"only": {"()": Only, "word": "keep"}, "by_name": {"name": "app.db"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "level": "INFO"},
        "brace": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "brace", "filters": ["only"]},
        "made": {"()": make_stream, "prefix": "cfg://custom.prefix"},
        "buffer": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "out", "flushLevel": 40},
        "loud": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "upper", ".": {"terminator": "~\n"}},
    },
    "custom": {"prefix": "-> "},
    "loggers": {
        "app": {"handlers": ["out"], "level": "DEBUG", "propagate": False},
        "app.db": {"handlers": ["brace"], "level": "WARNING"},
        "mem": {"handlers": ["buffer"], "level": "DEBUG", "propagate": False},
        "loud": {"handlers": ["loud", "made"], "propagate": False, "level": "INFO"},
    },
    "root": {"level": "ERROR", "handlers": ["made"]},
}
import logging.handlers
logging.config.dictConfig(CONFIG)
logging.getLogger("app").debug("hidden"); logging.getLogger("app").info("shown")
logging.getLogger("app.db").info("no"); logging.getLogger("app.db").warning("keep this"); logging.getLogger("app.db").error("other")
m = logging.getLogger("mem"); m.info("one"); print("--"); m.info("two"); m.error("three")
logging.getLogger("loud").info("loudly"); logging.getLogger().warning("root no"); logging.error("root yes")
old.error("disabled"); print(old.disabled, kept.disabled, kept.parent.name, logging.getLogger("app").propagate)
print([type(h).__name__ for h in logging.getLogger("app").handlers], logging.getLogger("app").handlers[0].name, logging.getLogger("app.db").level)
logging.config.dictConfig({"version": 1, "incremental": True, "loggers": {"app": {"level": "ERROR"}}, "handlers": {"out": {"level": "CRITICAL"}}})
logging.getLogger("app").error("too low now"); logging.getLogger("app").critical("critical")
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "handlers": {"c": {"class": "logging.StreamHandler", "stream": sys.stdout}}, "root": {"handlers": ["c"], "level": "INFO"}})
logging.info("simple"); print(logging.getLogger("loud").disabled)
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such.Handler"}}}, {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "missing"}}},
            {"version": 1, "root": {"handlers": ["nope"]}}, {"version": 1, "loggers": {"a": {"level": "NOLEVEL"}}}, {"version": 1, "formatters": {"f": {"format": "%(bad"}}}, {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "level": "ODD"}}},
            {"version": 1, "incremental": True, "handlers": {"zz": {"level": 1}}}, {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "stream": "ext://sys.nothing"}}}):
    try: logging.config.dictConfig(bad)
    except Exception as e: print(type(e).__name__, e, "|", type(e.__cause__).__name__, e.__cause__)
