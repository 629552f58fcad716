import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { SMTPServer } from "smtp-server";
import { hashOfToken } from "../../lib/auth/claim-token.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { addBreak } from "../../lib/pace/mutations.ts";
import { readReminder } from "../../lib/reminders/data.ts";
import { endReminderBy, setReminder } from "../../lib/reminders/mutations.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { remind } from "../../lib/rounds/actions.ts";
import { studyDayOf } from "../../lib/scheduling/study-day.ts";
import { cardFile } from "../content-sync/library.ts";
import { DAY_MS, reviewBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";

const PORT_BY_SYSTEM = 0;
const mails: { to: string; text: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, { envelope }, done) {
    let text = "";
    stream.setEncoding("utf8").on("data", (part: string) => (text += part)).on("end", () => {
      mails.push({ to: envelope.rcptTo.map(({ address }) => address).join(), text: text.replaceAll("=\r\n", "").replaceAll("=3D", "=") });
      done();
    });
  },
});

/** 10:00 of a Tuesday in Berlin. */
const AT = Date.parse("2026-06-16T08:00:00Z");
const HOURS = { hour: 8, quietFrom: 21, quietUntil: 8 };

describe.each(providers)("reminders by mail on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  let id = "" as UserId;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(PORT_BY_SYSTEM, "127.0.0.1", resolve));
    const address = server.server.address();
    vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    vi.stubEnv("MAIL_FROM", "heapwise@example.org");
    await syncLibrary([cardFile("card-a")], null, AT - 9 * DAY_MS);
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  beforeEach(async () => {
    await database.client.reminder.deleteMany();
    mails.length = 0;
    people += 1;
    const user = await createUser({ email: `reader${people}@example.org`, name: null, passwordHash: null, timeZone: "Europe/Berlin" }, AT - 9 * DAY_MS);
    id = (user?.id ?? "") as UserId;
    await setReminder(id, HOURS, `stop ${people}`, AT - DAY_MS);
  });

  test("go out once a study day, to whoever has cards, also when two rounds are under way", async () => {
    const sent = await Promise.all([remind(AT), remind(AT)]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(mails.map(({ to }) => to)).toEqual([`reader${people}@example.org`]);
    expect(mails[0]?.text).toContain("Subject: Heapwise: 1 card today");
    expect(await remind(AT + 3_600_000)).toBe(0);
    expect(await remind(AT + DAY_MS)).toBe(1);
  });

  test("do not go out in quiet hours, before the hour, in a break, or to whoever has studied", async () => {
    expect(await remind(Date.parse("2026-06-16T05:59:00Z"))).toBe(0);
    expect(await remind(Date.parse("2026-06-16T19:30:00Z"))).toBe(0);
    const today = studyDayOf(AT, { zone: "Europe/Berlin", rolloverHour: 4 });
    await addBreak(id, { fromDay: today, untilDay: today + 6 }, AT);
    expect(await remind(AT)).toBe(0);
    await database.client.studyBreak.deleteMany();
    const card = await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } });
    await recordEvents({ userId: id, createdAt: AT - 9 * DAY_MS, timeZone: "Europe/Berlin", rolloverHour: 4 }, [reviewBody(people, 4, AT - 60_000, { cardId: "card-a", revisionId: card.currentRevisionId ?? "" })], AT);
    expect([await remind(AT), mails]).toEqual([0, []]);
  });

  test("end by the link of any of them", async () => {
    await remind(AT);
    const token = /\/reminders\/([A-Za-z0-9_-]{43})/.exec(mails[0]?.text ?? "")?.[1] ?? "";
    await endReminderBy(hashOfToken(token));
    expect(await readReminder(id)).toBeNull();
    expect(await remind(AT + DAY_MS)).toBe(0);
  });
});
