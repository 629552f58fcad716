import { useState } from "react";

const UNREACHABLE = "The server did not answer. Nothing was changed, as far as this page knows; reload it and try again.";
const SIGNED_OUT = "You are no longer signed in. Sign in and try again.";

type Refusal = { readonly status: "invalid"; readonly problems: Readonly<Record<string, string>> } | { readonly status: "refused"; readonly reason: string } | { readonly status: "signed-out" };

interface Request {
  readonly busy: boolean;
  readonly problem: string;
  readonly problems: Readonly<Record<string, string>>;
  /** Does the work, which returns why it was refused or null; one at a time. */
  readonly send: (work: () => Promise<Refusal | null>) => Promise<void>;
}

/** A form that is sent by a script: whether it is under way, and what was wrong with it. */
export function useRequest(): Request {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const send = async (work: () => Promise<Refusal | null>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem("");
    setProblems({});
    const refusal = await work().catch((): Refusal => ({ status: "refused", reason: UNREACHABLE }));
    if (refusal?.status === "invalid") setProblems(refusal.problems);
    else if (refusal !== null) setProblem(refusal.status === "refused" ? refusal.reason : SIGNED_OUT);
    setBusy(false);
  };
  return { busy, problem, problems, send };
}
