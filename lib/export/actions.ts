// The routes by which a user takes everything away, and brings it back.
import "server-only";
import { note } from "../audit/mutations.ts";
import { currentUser } from "../auth/loaders.ts";
import type { UserId } from "../auth/user.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { ankiTables } from "../exchange/anki.ts";
import { writeAnkiPackage } from "../exchange/anki-file.ts";
import { answerBytes, handle } from "../http/actions.ts";
import { currentRequestId } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import { readMeasuredLog } from "../progress/data.ts";
import { readStudyPlan } from "../settings/data.ts";
import { ankiReviews } from "./anki-log.ts";
import { eachEvents, readAccount, readOutgoing } from "./data.ts";
import { accountJson, logCsv } from "./document.ts";
import { ACCOUNT_FILE_AT_MOST, readAccountFile } from "./incoming.ts";
import { bringAccount } from "./mutations.ts";
import { type AccountExportFormat, exportQuerySchema } from "./schema.ts";

const TYPES: Record<AccountExportFormat, string> = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8", apkg: "application/octet-stream" };

/** Answers `GET /api/account/export?format=json|csv|apkg`: the user's own data as a file. */
export function getAccountExport(request: Request): Promise<Response> {
  return handle(request, async () => {
    const user = await currentUser();
    if (user === null) throw new AppError("unauthenticated", "Sign in to take your data with you.");
    const query = exportQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) throw new AppError("invalid", "format: is json, csv or apkg");
    await spend("own export", user.id);
    const { format } = query.data;
    const at = now();
    const body = await fileOf(user.id, format, at);
    await note({ name: "user_export", actorId: user.id, target: `user:${user.id}`, detail: { format } }, at, await currentRequestId());
    const day = new Date(at).toISOString().slice(0, 10);
    return new Response(body, { headers: { "Content-Type": TYPES[format], "Content-Disposition": `attachment; filename="heapwise-${day}.${format}"`, "Cache-Control": "private, no-store" } });
  });
}

/** What came of a file that was brought back. */
export interface BroughtBack {
  readonly events: number;
  /** What stayed behind, in sentences. */
  readonly losses: readonly string[];
}

/** Answers `POST /api/account/import`: an exported account, for one that has no answers yet. */
export function postAccountImport(request: Request): Promise<Response> {
  return answerBytes(request, { role: "LEARNER", limit: "import", bodyLimit: ACCOUNT_FILE_AT_MOST }, async (user, bytes): Promise<BroughtBack> => {
    const at = now();
    const file = readAccountFile(bytes, at);
    if (!file.ok) throw new AppError("invalid", file.message);
    const brought = await bringAccount(user.id, file.account, at);
    if (brought.kind === "not-empty") throw new AppError("conflict", "This account has answers already. An exported account is brought into one that has none, so that no answer of either is lost.");
    const { events, losses } = brought;
    await note({ name: "user_import", actorId: user.id, target: `user:${user.id}`, detail: { events } }, at, await currentRequestId());
    return { events, losses };
  });
}

async function fileOf(userId: UserId, format: AccountExportFormat, at: number): Promise<BodyInit> {
  switch (format) {
    case "json": {
      const account = await readAccount(userId);
      if (account === null) throw new AppError("unauthenticated", "This account is gone.");
      return streamOf(accountJson(account, eachEvents(userId), at));
    }
    case "csv":
      return streamOf(logCsv(eachEvents(userId)));
    case "apkg": {
      const [cards, log, { setting }] = await Promise.all([readOutgoing(), readMeasuredLog(userId), readStudyPlan(userId)]);
      const durations = new Map(log.flatMap(({ id, durationMs }) => (durationMs === null ? [] : [[id, durationMs] as const])));
      return new Blob([new Uint8Array(writeAnkiPackage(ankiTables(cards, at, ankiReviews(log, durations, setting))))]);
    }
  }
}

/** Texts as bytes, each made when the one before it was taken. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
