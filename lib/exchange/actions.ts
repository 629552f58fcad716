// The routes of import and export: who asks, how often, which file; nothing is published by an import.
import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";
import { currentUser } from "../auth/loaders.ts";
import { type CurrentUser, roleIncludes } from "../auth/user.ts";
import { TOPIC_IDS } from "../cards/topics.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { answerBytes, handle } from "../http/actions.ts";
import { failure } from "../http/json-response.ts";
import { spend } from "../limits/actions.ts";
import { startDraft } from "../studio/mutations.ts";
import { commitArchive, commitOf } from "./commit.ts";
import { compareWithLibrary, type PlannedCard } from "./compare.ts";
import { readCommitted, readDraftIds, readOutgoing, readTexts } from "./data.ts";
import { EXPORT_FORMATS, guessFormat, IMPORT_FORMATS, type ReadFile, readExchange, writeExchange } from "./formats.ts";
import { ExchangeError, type IncomingCard } from "./pack.ts";
import type { ImportReport, ImportRow } from "./web-report.ts";

/** Bytes of a file that the page may send: more than the whole library has. */
const FILE_LIMIT = 8 * 1024 * 1024;
/** Cards that are read before other requests get their turn. */
const AT_A_TIME = 20;

const one = (max: number) => z.string().max(max);
const querySchema = z.strictObject({
  name: one(200),
  format: z.enum(["", ...IMPORT_FORMATS]).default(""),
  topic: z.enum(TOPIC_IDS).default(TOPIC_IDS[0]),
  apply: z.enum(["", "1"]).default(""),
});
const exportSchema = z.strictObject({ format: z.enum([...EXPORT_FORMATS, "commit"]), topic: z.enum(["", ...TOPIC_IDS]).default("") });

/** The query of an address by a schema; a parameter that comes twice, or is not known, is refused. */
function queryOf<Query>(request: Request, schema: z.ZodType<Query>): Query {
  const { searchParams } = new URL(request.url);
  const repeated = [...searchParams.keys()].some((key) => searchParams.getAll(key).length > 1);
  const parsed = schema.safeParse(Object.fromEntries(searchParams));
  if (repeated || !parsed.success) throw new AppError("invalid", "The address does not name a file and its format.");
  return parsed.data;
}

/** Answers `POST /api/studio/import?name=&format=&topic=&apply=`: what the file sent would change; with `apply`, drafts of it. */
export function postImport(request: Request): Promise<Response> {
  return answerBytes(request, { role: "AUTHOR", limit: "import", bodyLimit: FILE_LIMIT }, async (user, bytes) => {
    const { name, format: named, topic, apply } = queryOf(request, querySchema);
    const format = named === "" ? guessFormat(name, bytes) : named;
    if (format === null) throw new AppError("invalid", "What kind of file this is cannot be seen from it. Choose the format.");
    const library = await readTexts();
    const taken = new Set([...library.keys(), ...(await readDraftIds())]);
    const read = readFile(() => readExchange(name, bytes, format, { topic, origin: `Imported from ${name}`, today: new Date(now()).toISOString().slice(0, 10) }, taken));
    const planned = await compareInTurns(read.cards, library);
    const rows = apply === "1" ? await writeDrafts(planned, read.drafts, user) : planOf(planned, read.drafts);
    return { format, rows, losses: read.losses, applied: apply === "1" } satisfies ImportReport;
  });
}

function readFile(read: () => ReadFile): ReadFile {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExchangeError) throw new AppError("invalid", `${error.message.slice(0, 1).toUpperCase()}${error.message.slice(1)}.`, { cause: error });
    throw error;
  }
}

/** Compares card by card, and lets other requests in between: parsing two thousand takes seconds. */
async function compareInTurns(incoming: readonly IncomingCard[], library: ReadonlyMap<string, string>): Promise<PlannedCard[]> {
  const planned: PlannedCard[] = [];
  const seen = new Set<string>();
  for (let start = 0; start < incoming.length; start += AT_A_TIME) {
    planned.push(...compareWithLibrary(incoming.slice(start, start + AT_A_TIME), library, seen));
    await breathe();
  }
  return planned;
}

const idIn = (text: string): string | null => /^id: (.*)$/m.exec(text)?.[1] ?? null;

function rowOf({ place, card, standing, problems }: PlannedCard, written: ImportRow["written"] = null): ImportRow {
  return { place, id: card.front?.id ?? null, standing, problems: problems.slice(0, 5).map(({ line, message }) => ({ line, message })), written };
}

function planOf(planned: readonly PlannedCard[], drafts: readonly IncomingCard[]): ImportRow[] {
  return [...planned.map((card) => rowOf(card)), ...drafts.map(({ place, text }): ImportRow => ({ place, id: idIn(text), standing: "draft", problems: [], written: null }))];
}

/** Makes a draft of each card that is new, changed or to be finished. A draft that is there already stays as it is. */
async function writeDrafts(planned: readonly PlannedCard[], drafts: readonly IncomingCard[], user: CurrentUser): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  const write = async (text: string, cardId: string | null): Promise<ImportRow["written"]> => {
    const draftId = await startDraft(text, cardId, user.id, now());
    if (draftId === null) return { kept: "Somebody is writing at this card: its draft stays as it is." };
    return { href: cardId === null ? `/studio/drafts/${draftId}` : `/studio/cards/${cardId}` };
  };
  for (const card of planned) {
    const wanted = card.standing === "new" || card.standing === "changed";
    rows.push(rowOf(card, wanted ? await write(card.text, card.standing === "changed" ? (card.card.front?.id ?? null) : null) : null));
  }
  for (const { place, text } of drafts) rows.push({ place, id: idIn(text), standing: "draft", problems: [], written: await write(text, null) });
  return rows;
}

const TYPES = { md: "application/zip", csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8", apkg: "application/octet-stream", commit: "application/zip" } as const;
const ENDINGS = { md: "zip", csv: "csv", json: "json", apkg: "apkg", commit: "zip" } as const;

/** Answers `GET /api/studio/export?format=&topic=`: the published cards as a file, or what differs from the files of the release as a commit. */
export function getLibraryExport(request: Request): Promise<Response> {
  return handle(request, async () => {
    const user = await currentUser();
    if (user === null || !roleIncludes(user.role, "AUTHOR")) return failure(404, "not-found", "There is nothing here.");
    const { format, topic } = queryOf(request, exportSchema);
    await spend("export", user.id);
    const bytes = format === "commit" ? commitArchive(commitOf(await readCommitted())) : writeExchange(await readOutgoing(topic === "" ? null : topic), format, now());
    const name = format === "commit" ? "heapwise-commit.zip" : `heapwise-cards${topic === "" ? "" : `-${topic}`}.${ENDINGS[format]}`;
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "Content-Type": TYPES[format], "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" } });
  });
}
