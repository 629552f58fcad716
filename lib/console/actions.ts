// The routes of the audit page. Apart from lib/audit, which every route uses to note what it refuses.
import "server-only";
import { z } from "zod";
import { noteDenial } from "../audit/actions.ts";
import { type ChainVerdict, verdictWords } from "../audit/chain.ts";
import { csvHead, csvRow } from "../audit/csv.ts";
import { checkAll, eachEntry, type EntryFilter } from "../audit/data.ts";
import { filterOf } from "../audit/loaders.ts";
import { readAuditQuery } from "../audit/query.ts";
import { currentUser } from "../auth/loaders.ts";
import { roleIncludes } from "../auth/user.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { answerJson, handle } from "../http/actions.ts";
import { spend } from "../limits/actions.ts";

/** Answers `POST /api/studio/audit/check`: checks the whole chain, and says so in words. */
export function postCheck(request: Request): Promise<Response> {
  return answerJson(request, { schema: z.strictObject({}), role: "ADMIN", limit: "export" }, async (): Promise<{ status: ChainVerdict["status"]; words: string }> => {
    const verdict = await checkAll();
    return { status: verdict.status, words: verdictWords(verdict) };
  });
}

/** Answers `GET /api/studio/audit/export`: the entries that the query leaves, as a CSV file. */
export function getExport(request: Request): Promise<Response> {
  return handle(request, async () => {
    const user = await currentUser();
    if (user === null || !roleIncludes(user.role, "ADMIN")) {
      if (user !== null) await noteDenial(user.id, { needed: "ADMIN", path: "/api/studio/audit/export" });
      throw new AppError("not-found", "There is nothing here.");
    }
    await spend("export", user.id);
    const filter = await filterOf(readAuditQuery(paramsOf(new URL(request.url).searchParams)));
    const day = new Date(now()).toISOString().slice(0, 10);
    return new Response(fileOf(filter), {
      headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="heapwise-audit-${day}.csv"`, "Cache-Control": "private, no-store" },
    });
  });
}

/** The parameters of an address, a name that comes twice as a list. */
function paramsOf(given: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries([...new Set(given.keys())].map((name) => {
    const values = given.getAll(name);
    return [name, values.length === 1 ? (values[0] ?? "") : values];
  }));
}

/** The file in parts, each read when the one before it was taken: a long log is never held whole. */
function fileOf(filter: EntryFilter): ReadableStream<Uint8Array> {
  const parts = eachEntry(filter);
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvHead())),
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(csvRow).join("")));
    },
  });
}
