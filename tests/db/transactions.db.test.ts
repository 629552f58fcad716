import { describe, expect, it } from "vitest";
import { connect } from "../../lib/db/client.ts";
import { providers, withDatabase } from "../support/database.ts";
import { createDuringRollback, gate, pause, user } from "./overlap.ts";

describe.each(providers)("transactions on %s", (provider) => {
  const database = withDatabase(provider);

  it("a write that overlaps another request's rollback is kept once acknowledged", async () => {
    expect(await createDuringRollback(database.client)).toBe(true);
  });

  it("a reader does not see the rows of a transaction that is open", async () => {
    const begun = gate();
    const refused = database.client.$transaction(async (tx) => {
      await tx.user.create({ data: user("unseen@example.org") });
      begun.open();
      await pause(50);
      throw new Error("refused");
    });
    await begun.opened;
    const [, seen] = await Promise.allSettled([refused, database.client.user.findUnique({ where: { email: "unseen@example.org" } })]);
    expect(seen).toEqual({ status: "fulfilled", value: null });
  });

  it("200 transactions at once that each read, wait and write all succeed and lose no increment", async () => {
    const { id } = await database.client.user.create({ data: user("counter@example.org") });
    await Promise.all(
      Array.from({ length: 200 }, () =>
        database.client.$transaction(async (tx) => {
          await tx.user.update({ where: { id }, data: { sessionVersion: { increment: 1 } } });
          await pause(5);
          await tx.user.findUniqueOrThrow({ where: { id } });
        }),
      ),
    );
    expect((await database.client.user.findUniqueOrThrow({ where: { id } })).sessionVersion).toBe(200);
  });

  it("transactions that waited too long are refused, write nothing twice, and leave no lock behind", async () => {
    const hold = gate();
    const begun = gate();
    const holder = database.client.$transaction(async (tx) => {
      await tx.user.create({ data: user("holder@example.org") });
      begun.open();
      await hold.opened;
    });
    await begun.opened;
    const late = Array.from({ length: 20 }, (_, i) =>
      database.client.$transaction((tx) => tx.user.create({ data: user(i === 0 ? "holder@example.org" : `late${i}@example.org`) }), { maxWait: 50, timeout: 200 }),
    );
    const settled = Promise.allSettled(late);
    await pause(300);
    hold.open();
    await holder;
    const failures = (await settled).filter((result) => result.status === "rejected");
    expect(failures.length).toBeGreaterThan(0);
    expect(await database.client.user.count({ where: { email: "holder@example.org" } })).toBe(1);
    await database.client.user.create({ data: user("after@example.org") });
    await database.client.$transaction((tx) => tx.user.create({ data: user("after2@example.org") }));
  });

  it("two clients of one database both get through", async () => {
    const other = await connect(database.url, { patienceMs: 10_000 });
    const first = await connect(database.url, { patienceMs: 10_000 });
    const writes = [first, other].flatMap((client, c) =>
      Array.from({ length: 50 }, (_, i) => client.$transaction((tx) => tx.user.create({ data: user(`${c}-${i}@example.org`) }))),
    );
    expect(await Promise.all(writes)).toHaveLength(100);
    await Promise.all([other.$disconnect(), first.$disconnect()]);
  });
});
