"use client";
import { useState } from "react";
import { signOutEverywhere } from "../../lib/auth/actions.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { signOut } from "./sign-in-request.ts";

/** Ends the sessions on all devices, this one last. */
export function EverywhereButton() {
  const [problem, setProblem] = useState("");
  const end = async (): Promise<void> => {
    setProblem("");
    const result = await signOutEverywhere(null, new FormData());
    if (result.status === "refused") return setProblem(result.reason);
    await signOut();
  };
  const failed = (): void => setProblem("The server did not answer. You may still be signed in; try again.");
  return (
    <>
      <Button look="quiet" onClick={() => void end().catch(failed)}>End all sessions</Button>
      <Notice tone="problem">{problem}</Notice>
    </>
  );
}
