import { describe, expect, test } from "vitest";
import { currentUser } from "../../../lib/auth/loaders.ts";
import { createUser, endSessions, replacePassword } from "../../../lib/auth/mutations.ts";
import { authOptions } from "../../../lib/auth/options.ts";
import { endSession } from "../../../lib/auth/sessions/actions.ts";
import { listSessions } from "../../../lib/auth/sessions/data.ts";
import { beginSession } from "../../../lib/auth/sessions/mutations.ts";
import type { UserId } from "../../../lib/auth/user.ts";
import { providers, withDatabase } from "../../support/database.ts";
import { incoming, stopClock } from "../../support/server.ts";

const clock = stopClock(Date.UTC(2026, 10, 29, 12));
const HOUR = 3_600_000;

describe.each(providers)("sessions on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  const person = async (): Promise<UserId> => {
    people += 1;
    return (await createUser({ email: `person${people}@example.org`, name: null, passwordHash: "old" }, clock.now))?.id as UserId;
  };
  const as = (id: UserId, sessionId: string | null, sessionVersion = 0): void => {
    incoming.user = { id, sessionVersion, secondFactor: null, sessionId };
  };
  const listed = async (id: UserId) => (await listSessions(id, 0)).map((row) => row.id);
  const end = async (id: string): Promise<string> => {
    const form = new FormData();
    form.set("id", id);
    return (await endSession(null, form)).status;
  };

  test("a sign-in begins one, named in its cookie and listed by what the browser calls itself", async () => {
    const id = await person();
    incoming.headers.set("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0");
    const token = await authOptions().callbacks?.jwt?.({ token: {}, user: { id, sessionVersion: 0 } } as never);
    expect(await listSessions(id, 0)).toEqual([{ id: token?.sid, device: "Firefox on Linux", createdAt: clock.now, lastSeenAt: clock.now }]);
    // A later request of the same cookie begins none.
    expect(await authOptions().callbacks?.jwt?.({ token } as never)).toEqual(token);
    await authOptions().events?.signOut?.({ token } as never);
    expect(await listed(id)).toEqual([]);
  });

  test("one that was ended counts for nothing at its next request, and the others go on", async () => {
    const id = await person();
    const [here, there] = [await beginSession(id, "Firefox on Linux", clock.now), await beginSession(id, "Safari on iOS", clock.now)];
    as(id, here);
    expect(await end(there)).toBe("ended");
    expect([await end(there), await end("not a session")]).toEqual(["refused", "refused"]);
    expect((await currentUser())?.id).toBe(id);
    as(id, there);
    expect(await currentUser()).toBeNull();
    expect(await end(here)).toBe("refused");
    expect(await listed(id)).toEqual([here]);
  });

  test("nobody ends, or uses, another's", async () => {
    const [id, other] = [await person(), await person()];
    const session = await beginSession(id, "", clock.now);
    as(other, await beginSession(other, "", clock.now));
    expect(await end(session)).toBe("refused");
    as(other, session);
    expect(await currentUser()).toBeNull();
    incoming.headers.set("origin", "https://evil.example");
    as(id, session);
    expect(await end(session)).toBe("refused");
    incoming.headers.set("origin", "http://localhost:3000");
    expect(await listed(id)).toEqual([session]);
  });

  test("a new password ends all but this one, and ending all ends each; a cookie from before there was a list goes on", async () => {
    const id = await person();
    const [here, there] = [await beginSession(id, "", clock.now), await beginSession(id, "", clock.now)];
    expect(await replacePassword(id, "not the old one", "new", clock.now, here)).toBe(false);
    expect(await listed(id)).toHaveLength(2);
    expect(await replacePassword(id, "old", "new", clock.now, here)).toBe(true);
    expect(await listed(id)).toEqual([here]);
    as(id, there, 1);
    expect(await currentUser()).toBeNull();
    as(id, null, 1);
    expect((await currentUser())?.id).toBe(id);
    await endSessions(id, clock.now);
    expect(await listed(id)).toEqual([]);
    expect(await currentUser()).toBeNull();
  });

  test("its last use is noted, to the hour", async () => {
    const id = await person();
    const session = await beginSession(id, "", clock.now);
    as(id, session);
    const seen = async () => (await listSessions(id, 0))[0]?.lastSeenAt;
    const began = clock.now;
    clock.now += HOUR / 2;
    await currentUser();
    expect(await seen()).toBe(began);
    clock.now += HOUR;
    await currentUser();
    expect(await seen()).toBe(clock.now);
    expect(await listSessions(id, clock.now)).toEqual([]);
    expect(await database.client.userSession.count({ where: { id: session } })).toBe(1);
  });
});
