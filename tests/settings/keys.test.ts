import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenKeys } from "../../components/review/use-keys.ts";
import { conflicts, DEFAULT_KEYS, KEY_ACTIONS, type KeyAction, keyOf, type Keys, readKeys, writeKeys } from "../../lib/settings/keys.ts";
import { deviceSchema } from "../../lib/settings/schema.ts";

const device = { theme: "system", singleKeys: "on", intervals: "on", confidence: "on", aloud: "off", twoGrades: "off", keys: DEFAULT_KEYS };

const keysArbitrary = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789?!;=&%+ä"), { minLength: KEY_ACTIONS.length, maxLength: KEY_ACTIONS.length }).map((all) => Object.fromEntries(KEY_ACTIONS.map((action, place) => [action, all[place]])) as Record<KeyAction, string>);

describe("the keys of the review", () => {
  it("are one to an action as they come", () => {
    expect(conflicts(DEFAULT_KEYS)).toEqual([]);
    expect(writeKeys(DEFAULT_KEYS)).toBe("");
  });

  it("are kept as they were chosen", () => {
    fc.assert(fc.property(keysArbitrary, (keys) => {
      expect(readKeys(writeKeys(keys))).toEqual(keys);
    }));
  });

  it("come as they are where what is kept is no choice of keys", () => {
    for (const text of [undefined, "", "good=", "good=ab", "good=%20", "good=1", "undo=f&flag=f", "nothing=7", "%%%"]) expect(readKeys(text)).toEqual(DEFAULT_KEYS);
    expect(readKeys("good=J")).toEqual({ ...DEFAULT_KEYS, good: "j" });
  });

  it.each([["q", "q"], ["Q", "q"], [" 7 ", "7"], ["ß", "ß"], ["Ω", "ω"], ["/", "/"], ["", null], ["ab", null], [" ", null], ["\t", null], ["\u200b", null], ["\u0007", null]])("read %j as %j", (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it("are refused where two actions have the same one, and the second is named", () => {
    const parsed = deviceSchema.safeParse({ ...device, keys: { ...DEFAULT_KEYS, flag: "U" } });
    expect(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([["keys.flag", "The same key as for: Take back the last thing done."]]);
    expect(deviceSchema.safeParse({ ...device, keys: { ...DEFAULT_KEYS, flag: "" } }).error?.issues[0]?.path).toEqual(["keys", "flag"]);
    expect(deviceSchema.parse({ ...device, keys: { ...DEFAULT_KEYS, good: "J" } }).keys.good).toBe("j");
  });

  it("press what they were chosen for", () => {
    const pressed: string[] = [];
    const keys: Keys = { ...DEFAULT_KEYS, good: "j", again: "k" };
    const map = chosenKeys(keys, { good: () => pressed.push("good"), again: () => pressed.push("again") });
    expect(Object.keys(map).sort()).toEqual(["j", "k"]);
    map.j?.();
    map.k?.();
    expect(pressed).toEqual(["good", "again"]);
  });
});
