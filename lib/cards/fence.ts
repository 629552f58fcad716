import { error } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { parseVersions, VERSIONS } from "./versions.ts";
import type { Version } from "./versions.ts";

export const LANGUAGES = ["python", "output", "model", "refutes", "text"] as const;

export type Language = (typeof LANGUAGES)[number];

export type Mode = "script" | "repl";

/** The memory picture that a card asks for on reveal. */
export interface PictureWish {
  /** The line of the block about to run when the picture opens, from 1; null: the last one that shows something. */
  readonly line: number | null;
  /** What it is shown beside: the same program in another version or in the other mode. */
  readonly beside: Version | Mode | null;
}

/** The info string of a fence, read: ` ```python versions=3.10-3.14 cores=2 `. */
export interface Fence {
  readonly language: Language;
  /** Null: all versions of the card. */
  readonly versions: readonly Version[] | null;
  /** Null: not said. */
  readonly mode: Mode | null;
  /** Virtual cores; null: not said, so as many as the engine takes. */
  readonly cores: number | null;
  readonly freeThreaded: boolean;
  /** Goes on with the session of the python block before. */
  readonly continued: boolean;
  /** Null: the card asks for no picture of this block. */
  readonly picture: PictureWish | null;
}

/** The words that each kind of fence understands. */
const WORDS: Record<Language, readonly string[]> = {
  python: ["versions", "mode", "cores", "free-threaded", "continued", "picture", "beside"],
  output: ["versions", "mode"],
  model: ["versions"],
  refutes: ["versions", "mode"],
  text: [],
};

interface Draft {
  versions: readonly Version[] | null;
  mode: Mode | null;
  cores: number | null;
  freeThreaded: boolean;
  continued: boolean;
  picture: PictureWish | null;
}

/** `picture`, `picture=3`, `beside=3.15`, `beside=script`. */
function readPicture(key: "picture" | "beside", value: string | undefined, draft: Draft): string | null {
  const wish = draft.picture ?? { line: null, beside: null };
  if (key === "picture") {
    if (value !== undefined && !/^[1-9]\d{0,2}$/.test(value)) return `picture names a line of its block, as in picture=3, not "${value}"`;
    draft.picture = { ...wish, line: value === undefined ? null : Number(value) };
    return null;
  }
  const beside = value === "script" || value === "repl" ? value : VERSIONS.find((version) => version === value);
  if (beside === undefined) return `beside is a version, script or repl, not "${value ?? ""}"`;
  draft.picture = { ...wish, beside };
  return null;
}

function readWord(word: string, draft: Draft, language: Language): string | null {
  const [key = "", value] = word.split(/=(.*)/s);
  if (!WORDS[language].includes(key)) {
    const known = WORDS[language];
    if ((LANGUAGES as readonly string[]).includes(key)) return `the block has two languages, ${language} and ${key}: keep one`;
    return `a ${language} block does not understand "${word}"${known.length > 0 ? `: it knows ${known.join(", ")}` : ""}`;
  }
  if (key === "free-threaded" || key === "continued") {
    if (value !== undefined) return `"${key}" takes no value: write the word alone`;
    draft[key === "continued" ? "continued" : "freeThreaded"] = true;
    return null;
  }
  if (key === "picture" || key === "beside") return readPicture(key, value, draft);
  if (value === undefined || value === "") return `"${key}" needs a value: write ${key}=…`;
  if (key === "versions") {
    const read = parseVersions(value);
    if ("reason" in read) return read.reason;
    draft.versions = read.versions;
  } else if (key === "mode") {
    if (value !== "script" && value !== "repl") return `mode is script or repl, not "${value}"`;
    draft.mode = value;
  } else if (!/^[1-9]\d?$/.test(value)) {
    return `cores is a number from 1 to 99, not "${value}"`;
  } else {
    draft.cores = Number(value);
  }
  return null;
}

/**
 * Reads an info string. Words are separated by blanks, so a list of versions is written without them
 * (`versions=3.10,3.12`). A word that is not understood is an error, never ignored.
 */
export function readFence(info: string, line: number): { readonly fence: Fence | null; readonly problems: readonly Problem[] } {
  const place = { line, column: 1 };
  const [name = "", ...words] = info.trim().split(/\s+/);
  const language = name === "" ? "text" : LANGUAGES.find((one) => one === name);
  if (language === undefined) {
    const message = `"${name}" is not a block that a card can hold: use ${LANGUAGES.join(", ")} (text is shown and never run)`;
    return { fence: null, problems: [error("unknown-language", message, place)] };
  }
  const draft: Draft = { versions: null, mode: null, cores: null, freeThreaded: false, continued: false, picture: null };
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const word of words) {
    const key = word.split("=")[0] ?? "";
    const reason = seen.has(key) ? `"${key}" is given twice` : readWord(word, draft, language);
    seen.add(key);
    if (reason !== null) problems.push(error("fence-word", reason, place));
  }
  return { fence: { language, ...draft }, problems };
}
