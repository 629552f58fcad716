import { QUERY_AT_MOST } from "../content/search/read.ts";
import { DRILL_SIZES, type DrillSize } from "./draw.ts";

/** What the address of a drill asks for. */
export interface DrillRequest {
  /** As it was typed; null where nothing was asked yet. An empty text stands for all cards. */
  readonly typed: string | null;
  readonly size: DrillSize;
  /** When the drill was begun, UTC ms; null where it is not, or not in the past. */
  readonly begunAt: number | null;
}

/** The parameters of an address, in which anything may stand. */
export type Params = Readonly<Record<string, string | string[] | undefined>>;

export function readDrillRequest(params: Params, now: number): DrillRequest {
  const one = (name: string): string | null => [params[name] ?? []].flat()[0] ?? null;
  const begunAt = /^\d{13}$/.test(one("at") ?? "") ? Number(one("at")) : null;
  return {
    typed: one("q")?.trim().slice(0, QUERY_AT_MOST) ?? null,
    size: DRILL_SIZES.find((size) => String(size) === one("cards")) ?? DRILL_SIZES[1],
    begunAt: begunAt !== null && begunAt <= now ? begunAt : null,
  };
}

/** The address on which cards are chosen. */
export function drillAddress(typed: string, size: DrillSize = DRILL_SIZES[1]): string {
  return `/review/drill?${new URLSearchParams({ q: typed, cards: String(size) })}`;
}

/** The address of a drill; without `begunAt` one that begins when it is opened. */
export function sittingAddress(typed: string, size: DrillSize, begunAt: number | null = null): string {
  return `/review/drill/run?${new URLSearchParams({ q: typed, cards: String(size), ...(begunAt === null ? {} : { at: String(begunAt) }) })}`;
}
