import datetime as dt
from datetime import date, time, datetime, timedelta, timezone, tzinfo
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
d = date(2024, 2, 29); n = datetime(2024, 2, 29, 13, 5, 7, 1234); u = n.replace(tzinfo=timezone.utc)
print(d, repr(d), n, repr(n), u, repr(u)); print(date.min, date.max, datetime.max, timedelta.max, timedelta.min, time.max, timezone.utc, repr(timezone.utc))
for f in [lambda: date(2024,13,1), lambda: date(2024,2,30), lambda: date(0,1,1), lambda: date(10000,1,1), lambda: date(2024), lambda: date("a",1,1), lambda: date(1.5,1,1), lambda: datetime(2024,1,1,25), lambda: datetime(2024,1,1,1,60), lambda: time(1,2,3,1000000), lambda: time(24), lambda: datetime(2024,1,1,fold=2), lambda: datetime(2024,1,1,tzinfo=3),
  lambda: d < 1, lambda: d == 1, lambda: d < n, lambda: d == n, lambda: n == d, lambda: n < d, lambda: n < u, lambda: n == u, lambda: n - u, lambda: n - d, lambda: d - n, lambda: u - u, lambda: d + 1, lambda: 1 + d, lambda: d - 1, lambda: d + timedelta(1), lambda: timedelta(1) + d, lambda: date.max + timedelta(1), lambda: datetime.max + timedelta(1), lambda: date.min - timedelta(1),
  lambda: setattr(d, "year", 3), lambda: setattr(d, "foo", 3), lambda: setattr(date, "foo", 3), lambda: delattr(d, "year"),
  lambda: d.isocalendar(), lambda: d.isocalendar()[1], lambda: d.isocalendar().week, lambda: d.timetuple(), lambda: n.timetuple(), lambda: u.utctimetuple(), lambda: d.toordinal(), lambda: date.fromordinal(738000), lambda: date.fromordinal(0), lambda: d.weekday(), lambda: d.isoweekday(), lambda: d.ctime(), lambda: n.ctime(), lambda: date.fromisocalendar(2020,53,7), lambda: date.fromisocalendar(2021,53,7), lambda: date.fromisocalendar(2021,5,8),
  lambda: n.isoformat(" "), lambda: n.isoformat(timespec="minutes"), lambda: n.isoformat(timespec="milliseconds"), lambda: n.isoformat(timespec="x"), lambda: n.isoformat("ab"), lambda: u.isoformat(),
  lambda: n.strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %d %j %U %W %w %y %I %p %c %x %X %% %z %Z"), lambda: u.strftime("%z %Z %:z"), lambda: f"{d:%d/%m/%y}", lambda: f"{d}", lambda: f"{n:%H}", lambda: format(d, ""), lambda: date(99,1,1).strftime("%Y"), lambda: time(3,4).strftime("%H:%M %Y"),
  lambda: d.replace(year=2023), lambda: d.replace(day=1), lambda: n.replace(hour=3, fold=1), lambda: time(1,2).replace(hour=3),
  lambda: n.date(), lambda: n.time(), lambda: u.timetz(), lambda: datetime.combine(d, time(3)), lambda: datetime.combine(d, 3), lambda: n.timestamp(), lambda: u.timestamp(), lambda: datetime.fromtimestamp(0), lambda: datetime.fromtimestamp(1.5, timezone.utc), lambda: datetime.fromtimestamp(-1.1), lambda: datetime.fromtimestamp(1e20), lambda: date.fromtimestamp(86400), lambda: datetime.fromtimestamp("a"),
  lambda: u.astimezone(timezone(timedelta(hours=5, minutes=30))), lambda: u.astimezone(timezone(timedelta(hours=-5), "EST")), lambda: u.astimezone(timezone(timedelta(hours=-5), "EST")).tzname(), lambda: n.astimezone(timezone.utc), lambda: timezone(timedelta(hours=24)), lambda: timezone(3), lambda: timezone(timedelta(hours=1,seconds=5)), lambda: str(timezone(timedelta(hours=1,seconds=5))), lambda: timezone(timedelta(0)) is timezone.utc, lambda: timezone(timedelta(0)) == timezone.utc, lambda: timezone.utc.utcoffset(None), lambda: timezone.utc.utcoffset(3), lambda: u.dst(), lambda: n.utcoffset(), lambda: timezone(), 
  lambda: tzinfo().utcoffset(None), lambda: sorted([date(2024,1,2), date(2023,1,1)]), lambda: max(d, date(2025,1,1)), lambda: {d: 1}[date(2024,2,29)], lambda: type(d), lambda: type(n).__mro__, lambda: isinstance(n, date),
  lambda: time(1,2) < time(1,3), lambda: time(1,2) == 3, lambda: time(1,2) < 3, lambda: time(1,2,tzinfo=timezone.utc) < time(1,3), lambda: time(1,2,3,4,timezone.utc), lambda: bool(time(0)), lambda: time(), lambda: time(fold=1), lambda: dt.MINYEAR, lambda: dt.UTC]: t(f)
class D(date): pass
class N(datetime):
    def __new__(cls, *a, **k): return super().__new__(cls, *a, **k)
print(repr(D(2024,1,1)), repr(D(2024,1,1)+timedelta(1)), type(D(2024,1,1).replace(day=2)).__name__, D.today().__class__.__name__, repr(N(2024,1,1)))
import copy
print(copy.copy(n), copy.deepcopy(u), n.__reduce__(), d.__reduce__(), u.__reduce_ex__(4), timedelta(1).__reduce__(), timezone.utc.__reduce__())
