"use client";
import { useEffect, useState } from "react";
import type { StudySession } from "../../lib/reviews/types.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import type { DrillLinks } from "../review/drill-done.tsx";
import { VISITOR } from "../review/local-log.ts";
import { helpOf, Sitting } from "../review/sitting.tsx";
import { drillSitting, unsentHere } from "../review/start-of-sitting.ts";

interface DrillProps {
  readonly session: StudySession;
  /** UTC ms. */
  readonly begunAt: number;
  /** Null for a visitor. */
  readonly userId: string | null;
  readonly targetVersion: string;
  readonly device: DeviceSettings;
  readonly links: DrillLinks;
}

/** A drill's island. What was answered in it is partly on this device alone, so it begins in the browser. */
export function Drill({ session, begunAt, userId, targetVersion, device, links }: DrillProps) {
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  if (!inBrowser) return <p className="min-h-96 py-10 text-ink-2">Loading your cards</p>;
  return <Sitting key={begunAt} start={() => drillSitting(session, Date.now(), userId === null ? null : unsentHere(userId), begunAt)} owner={userId ?? VISITOR} targetVersion={targetVersion} device={device} help={helpOf(session.cards)} nextDueDay={null} drill={links} />;
}
