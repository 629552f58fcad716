"use client";
import Link from "next/link";
import { useEffect, useState } from "react";
import { countKept, VISITOR } from "./local-log.ts";

/** Leads to the review; says so when this device has answers already. */
export function DeviceAnswers() {
  const [back, setBack] = useState(false);
  useEffect(() => setBack(countKept(VISITOR) > 0), []);
  return <Link href="/review" className="prose-link inline-flex min-h-11 items-center">{back ? "Go on where you left off" : "Or start a whole review"}</Link>;
}
