import functools, threading, time
calls = []
class Report:
    @functools.cached_property
    def rows(self):
        calls.append(threading.current_thread().name)
        time.sleep(0.05)
        return len(calls)
    @functools.cached_property
    def total(self):
        return self.rows * 2
report = Report()
threads = [threading.Thread(target=lambda: report.total, name=f"T{i}") for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(len(calls), report.rows == len(calls), hasattr(Report.__dict__["rows"], "lock"), sorted(vars(report)))
other = Report(); print(other.total, len(calls))
