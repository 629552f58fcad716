import { z } from "zod";

/** What can be taken away, and what each is for. */
export const EXPORTS = [
  { format: "json", name: "Everything, as JSON", hint: "Account, settings, every event of the log, states, interviews, flags and drafts." },
  { format: "csv", name: "The review log, as a table", hint: "A line for each event, for a spreadsheet." },
  { format: "apkg", name: "Cards and log, for Anki", hint: "The library's cards with your answers; to go on elsewhere." },
] as const;

export const exportQuerySchema = z.strictObject({ format: z.enum(["json", "csv", "apkg"]) });
export type AccountExportFormat = z.infer<typeof exportQuerySchema>["format"];
