import { latestWins } from "./latest-wins.ts";
import { LOAD_WITHIN_MS } from "./messages.ts";
import { RECORD_WITHIN_MS, type StageProgram, type StageReply, type StageRequest } from "./stage-messages.ts";
import { watchWorker } from "./watched-worker.ts";

type Answer = Exclude<StageReply, { readonly kind: "ready" }>;
type Shown = Exclude<Answer, { readonly kind: "fault" }>;
type Question = Exclude<StageRequest, { readonly kind: "record" }>;

/** Why nothing is shown. `stopped`: by the reader, or because a newer run began. */
export type StageTrouble = { readonly kind: "fault"; readonly message: string } | { readonly kind: "timeout" } | { readonly kind: "unavailable" } | { readonly kind: "stopped" };

/** The answers to each question. */
interface Answers {
  readonly look: Extract<Shown, { readonly kind: "looked" }>;
  readonly zoom: Extract<Shown, { readonly kind: "zoomed" }>;
}

/** A worker of one stepper: it records runs and keeps them, as they are too large to hand over, and shows their steps one by one. */
export interface Stage {
  /** Loads the engine ahead of its first use. */
  readonly warmUp: () => void;
  /** Records the programs, each in its own place, and forgets those from before. A recording that goes on is ended. */
  readonly record: (programs: readonly StageProgram[]) => Promise<Extract<Shown, { readonly kind: "recorded" }> | StageTrouble>;
  /** Asks about what was recorded. Null: a newer question took its turn. */
  readonly ask: <Kind extends Question["kind"]>(question: Extract<Question, { readonly kind: Kind }>) => Promise<Answers[Kind] | StageTrouble | null>;
  /** Ends what runs, at once. The next recording gets a fresh worker. */
  readonly stop: () => void;
}

/** Opens nothing yet: the worker starts with the first use. */
export function openStage(): Stage {
  const watched = watchWorker<StageRequest, Answer>(
    () => new Worker(new URL("./stage-worker.ts", import.meta.url), { type: "module" }),
    { loadMs: LOAD_WITHIN_MS, answerMs: RECORD_WITHIN_MS },
  );
  let asked: Promise<unknown> = Promise.resolve();
  let recording = false;
  const send = async (request: StageRequest): Promise<Shown | StageTrouble> => {
    const outcome = await watched.ask(request);
    if (outcome.kind === "answered") return outcome.reply;
    if (outcome.kind === "broken") return { kind: "fault", message: outcome.message };
    return outcome.kind === "superseded" ? { kind: "stopped" } : outcome;
  };
  const inTurn = latestWins((question: Question) => {
    // What runs is never ended for a look at what ran before.
    const answer = recording ? Promise.resolve<StageTrouble>({ kind: "stopped" }) : send(question);
    asked = answer;
    return answer;
  });
  return {
    warmUp: watched.warmUp,
    record: async (programs) => {
      if (!recording) await asked;
      recording = true;
      const answer = send({ kind: "record", programs });
      const outcome = await answer;
      if (outcome.kind !== "stopped") recording = false;
      return outcome as Extract<Shown, { readonly kind: "recorded" }> | StageTrouble;
    },
    ask: (question) => inTurn(question) as Promise<never>,
    stop: () => {
      watched.end();
      recording = false;
    },
  };
}

/** A sentence for an answer that shows nothing. */
export function stageTrouble(trouble: StageTrouble): string {
  switch (trouble.kind) {
    case "timeout":
      return `Stopped after ${RECORD_WITHIN_MS / 1000} seconds: the program had not ended.`;
    case "unavailable":
      return "The engine could not be loaded. Check the connection and run it again; the program is kept.";
    case "stopped":
      return "Stopped.";
    case "fault":
      return `The engine failed, which is our fault and not the program's: ${trouble.message}`;
  }
}
