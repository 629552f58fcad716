"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { endSession } from "../../lib/auth/sessions/actions.ts";
import type { SessionRow } from "../../lib/auth/sessions/data.ts";
import { Notice } from "../ui/notice.tsx";

interface SessionListProps {
  readonly sessions: readonly SessionRow[];
  /** The session of this browser. */
  readonly here: string | null;
  readonly timeZone: string;
}

/** Where the user is signed in, each with a way to end it. */
export function SessionList({ sessions, here, timeZone }: SessionListProps) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long", year: "numeric" });
  const hour = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  const end = async (id: string): Promise<void> => {
    const form = new FormData();
    form.set("id", id);
    const result = await endSession(null, form);
    setProblem(result.status === "refused" ? result.reason : "");
    router.refresh();
  };
  const failed = (): void => setProblem("The server did not answer. The session may still go on; try again.");
  return (
    <div className="grid gap-3">
      {sessions.length === 0 ? <p className="text-ink-2">None is listed: this one began before sessions were.</p> : (
        <ul className="border-t border-line">
          {sessions.map(({ id, device, createdAt, lastSeenAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2.5">
              <div className="grid gap-0.5">
                <p className="font-medium">{device}{id === here && <span className="ml-2 rounded-full bg-accent-soft px-2 py-0.5 text-sm font-normal">this browser</span>}</p>
                <p className="text-sm text-ink-2">since {day.format(createdAt)}, last used {hour.format(lastSeenAt)}</p>
              </div>
              {id !== here && <button type="button" className="prose-link min-h-11" aria-label={`End the session of ${device} since ${day.format(createdAt)}`} onClick={() => void end(id).catch(failed)}>End it</button>}
            </li>
          ))}
        </ul>
      )}
      <Notice tone="problem">{problem}</Notice>
    </div>
  );
}
