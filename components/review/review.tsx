"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { StudySession } from "../../lib/reviews/types.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { keepForOffline } from "../offline/kept-session.ts";
import { countKept, VISITOR } from "./local-log.ts";
import { helpOf, Sitting } from "./sitting.tsx";
import { unsentHere, userSitting, visitorSitting } from "./start-of-sitting.ts";
import { flush } from "./sync.ts";

interface ReviewProps {
  readonly session: StudySession;
  /** When the server made the plan, UTC ms. */
  readonly plannedAt: number;
  /** Null for a visitor. */
  readonly userId: string | null;
  readonly targetVersion: string;
  readonly device: DeviceSettings;
  /** Whether this is the day's plan, to be kept for a time without a connection. */
  readonly keep: boolean;
}

/** The review page's island. A visitor's plan needs what is stored on this device, so it is made in the browser. */
export function Review({ session, plannedAt, userId, targetVersion, device, keep }: ReviewProps) {
  const router = useRouter();
  const [inBrowser, setInBrowser] = useState(false);
  /** The plan that was made without answers that were still on this device. */
  const [stalePlan, setStalePlan] = useState<number | null>(null);
  // On arrival only: later answers are part of the sitting.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new plan must not start this again
  useEffect(() => {
    setInBrowser(true);
    if (keep) void keepForOffline({ owner: userId ?? VISITOR, session, targetVersion, device, plannedAt });
    if (userId === null || countKept(userId) + countKept(VISITOR) === 0) return;
    setStalePlan(plannedAt);
    void flush(userId).then(() => (countKept(userId) + countKept(VISITOR) === 0 ? router.refresh() : setStalePlan(null)));
  }, []);
  if (userId === null && !inBrowser) return <p className="min-h-96 py-10 text-ink-2">Loading your cards</p>;
  if (stalePlan === plannedAt) return <p className="min-h-96 py-10 text-ink-2">Sending the answers saved on this device</p>;
  const start = () => (userId === null ? visitorSitting(session, Date.now()) : userSitting(session, Date.now(), inBrowser ? unsentHere(userId) : []));
  return <Sitting key={plannedAt} start={start} owner={userId ?? VISITOR} targetVersion={targetVersion} device={device} help={helpOf(session.cards)} nextDueDay={session.nextDueDay} />;
}
