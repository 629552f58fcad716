"use client";
import { useEffect, useRef, useState } from "react";
import { openStage, type Stage } from "../../lib/lab/stage-client.ts";

/** A stage that lives as long as the component; its worker ends with it. */
export function useStage(): Stage {
  const [stage] = useState(openStage);
  const latest = useRef(stage);
  useEffect(() => {
    const { current } = latest;
    // A page that is left keeps no program running.
    const leave = (): void => current.stop();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return stage;
}
