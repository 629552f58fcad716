from datetime import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for s in ["2024-02-29","20240229","2024-W09-4","2024W094","2024-W09","2024-1-1","2024-02-30","abc","","2024-02-29T","2024-02"]:
    t(lambda: date.fromisoformat(s))
for s in ["2024-02-29","2024-02-29T13","2024-02-29T13:05","2024-02-29 13:05:07","2024-02-29T13:05:07.123","2024-02-29T13:05:07.123456","2024-02-29T13:05:07.1","2024-02-29T13:05:07Z","2024-02-29T13:05:07+05:30","2024-02-29T13:05:07-0500","20240229T130507","2024-W09-4T10:00","2024-02-29T24:00","2024-02-29T24:01","2024-02-29T25:00","2024-02-29T13:5","2024-02-29T13:05:07+00:00","2024-02-29T1305:07","2024-02-29T13:05:07,5","2024-02-29T13:05:07.1234567","x","2024-02-29T13:05:07+5", "2024-13-29T13:05:07"]:
    t(lambda: datetime.fromisoformat(s))
for s in ["13:05","13","13:05:07","T13:05","1305","13:05:07.123456","13:05+01:00","25:00","13:05Z", "24:00"]:
    t(lambda: time.fromisoformat(s))
t(lambda: date.fromisoformat(3))
for s, f in [("2024-02-29","%Y-%m-%d"),("29/02/24 13:05","%d/%m/%y %H:%M"),("Feb 29 2024","%b %d %Y"),("Thursday 29 February 2024","%A %d %B %Y"),("2024-02-29 01:05 PM","%Y-%m-%d %I:%M %p"),("2024-060","%Y-%j"),("2024-02-29T13:05:07.123+0530","%Y-%m-%dT%H:%M:%S.%f%z"),("2024-02-29","%Y-%m-%d %H"),("2024-02-29 x","%Y-%m-%d"),("2024-02-30","%Y-%m-%d"),("2024-13-01","%Y-%m-%d"),("x","%Q"),("2024 10 1","%Y %W %w"),("2024 10 1","%Y %U %w"),("2024 W09 4","%G W%V %u"),("12:00 UTC","%H:%M %Z"),("12:00 +01:00","%H:%M %z"),("2024-02-29  5","%Y-%m-%d %H"),("Thu Feb 29 13:05:07 2024","%c"),("02/29/24","%x"),("13:05:07","%X"),("20240229","%Y%m%d"),("1111","%H%M"),("99","%y"),("2024-02-29Z","%Y-%m-%d%z"), ("5%", "%d%%"), ("13:05", "%T"), ("2024-1-1", "%F"), ("2024 5", "%G %V"), ("2024 5", "%Y %V"),("3 12","%d %m")]:
    t(lambda: datetime.strptime(s, f))
t(lambda: datetime.strptime(3, "%Y"))
t(lambda: datetime.strptime("2024", 3))
import time as T
t(lambda: T.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M"))
t(lambda: T.strftime("%Y-%m-%d", T.gmtime(0)))
t(lambda: T.gmtime(1e9)); t(lambda: T.asctime(T.gmtime(0))); t(lambda: T.mktime((2024,1,1,0,0,0,0,0,0)) ); t(lambda: len(T.gmtime(0))); t(lambda: T.struct_time((1,2,3))); t(lambda: T.struct_time(range(9))); t(lambda: T.strftime("%d", (2024,1,35,0,0,0,0,0,0))); t(lambda: T.strftime(3)); t(lambda: T.gmtime("a")); t(lambda: T.strftime("%Y", (1,2)));t(lambda: T.strftime("%Y", 3))
t(lambda: T.get_clock_info("x"))
