import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admit, type Arrival, hashOfBody } from "../../lib/reviews/admission.ts";
import { digestOf, sameDigest } from "../../lib/reviews/digest.ts";
import { CLOCK_LEAD_MS, clampAnsweredAt, type EventBody, type LogEvent, toLogEvent } from "../../lib/reviews/events.ts";
import { byCard, foldLog } from "../../lib/reviews/fold.ts";
import { rowOf } from "../../lib/reviews/state-row.ts";
import type { Quality } from "../../lib/scheduling/grade.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import type { DayRule } from "../../lib/scheduling/study-day.ts";
import { DAY_MS, markBody, NOON, reviewBody, uuid } from "./logs.ts";

// A model of the whole: two devices with their own logs and clocks, a network that loses, doubles and turns round, a server that
// takes what it gets as lib/reviews/mutations.ts does, and a backup that may be restored. Ids are as good as random: no device
// knows of the other's.

const CARDS = ["card-a", "card-b"];
const ZONES = ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"];

interface Server {
  rule: DayRule;
  createdAt: number;
  readonly log: Map<string, { readonly event: LogEvent; readonly hash: string; readonly device: string }>;
}

interface Device {
  readonly name: string;
  /** What its clock shows beside the true time, ms. */
  clockMs: number;
  readonly unsent: EventBody[];
  /** Acknowledged by the server. */
  readonly sent: EventBody[];
  lastOf: Record<string, string>;
}

const events = (server: Server): LogEvent[] => [...server.log.values()].map(({ event }) => event);

/** What `recordEvents` does, without a database. */
function receive(server: Server, device: string, bodies: readonly EventBody[], at: number): { readonly acknowledged: readonly string[]; readonly elsewhere: readonly string[] } {
  const arrivals: Arrival[] = bodies.map((body) => {
    const answeredAt = clampAnsweredAt(body.answeredAt, at, server.createdAt);
    return { body, bodyHash: hashOfBody(body), event: toLogEvent({ ...body, answeredAt }, server.rule) };
  });
  const { results, taken, elsewhere } = admit(arrivals, {
    bodies: new Map([...server.log].map(([id, { hash }]) => [id, hash])),
    cardOfEvent: new Map([...server.log].map(([id, { event }]) => [id, event.cardId])),
    published: new Set(CARDS),
    cards: new Set(CARDS),
    cardOfRevision: new Map(CARDS.map((id) => [`${id}-1`, id])),
    logs: byCard(events(server)),
  });
  for (const { body, event, bodyHash } of taken) server.log.set(body.id, { event, hash: bodyHash, device });
  return { acknowledged: results.flatMap((result) => (result.status === "stored" ? [result.id] : [])), elsewhere };
}

type Command =
  | { readonly do: "answer"; readonly device: number; readonly card: number; readonly grade: Quality }
  | { readonly do: "bury" | "undo"; readonly device: number; readonly card: number }
  | { readonly do: "sync"; readonly device: number; readonly answerLost: boolean; readonly turned: boolean; readonly most: number }
  | { readonly do: "jump"; readonly device: number; readonly ms: number }
  | { readonly do: "wait"; readonly ms: number }
  | { readonly do: "move"; readonly zone: string; readonly rolloverHour: number }
  | { readonly do: "back up" | "restore" };

const device = fc.nat(1);
const card = fc.nat(CARDS.length - 1);
const command = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("answer" as const), device, card, grade: fc.constantFrom<Quality>(1, 2, 3, 4, 5) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("bury" as const, "undo" as const), device, card }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("sync" as const), device, answerLost: fc.boolean(), turned: fc.boolean(), most: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("jump" as const), device, ms: fc.integer({ min: -3 * 3_600_000, max: 3 * 3_600_000 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1_000, max: 2 * DAY_MS }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move" as const), zone: fc.constantFrom(...ZONES), rolloverHour: fc.constantFrom(0, 4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("back up" as const, "restore" as const) }) },
) as fc.Arbitrary<Command>;

class World {
  readonly server: Server = { rule: { zone: "Europe/Berlin", rolloverHour: 4 }, createdAt: NOON - DAY_MS, log: new Map() };
  readonly devices: readonly Device[] = ["a", "b"].map((name) => ({ name, clockMs: 0, unsent: [], sent: [], lastOf: {} }));
  backup: Server["log"] = new Map();
  now = NOON;
  made = 0;
  readonly acknowledged = new Set<string>();

  private at(index: number): Device {
    const found = this.devices[index];
    if (found === undefined) throw new Error("There are two devices.");
    return found;
  }

  private keep(own: Device, body: EventBody): void {
    own.unsent.push(body);
    own.lastOf = { ...own.lastOf, [body.cardId]: body.id };
  }

  run(one: Command): void {
    switch (one.do) {
      case "answer":
      case "bury":
      case "undo":
        return this.deed(one);
      case "sync":
        return this.sync(this.at(one.device), one);
      case "jump":
        this.at(one.device).clockMs += one.ms;
        return;
      case "wait":
        this.now += one.ms;
        return;
      case "move":
        this.server.rule = { zone: one.zone, rolloverHour: one.rolloverHour };
        return;
      case "back up":
        this.backup = new Map(this.server.log);
        return;
      case "restore":
        this.server.log.clear();
        for (const [id, row] of this.backup) this.server.log.set(id, row);
    }
  }

