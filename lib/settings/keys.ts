/** What a single key does in the review. Space and Enter show the answer and go on; they are no characters, and stay. */
export const KEY_ACTIONS = ["again", "hard", "good", "easy", "undo", "flag", "skip", "suspend", "more", "aloud", "help"] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** The character that stands for each action; letters in lower case. */
export type Keys = Readonly<Record<KeyAction, string>>;

export const DEFAULT_KEYS: Keys = { again: "1", hard: "2", good: "3", easy: "4", undo: "u", flag: "f", skip: "s", suspend: "x", more: "i", aloud: "a", help: "?" };

export const KEY_WORDS: Readonly<Record<KeyAction, string>> = {
  again: "Again",
  hard: "Hard",
  good: "Good",
  easy: "Easy",
  undo: "Take back the last thing done",
  flag: "Flag the card",
  skip: "Skip the card for today",
  suspend: "Suspend the card",
  more: "What else can be done with the card",
  aloud: "Read it aloud, where answers are said aloud",
  help: "The list of keys",
};

/** The key as it is compared: one character that can be seen, letters in lower case; null for anything else. */
export function keyOf(text: string): string | null {
  const key = text.trim().toLowerCase();
  return [...key].length === 1 && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key) ? key : null;
}

/** The actions whose key another action before them has. */
export function conflicts(keys: Keys): KeyAction[] {
  return KEY_ACTIONS.filter((action, place) => KEY_ACTIONS.slice(0, place).some((earlier) => keys[earlier] === keys[action]));
}

/** The keys as a short text: those that are not as they come. */
export function writeKeys(keys: Keys): string {
  return new URLSearchParams(KEY_ACTIONS.filter((action) => keys[action] !== DEFAULT_KEYS[action]).map((action) => [action, keys[action]])).toString();
}

/** The keys that a text of `writeKeys` stands for; as they come where it is no such text. */
export function readKeys(text: string | undefined): Keys {
  const chosen = new URLSearchParams(text ?? "");
  const keys = Object.fromEntries(KEY_ACTIONS.map((action) => [action, keyOf(chosen.get(action) ?? "") ?? DEFAULT_KEYS[action]])) as Record<KeyAction, string>;
  return conflicts(keys).length === 0 ? keys : DEFAULT_KEYS;
}
