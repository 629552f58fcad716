import type { Profile } from "./types.ts";

/** A text of the version's catalogue with `{0}`, `{1}` filled in. */
export function message(profile: Profile, key: string, parts: readonly string[]): string {
  const text = profile.messages[key];
  if (text === undefined) throw new Error(`No text for ${key}`);
  return text.replace(/\{(\d)\}/g, (_all, n: string) => parts[Number(n)] ?? "");
}
