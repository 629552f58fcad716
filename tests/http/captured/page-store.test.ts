import { describe, expect, test } from "vitest";
import { PageStore, type StoredPage } from "../../../lib/http/captured/page-store.ts";

const page = (text: string, status = 200): StoredPage => ({ status, headers: {}, body: Buffer.from(text), gzip: Buffer.alloc(0), etag: text });

/** A store with a clock and a stamp in the test's hand; `made` counts the renders. */
function world(bytesAtMost = 1_000) {
  const state = { now: 0, stamp: "one", changes: 0, asked: 0, made: 0, fails: false };
  const store = new PageStore({
    now: () => state.now,
    changes: () => state.changes,
    stampForMs: 2_000,
    bytesAtMost,
    stamp: async () => {
      state.asked += 1;
      if (state.fails) throw new Error("busy");
      return state.stamp;
    },
  });
  const get = async (key: string, status = 200): Promise<string> => (await store.get(key, async () => page(`${key} ${(state.made += 1)} ${state.stamp}`, status))).body.toString();
  return { state, store, get };
}

describe("a page", () => {
  test("is made once, also for many who ask at the same time", async () => {
    const { get, state } = world();
    expect(await Promise.all([get("a"), get("a"), get("a")])).toEqual(["a 1 one", "a 1 one", "a 1 one"]);
    expect(await get("a")).toBe("a 1 one");
    expect(state).toMatchObject({ made: 1, asked: 1 });
  });

  test("is made anew with the first request after the stamp's time, when something was published", async () => {
    const { get, state } = world();
    await get("a");
    state.stamp = "two";
    state.now = 1_999;
    expect(await get("a")).toBe("a 1 one");
    state.now = 2_000;
    expect(await get("a")).toBe("a 2 two");
    state.now = 9_000;
    expect(await get("a")).toBe("a 2 two");
    expect(state.asked).toBe(3);
  });

  test("is made anew at once when this process itself published", async () => {
    const { get, state } = world();
    await get("a");
    Object.assign(state, { stamp: "two", changes: 1 });
    expect(await get("a")).toBe("a 2 two");
  });

  test("that was begun before a publish counts as older than it", async () => {
    const { store, state } = world();
    let finish = (): void => undefined;
    const slow = store.get("a", () => new Promise((resolve) => {
      finish = () => resolve(page("old"));
    }));
    await Promise.resolve();
    await Promise.resolve();
    state.stamp = "two";
    finish();
    await slow;
    state.now = 2_000;
    expect((await store.get("a", async () => page("new"))).body.toString()).toBe("new");
  });

  test("that is an error or not there is not kept", async () => {
    const { get } = world();
    expect(await get("a", 404)).toBe("a 1 one");
    expect(await get("a")).toBe("a 2 one");
  });

  test("is sent as it was while the database does not answer, and made without being kept where there is none", async () => {
    const { get, state } = world();
    await get("a");
    state.fails = true;
    state.now = 5_000;
    expect(await get("a")).toBe("a 1 one");
    expect(await get("b")).toBe("b 2 one");
    expect(await get("b")).toBe("b 3 one");
  });

  test("that was not asked for the longest goes when there are too many bytes", async () => {
    const { get, store } = world(20);
    for (const key of ["a", "b", "a", "c"]) await get(key);
    expect(store.size).toEqual({ pages: 2, bytes: 14 });
    expect(await get("a")).toBe("a 1 one");
    expect(await get("b")).toBe("b 4 one");
  });
});
