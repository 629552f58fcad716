// A program in the fragment of an address: browsers do not send it, so sharing a link tells no server what is in it.
import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import type { Mode } from "../cards/fence.ts";
import { FREE_THREADED, type Version, VERSIONS } from "../cards/versions.ts";
import { CORES } from "./stage-messages.ts";

/** A program, how it is run, and the step that is looked at. */
export interface LinkedProgram {
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
  readonly freeThreaded?: boolean | undefined;
  readonly cores?: number | undefined;
  /** From 0; null: the author says nothing. */
  readonly step: number | null;
}

/** Characters of source that a link carries; as many as the engine takes. */
export const SOURCE_AT_MOST = 65_536;

/** Characters of a fragment that are looked at. */
const FRAGMENT_AT_MOST = 100_000;

const toBase64Url = (bytes: Uint8Array): string => {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const fromBase64Url = (text: string): Uint8Array => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

/** The fragment without `#`; `programOf` reads it back. */
export function fragmentOf({ source, version, mode, freeThreaded, cores, step }: LinkedProgram): string {
  const code = toBase64Url(deflateSync(strToU8(source), { level: 9 }));
  return `v=${version}${mode === "repl" ? "&mode=repl" : ""}${freeThreaded ? "&free=1" : ""}${cores === undefined ? "" : `&cores=${cores}`}${step === null ? "" : `&step=${step + 1}`}&code=${code}`;
}

/** A short text may stand for a long one: what comes out is counted as it comes. */
function inflated(bytes: Uint8Array): string | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size > SOURCE_AT_MOST * 4) throw new RangeError("too long");
    parts.push(part);
  });
  for (let at = 0; at < bytes.length; at += 256) inflate.push(bytes.subarray(at, at + 256), at + 256 >= bytes.length);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const source = strFromU8(whole);
  return source.length <= SOURCE_AT_MOST ? source : null;
}

/** The machine that a link asks for; what there is not is not asked for. */
function machineOf(words: URLSearchParams, version: Version): Pick<LinkedProgram, "freeThreaded" | "cores"> {
  const cores = CORES.find((one) => String(one) === words.get("cores"));
  return { ...(words.get("free") === "1" && FREE_THREADED.includes(version) ? { freeThreaded: true } : {}), ...(cores === undefined ? {} : { cores }) };
}

/** Reads a fragment, with or without `#`. Null when there is no program in it, or when it is damaged or too long. */
export function programOf(fragment: string): LinkedProgram | null {
  if (fragment.length > FRAGMENT_AT_MOST) return null;
  const words = new URLSearchParams(fragment.replace(/^#/, ""));
  const code = words.get("code");
  const version = VERSIONS.find((one) => one === words.get("v"));
  if (code === null || version === undefined) return null;
  const step = Number(words.get("step"));
  try {
    const source = inflated(fromBase64Url(code));
    if (source === null) return null;
    return { source, version, mode: words.get("mode") === "repl" ? "repl" : "script", ...machineOf(words, version), step: Number.isSafeInteger(step) && step > 0 ? step - 1 : null };
  } catch {
    return null; // whoever made or cut the link: there is no program in it
  }
}
