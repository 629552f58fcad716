import { unzip, zip } from "./archive.ts";
import { checkCount, decodeText, type Incoming, type OutgoingCard } from "./pack.ts";

/** The cards as an archive of their files, in the folders in which the library keeps them. */
export function toMarkdownPack(cards: readonly OutgoingCard[]): Uint8Array {
  return zip(new Map(cards.map(({ text, card }) => [`cards/${card.front.topic}/${card.front.id}.md`, text])));
}

/** Files that card folders hold beside cards. */
const isCardFile = (name: string): boolean => name.endsWith(".md") && !/(^|\/)(README\.md$|\.[^./]|__MACOSX\/)/.test(name);

/** The cards of such an archive. Names of files are shown, never used: a card's place follows from what it says. */
export function fromMarkdownPack(bytes: Uint8Array): Incoming {
  const files = [...unzip(bytes, isCardFile)];
  checkCount(files.length);
  return { cards: files.map(([place, content]) => ({ place, text: decodeText(content, place) })), losses: [] };
}
