import type { StudySession } from "../../lib/reviews/types.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { keepSession, keptSessions } from "../review/device-store.ts";

/** Counts up when what is kept changes its shape: an older one is not understood any more, and the next page with a connection replaces it. */
const SHAPE = 1;

/** The day's cards as a device keeps them. */
export interface KeptSession {
  readonly shape: typeof SHAPE;
  /** A user's id, or VISITOR. */
  readonly owner: string;
  readonly session: StudySession;
  readonly targetVersion: string;
  readonly device: DeviceSettings;
  /** When the server planned it, UTC ms. */
  readonly plannedAt: number;
}

/** Keeps the day's cards for when there is no connection, in place of the owner's former ones. A browser that refuses has none later, as the page then says. */
export async function keepForOffline(kept: Omit<KeptSession, "shape">): Promise<void> {
  try {
    await keepSession({ shape: SHAPE, ...kept });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

const isKept = (value: unknown): value is KeptSession => typeof value === "object" && value !== null && "shape" in value && value.shape === SHAPE;

/** The day's cards that were kept last; null where there are none. */
export async function lastKeptSession(): Promise<KeptSession | null> {
  const kept = (await keptSessions()).filter(isKept);
  return kept.sort((a, b) => b.plannedAt - a.plannedAt)[0] ?? null;
}
