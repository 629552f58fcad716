/** Front matter of a sound card; `changes` replaces fields, null leaves one out. Values are written as they are. */
export function frontMatter(changes: Readonly<Record<string, string | null>> = {}): string {
  const fields: Record<string, string> = {
    id: "sample-card",
    topic: "identity",
    title: "A sample",
    kind: "recall",
    level: "2",
    seconds: "45",
    versions: "3.10-3.15",
    evidence: "proven",
    claims: "[identity-01]",
    tags: "[]",
    sources: '["Language reference"]',
    reviewed_on: "2026-11-22",
    prerequisites: "[]",
    followups: "[]",
    rubric: "[one, two]",
  };
  const entries = Object.entries({ ...fields, ...changes }).filter(([, value]) => value !== null);
  return ["---", ...entries.map(([key, value]) => `${key}: ${value}`), "---", ""].join("\n");
}

export interface Parts {
  readonly question?: string;
  readonly answer?: string;
  readonly why?: string;
  readonly proof?: string;
}

export function fenced(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\``;
}

/** A whole card file; sound unless a change makes it otherwise. */
export function cardText(changes: Readonly<Record<string, string | null>> = {}, parts: Parts = {}): string {
  const proof = parts.proof ?? fenced("python", "a = []\nassert a is not []");
  return [
    frontMatter(changes),
    parts.question ?? "What is asked?",
    "\n## Answer\n",
    parts.answer ?? "This is the answer.",
    "\n## Why\n",
    parts.why ?? "Because of the mechanism.",
    ...(proof === "" ? [] : ["\n## Proof\n", proof]),
    "",
  ].join("\n");
}
