import type { FlagReason } from "../../lib/flags/reasons.ts";

interface Flag {
  readonly id: string;
  readonly cardId: string;
  readonly revisionId: string;
  readonly reason: FlagReason;
  readonly note: string;
  readonly version: string | null;
  readonly answer: string | null;
}

const OFFLINE = "This was not sent: the server cannot be reached. Your text is kept here; send it when the connection is back.";

/** Sends a flag. Null when it is stored, else why not, in words. */
export async function sendFlag(flag: Flag): Promise<string | null> {
  try {
    const response = await fetch("/api/flags", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(flag) });
    if (response.ok) return null;
    const body: unknown = await response.json();
    const error = typeof body === "object" && body !== null && "error" in body ? (body.error as { message?: unknown }) : {};
    return `This was not sent. ${typeof error.message === "string" ? error.message : "The server could not take it. Try again; your text is kept here."}`;
  } catch {
    return OFFLINE;
  }
}
