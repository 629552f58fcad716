import { isIPv4, isIPv6 } from "node:net";

/** What is read of a request: Headers, or what next/headers gives. */
export type HeaderReader = { get(name: string): string | null };

/** Set by our own server on every request, whatever the client sent (lib/setup/serve.mjs). */
export const PEER_HEADER = "x-heapwise-peer";

/** Everybody whose address is not known shares this one. */
export const UNKNOWN_NETWORK = "unknown";

/**
 * The network a request comes from, for limits: an IPv4 address, or the /64 of an IPv6 address, which is what one
 * household or one machine has to itself. Each proxy adds the address it was asked from to the right of X-Forwarded-For;
 * `hops` of those are ours and believed, and what lies left of them is the client's own invention.
 */
export function networkOf(headers: HeaderReader, hops: number): string {
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const believed = hops === 0 ? undefined : forwarded.at(-hops);
  return groupOf(believed || headers.get(PEER_HEADER)) ?? UNKNOWN_NETWORK;
}

function groupOf(text: string | null): string | null {
  if (text === null || text.length > 64) return null;
  const address = withoutPort(text.trim()).replace(/%.*$/, "");
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return null;
  const words = wordsOf(address);
  const mapped = words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff;
  if (mapped) return words.slice(6).flatMap((word) => [word >> 8, word & 0xff]).join(".");
  return `${words.slice(0, 4).map((word) => word.toString(16)).join(":")}::/64`;
}

/** "[::1]:80" and "192.0.2.1:80" without their ports. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](:\d+)?$/.exec(text);
  if (bracketed) return bracketed[1] ?? "";
  return /^[\d.]+:\d+$/.test(text) ? text.slice(0, text.indexOf(":")) : text;
}

/** The eight words of a valid IPv6 address. */
function wordsOf(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head = "", tail] = plain.split("::");
  const read = (part: string): number[] => (part === "" ? [] : part.split(":").map((word) => Number.parseInt(word, 16)));
  const [left, right] = [read(head), read(tail ?? "")];
  return tail === undefined ? left : [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
