import type { FrontMatter } from "./schema.ts";
import { formatVersions } from "./versions.ts";

/** The text with line feeds only and without the byte order mark: what the one-click repair writes. */
export function repairText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** Whether a block's picture is shown at once, and beside what, changes nothing in what the card asks, answers or proves. */
const withoutPicture = (line: string): string => (/^`{3,}python /.test(line) ? line.replace(/ (picture|beside)(=\S+)?(?=\s|$)/g, "") : line);

/**
 * The form of a card that is hashed: Unicode NFC, line feeds, no blanks at line ends, no empty lines at the ends, and of
 * the front matter only what a learner can see, in one order. Two files with equal forms are the same revision.
 */
export function canonicalForm(front: FrontMatter | null, body: string): string {
  const seen =
    front === null
      ? null
      : {
          id: front.id,
          topic: front.topic,
          title: front.title,
          kind: front.kind,
          level: front.level,
          seconds: front.seconds,
          versions: formatVersions(front.versions),
          evidence: front.evidence,
          sources: front.sources,
          rubric: front.rubric,
          myth: front.myth ?? null,
        };
  const text = repairText(body)
    .split("\n")
    .map((line) => withoutPicture(line).trimEnd())
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
  return `${JSON.stringify(seen)}\n\n${text}\n`.normalize("NFC");
}
