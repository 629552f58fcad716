// The process that log-crash.db.test.ts kills: stores one review after another and says each id once it is acknowledged.
import { writeSync } from "node:fs";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { DAY_MS, NOON, reviewBody } from "./logs.ts";

const [url = "", userId = "", cardId = "", revisionId = "", from = "0"] = process.argv.slice(2);
provideDatabase(await connect(url));
for (let n = Number(from); ; n += 1) {
  const body = reviewBody(n, 4, NOON + n * 60_000, { cardId, revisionId });
  const { results } = await recordEvents({ userId: userId as UserId, createdAt: NOON, timeZone: "UTC", rolloverHour: 4 }, [body], NOON + 400 * DAY_MS);
  // Written at once: what waits in a buffer of a killed process was never said.
  if (results[0]?.status === "stored") writeSync(1, `${body.id}\n`);
}
