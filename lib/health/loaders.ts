import "server-only";
import packageFile from "../../package.json" with { type: "json" };
import { now } from "../clock.ts";
import { databaseAnswers } from "./data.ts";

/** What a load balancer or a monitor is told: nothing that is a secret or about a person. */
export interface Health {
  readonly status: "ok" | "stopping" | "unavailable";
  readonly version: string;
  readonly database: "reachable" | "unreachable";
}

/** Monitors may ask often; the database is asked once a second at most. */
const FRESH_MS = 1_000;
const DATABASE_WITHIN_MS = 2_000;

interface Kept {
  /** Set by the server when it was asked to end (lib/setup/serve.mjs). */
  heapwiseStopping?: boolean;
  heapwiseHealth?: { readonly at: number; readonly answers: Promise<boolean> };
}
const kept = globalThis as unknown as Kept;

/** Whether this process can serve requests now. */
export async function loadHealth(): Promise<Health> {
  const last = kept.heapwiseHealth;
  const current = last !== undefined && now() - last.at < FRESH_MS ? last : { at: now(), answers: databaseAnswers(DATABASE_WITHIN_MS) };
  kept.heapwiseHealth = current;
  const reachable = await current.answers;
  return {
    status: kept.heapwiseStopping === true ? "stopping" : reachable ? "ok" : "unavailable",
    version: packageFile.version,
    database: reachable ? "reachable" : "unreachable",
  };
}
