import { sha256 } from "../cards/sha256.ts";
import type { LogEvent, StoredBody } from "./events.ts";
import { inLogOrder, standing } from "./fold.ts";
import type { EventResult, Refusal } from "./types.ts";

/** What the database knows that decides whether an event is taken. */
export interface Known {
  /** Hash of the body by event id, of this user's events. */
  readonly bodies: ReadonlyMap<string, string>;
  /** The card of each event that is named by an id. */
  readonly cardOfEvent: ReadonlyMap<string, string>;
  readonly published: ReadonlySet<string>;
  /** All cards that exist. */
  readonly cards: ReadonlySet<string>;
  /** The card of each revision. */
  readonly cardOfRevision: ReadonlyMap<string, string>;
  /** The stored log of the cards named. */
  readonly logs: ReadonlyMap<string, readonly LogEvent[]>;
}

/** An event with the time and day at which it counts. */
export interface Arrival {
  readonly body: StoredBody;
  readonly event: LogEvent;
  readonly bodyHash: string;
}

export interface Admission {
  /** In the order of the arrivals. */
  readonly results: readonly EventResult[];
  /** What has to be stored, sorted by id, so that two requests insert in one order. */
  readonly taken: readonly Arrival[];
  /** Cards that were answered meanwhile by somebody who did not know of this client's answer, nor this client of that. */
  readonly elsewhere: readonly string[];
}

/** Hash by which a repeated body is known, whatever the order of its fields. */
export function hashOfBody(body: StoredBody): string {
  return sha256(JSON.stringify(body, Object.keys(body).sort()));
}

const MESSAGES: Record<Exclude<Refusal, "invalid">, string> = {
  "unknown-card": "There is no such card.",
  "unknown-revision": "This card has no such revision.",
  "card-not-published": "This card was withdrawn from the library.",
  "card-suspended": "This card is suspended. Resume it first.",
  "undo-of-another-card": "The event to take back is of another card.",
};

/** Decides for each event whether it is taken, was taken before, or is refused. */
export function admit(arrivals: readonly Arrival[], known: Known): Admission {
  const bodies = new Map(known.bodies);
  const cardOfEvent = new Map(known.cardOfEvent);
  const results = new Map<Arrival, EventResult>();
  const taken: Arrival[] = [];
  // In the order of the log, so that a suspension in the same batch counts for what was answered after it.
  for (const { arrival } of inLogOrder(arrivals.map((one) => ({ arrival: one, id: one.body.id, answeredAt: one.event.answeredAt })))) {
    const { id } = arrival.body;
    const first = bodies.get(id);
    if (first !== undefined) {
      results.set(arrival, first === arrival.bodyHash ? { id, status: "stored" } : { id, status: "conflict", message: "This id was used for another event, which is kept." });
      continue;
    }
    const reason = refusalOf(arrival, known, cardOfEvent, taken);
    if (reason === null) {
      bodies.set(id, arrival.bodyHash);
      cardOfEvent.set(id, arrival.body.cardId);
      taken.push(arrival);
      results.set(arrival, { id, status: "stored" });
    } else results.set(arrival, { id, status: "refused", reason, message: MESSAGES[reason] });
  }
  return {
    results: arrivals.flatMap((arrival) => results.get(arrival) ?? []),
    taken: taken.sort((a, b) => (a.body.id < b.body.id ? -1 : 1)),
    elsewhere: answeredElsewhere(taken, known),
  };
}

const isAnswer = ({ kind }: LogEvent): boolean => kind === "review" || kind === "redrill" || kind === "cram";

/** Of the cards answered in a batch, those whose stored log has answers after the last event that the client knew of. */
function answeredElsewhere(taken: readonly Arrival[], known: Known): string[] {
  const cards = taken.flatMap(({ body, event }) => {
    const log = inLogOrder(known.logs.get(body.cardId) ?? []);
    const base = body.baseEventId === null ? -1 : log.findIndex((one) => one.id === body.baseEventId);
    // A base that is not stored yet is of this batch, or comes with a later one: its own answer tells.
    if (!isAnswer(event) || (body.baseEventId !== null && base === -1)) return [];
    return standing(log.slice(base + 1)).some(isAnswer) ? [body.cardId] : [];
  });
  return [...new Set(cards)].sort();
}

function refusalOf({ body, event }: Arrival, known: Known, cardOfEvent: ReadonlyMap<string, string>, taken: readonly Arrival[]): Exclude<Refusal, "invalid"> | null {
  if (!known.cards.has(body.cardId)) return "unknown-card";
  if (known.cardOfRevision.get(body.revisionId) !== body.cardId) return "unknown-revision";
  switch (body.kind) {
    case "review":
    case "redrill":
    case "cram":
      if (!known.published.has(body.cardId)) return "card-not-published";
      return wasSuspended(event, known, taken) ? "card-suspended" : null;
    case "undo": {
      // An undo may arrive before what it takes back; then nothing is known of it yet.
      const target = cardOfEvent.get(body.undoes);
      return target !== undefined && target !== body.cardId ? "undo-of-another-card" : null;
    }
    default:
      return null;
  }
}

/** Whether the card was suspended when the answer was given: one from a device that did not know is of before, and counts. */
function wasSuspended(event: LogEvent, known: Known, taken: readonly Arrival[]): boolean {
  const own = taken.filter((one) => one.event.cardId === event.cardId).map((one) => one.event);
  const before = inLogOrder([...(known.logs.get(event.cardId) ?? []), ...own]).filter((one) => one.answeredAt <= event.answeredAt);
  return standing(before).findLast((one) => one.kind === "suspend" || one.kind === "unsuspend")?.kind === "suspend";
}