  private deed(one: Extract<Command, { readonly card: number }>): void {
    const own = this.at(one.device);
    const cardId = CARDS[one.card] ?? "";
    this.made += 1;
    const place = { cardId, revisionId: `${cardId}-1` };
    const head = { answeredAt: this.now + own.clockMs, baseEventId: own.lastOf[cardId] ?? null };
    if (one.do === "answer") return this.keep(own, { ...reviewBody(this.made, one.grade, head.answeredAt, place), ...head });
    if (one.do === "bury") return this.keep(own, { ...markBody(this.made, "bury", head.answeredAt, place), ...head });
    const last = own.lastOf[cardId];
    if (last !== undefined) this.keep(own, { id: uuid(this.made), kind: "undo", ...place, ...head, undoes: last });
  }

  sync(own: Device, { answerLost = false, turned = false, most = 500 }: { readonly answerLost?: boolean; readonly turned?: boolean; readonly most?: number } = {}): void {
    const batch = own.unsent.slice(0, most);
    const { acknowledged } = receive(this.server, own.name, turned ? [...batch].reverse() : batch, this.now);
    // The server took it, and the device does not know: it sends the same again.
    if (answerLost) return;
    for (const id of acknowledged) this.acknowledged.add(id);
    own.sent.push(...own.unsent.filter((body) => acknowledged.includes(body.id)));
    own.unsent.splice(0, own.unsent.length, ...own.unsent.filter((body) => !acknowledged.includes(body.id)));
  }

  /** What a page does when it is opened with a connection: sends what waits, compares digests, and sends all again where they differ. */
  settle(): void {
    for (const own of this.devices) {
      while (own.unsent.length > 0) this.sync(own);
      const there = digestOf([...this.server.log].filter(([, row]) => row.device === own.name).map(([id]) => id));
      if (!sameDigest(there, digestOf(own.sent.map((body) => body.id)))) receive(this.server, own.name, own.sent, this.now);
    }
  }
}

const rows = (log: readonly LogEvent[]): string => JSON.stringify([...foldLog(log, PLAIN.setting)].map(([id, progress]) => rowOf(id, progress)).sort((a, b) => (a.cardId < b.cardId ? -1 : 1)));

describe("two devices and a server, whatever happens between them", () => {
  test("end with every answer once, in a state that any other order of delivery gives too", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), fc.nat(), (commands, turn) => {
        const world = new World();
        for (const one of commands) world.run(one);
        world.settle();
        const made = world.devices.flatMap((own) => own.sent.map((body) => body.id)).sort();
        expect([...world.server.log.keys()].sort()).toEqual(made);
        for (const id of world.acknowledged) expect(world.server.log.has(id)).toBe(true);
        const log = events(world.server);
        const cut = turn % Math.max(1, log.length);
        expect(rows([...log.slice(cut), ...log.slice(0, cut)].reverse())).toBe(rows(log));
        expect(world.devices.every((own) => own.unsent.length === 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("no time is believed that is more than two minutes ahead, whatever a device's clock says", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const world = new World();
        for (const one of commands) {
          world.run(one);
          for (const event of events(world.server)) expect(event.answeredAt).toBeLessThanOrEqual(world.now + CLOCK_LEAD_MS);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("a stored event is never changed by what comes after it", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const world = new World();
        const first = new Map<string, string>();
        for (const one of commands.filter(({ do: what }) => what !== "restore")) {
          world.run(one);
          for (const [id, row] of world.server.log) {
            const text = JSON.stringify(row);
            expect(first.get(id) ?? text).toBe(text);
            first.set(id, text);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a card that is answered on two devices", () => {
  const answered = (world: World, index: number, grade: Quality) => world.run({ do: "answer", device: index, card: 0, grade });

  test("counts both answers, the later decides, and the one that is sent second is told", () => {
    const world = new World();
    answered(world, 0, 4);
    world.run({ do: "wait", ms: 60_000 });
    answered(world, 1, 2);
    const [a, b] = world.devices;
    expect(receive(world.server, "b", b?.unsent ?? [], world.now).elsewhere).toEqual([]);
    expect(receive(world.server, "a", a?.unsent ?? [], world.now).elsewhere).toEqual(["card-a"]);
    expect(receive(world.server, "a", a?.unsent ?? [], world.now).elsewhere).toEqual([]);
    expect(foldLog(events(world.server), PLAIN.setting).get("card-a")).toMatchObject({ lastAnswer: { grade: 2 }, schedule: { memory: { repetitions: 1 } } });
  });

  test("tells nothing where the second device knew of the first's answer, or the first took it back", () => {
    const world = new World();
    answered(world, 0, 4);
    world.run({ do: "wait", ms: 60_000 });
    const [a, b] = world.devices;
    if (a === undefined || b === undefined) throw new Error("There are two devices.");
    world.sync(a);
    b.lastOf = { ...a.lastOf };
    answered(world, 1, 4);
    expect(receive(world.server, "b", b.unsent, world.now).elsewhere).toEqual([]);
    const other = new World();
    answered(other, 0, 4);
    other.run({ do: "undo", device: 0, card: 0 });
    other.settle();
    answered(other, 1, 4);
    expect(receive(other.server, "b", other.devices[1]?.unsent ?? [], other.now).elsewhere).toEqual([]);
  });
});
