import logging, logging.handlers, queue, sys
root = logging.getLogger(); root.setLevel(10)
q = queue.Queue(); qh = logging.handlers.QueueHandler(q); root.addHandler(qh)
out = logging.StreamHandler(sys.stdout); ql = logging.handlers.QueueListener(q, out); ql.start()
logging.info("a %s", 1); logging.error("b"); ql.stop()
m = logging.handlers.MemoryHandler(3, target=out); lg = logging.getLogger("m"); lg.addHandler(m); lg.propagate = False
lg.info("1"); print("buffered", len(m.buffer)); lg.info("2"); lg.info("3"); lg.info("4"); lg.error("5")
