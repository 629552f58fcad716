"use client";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { TurnProps } from "./ready-turn.tsx";
import { useAltKey } from "./use-alt-key.ts";

/** Every prompt is judged, but the connection went before the interview was ended. */
export function DoneTurn({ problem, busy, act }: Pick<TurnProps<"done">, "busy" | "act"> & { readonly problem: string }) {
  const end = (): void => void act({ deed: "finish" });
  useAltKey("KeyN", end);
  return (
    <section className="grid justify-items-start gap-5 py-6">
      <h1 className="text-2xl sm:text-3xl">All prompts are answered</h1>
      <Notice tone="problem">{problem}</Notice>
      <Button onClick={end} aria-disabled={busy}>To the report</Button>
    </section>
  );
}
