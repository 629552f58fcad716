import { randomUUID } from "node:crypto";
import { POST as postInterviewer } from "../../app/api/interviews/[id]/interviewer/route.ts";
import { POST as postDeed } from "../../app/api/interviews/[id]/route.ts";
import { GET as getStamp } from "../../app/api/interviews/[id]/stamp/route.ts";
import { POST as postJoin } from "../../app/api/interviews/join/route.ts";
import { POST as postStart } from "../../app/api/interviews/route.ts";
import { loadReport } from "../../lib/interview/loaders.ts";
import { SETUP } from "./builders.ts";

const HOST = "http://localhost:3000";

/** A request as a page of the app sends it. */
export function request(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${HOST}/api/interviews`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json", ...headers } });
}

const of = (id: string) => ({ params: Promise.resolve({ id }) });

async function read(answer: Promise<Response>): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await answer;
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export const start = async (body: object = SETUP, id: string = randomUUID()) => {
  const response = await postStart(request({ id, ...body }));
  return { status: response.status, body: (await response.json()) as { id: string; error?: { code: string } } };
};

export const deed = (id: string, body: unknown) => read(postDeed(request(body), of(id)));
export const interviewerDeed = (id: string, body: unknown) => read(postInterviewer(request(body), of(id)));
export const join = (code: string) => read(postJoin(request({ code })));
export const stamp = (id: string) => read(getStamp(new Request(`${HOST}/api/interviews/${id}/stamp`), of(id)));

/** Answers every prompt and judges every ladder; `said` gives the points that were said of the prompt at a position. */
export async function answerAll(id: string, said: (position: number) => readonly number[]): Promise<void> {
  const { prompts } = (await loadReport(id)).interview;
  let ladder: number[] = [];
  for (const { position } of prompts) {
    await deed(id, { deed: "open", position });
    // Without a program there is none to run, which takes seconds.
    await deed(id, { deed: "submit", position, answer: prompts[position]?.ask === "prove" ? "" : "something", confidence: null });
    ladder.push(position);
    if ((prompts[position + 1]?.ask ?? "card") !== "card") continue;
    await deed(id, { deed: "judge", judged: ladder.map((one) => ({ position: one, points: said(one) })) });
    ladder = [];
  }
}
