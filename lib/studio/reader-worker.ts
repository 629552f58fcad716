// Reads a text beside the page, so that typing never waits for it. Nothing of the text is run here.
import { lintCard } from "../cards/lint.ts";
import { parseCard } from "../cards/parse.ts";
import { inOrder } from "../cards/problem.ts";
import { frontFields } from "./front-fields.ts";
import type { ReaderReply } from "./reader-messages.ts";

const post = (reply: ReaderReply): void => self.postMessage(reply);

self.addEventListener("message", ({ data }: MessageEvent<string>) => {
  const card = parseCard(data);
  post({ kind: "read", read: { card, problems: inOrder([...card.problems, ...lintCard(card)]), fields: frontFields(data) } });
});
post({ kind: "ready" });
