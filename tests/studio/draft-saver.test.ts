import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DraftSaver, type Saver } from "../../components/studio/draft-saver.ts";
import type { Sent } from "../../components/ui/send.ts";
import type { DraftState, SavedDraft, Theirs } from "../../lib/studio/types.ts";

const START: DraftState = { draftId: "d", version: 3, baseRevisionId: "r", source: "text" };

interface Body {
  readonly draftId: string | null;
  readonly seen: number;
  readonly source: string;
}

/** A saver with a browser's storage and a server that answers as told. */
function open(answer: (body: Body) => Sent<SavedDraft> | Promise<Sent<SavedDraft>>, kept: string | null = null, initial = START) {
  const storage = { kept };
  const sent: Body[] = [];
  const told: Saver[] = [];
  const saver = new DraftSaver({
    cardId: "card",
    initial,
    like: [],
    storage: { read: () => storage.kept, write: (text) => { storage.kept = text; }, clear: () => { storage.kept = null; } },
    send: async (body) => {
      sent.push(body as Body);
      return answer(body as Body);
    },
    listener: (state) => told.push(state),
  });
  saver.resume();
  return { saver, storage, sent, told };
}

const good = ({ seen }: Body): Sent<SavedDraft> => ({ ok: true, body: { draftId: "d", version: seen + 1, like: [] } });
const conflict = (theirs: Partial<Theirs>): Sent<SavedDraft> => ({ ok: false, status: 409, message: "Somebody else saved.", body: { theirs: { ...START, version: 7, source: "theirs", author: "Ada", ...theirs } } });

describe("what is typed at the desk", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is saved once, a moment after the last key, and follows the save before", async () => {
    const { saver, sent } = open(good);
    for (const text of ["a", "ab", "abc"]) saver.edit(text);
    await vi.advanceTimersByTimeAsync(1_500);
    saver.edit("abcd");
    await vi.advanceTimersByTimeAsync(1_500);
    expect(sent.map(({ seen, source }) => [seen, source])).toEqual([[3, "abc"], [4, "abcd"]]);
    expect(saver.current).toMatchObject({ state: "saved", draft: { version: 5 } });
  });

  test("is in this browser until the server has it", async () => {
    const { saver, storage } = open(good);
    saver.edit("new");
    expect(storage.kept).toContain("new");
    await saver.save();
    expect(storage.kept).toBeNull();
  });

  test("while a save is under way is saved after it", async () => {
    let reply: (sent: Sent<SavedDraft>) => void = () => undefined;
    const { saver, sent } = open((body) => (body.source === "one" ? new Promise((resolve) => { reply = resolve; }) : good(body)));
    saver.edit("one");
    const saving = saver.save();
    saver.edit("two");
    reply(good({ draftId: "d", seen: 3, source: "one" }));
    await saving;
    await vi.advanceTimersByTimeAsync(1_500);
    expect(sent.map((body) => body.source)).toEqual(["one", "two"]);
    expect(saver.current.state).toBe("saved");
  });

  test("without a connection stays here, says so, and is sent again", async () => {
    let online = false;
    const { saver, storage, sent } = open((body) => (online ? good(body) : { ok: false, status: 0, message: "No connection.", body: null }));
    saver.edit("new");
    expect(await saver.save()).toBe(false);
    expect(saver.current).toMatchObject({ state: "unsent", message: "No connection.", text: "new" });
    expect(storage.kept).toContain("new");
    online = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.current.state).toBe("saved");
    expect(sent).toHaveLength(2);
  });

  test("M32 meets another author's text: both are kept, nothing is sent until one is chosen", async () => {
    const { saver, storage, sent } = open((body) => (body.seen === 3 ? conflict({}) : good(body)));
    saver.edit("mine");
    await saver.save();
    expect(saver.current).toMatchObject({ state: "conflict", text: "mine", theirs: { source: "theirs", author: "Ada" } });
    saver.edit("mine, longer");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(storage.kept).toContain("mine, longer");
    saver.keepMine("mine, longer");
    await vi.advanceTimersByTimeAsync(1);
    expect(sent[1]).toMatchObject({ seen: 7, source: "mine, longer" });
    expect(saver.current).toMatchObject({ state: "saved", draft: { version: 8 }, theirs: null });
  });

  test("M32 gives way to the other text when that is chosen", async () => {
    const { saver, storage, sent } = open(() => conflict({}));
    saver.edit("mine");
    await saver.save();
    saver.takeTheirs();
    expect(saver.current).toMatchObject({ text: "theirs", state: "saved", draft: { version: 7 } });
    expect(storage.kept).toBeNull();
    expect(sent).toHaveLength(1);
  });

  test("whose answer was lost on the way is known to be there", async () => {
    const { saver } = open(() => conflict({ source: "mine", version: 4 }));
    saver.edit("mine");
    expect(await saver.save()).toBe(true);
    expect(saver.current).toMatchObject({ state: "saved", draft: { version: 4 } });
  });

  test("before the page was closed comes back: alone if the server has nothing newer, beside the server's if it has", () => {
    const kept = (version: number) => JSON.stringify({ text: "kept", draftId: "d", version });
    expect(open(good, kept(3)).saver.current).toMatchObject({ text: "kept", state: "unsent", theirs: null });
    expect(open(good, kept(2)).saver.current).toMatchObject({ text: "kept", state: "conflict", theirs: { source: "text", version: 3 } });
    expect(open(good, "{not json").saver.current).toMatchObject({ text: "text", state: "saved" });
  });
});
