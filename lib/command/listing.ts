import { existsSync } from "node:fs";
import { join } from "node:path";
import { isSound } from "../cards/card.ts";
import { CARDS_FOLDER, loadCards, writeNew } from "../cards/files.ts";
import { statsLines } from "../cards/report.ts";
import { idProblem, KINDS, type Kind } from "../cards/schema.ts";
import { newCard } from "../cards/template.ts";
import { TOPIC_IDS } from "../cards/topics.ts";
import { now } from "../clock.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { load } from "./load.ts";

/** `cards list`: a line for each card. */
export function list(given: Arguments): number {
  for (const { card, file } of load(given.words)) {
    const { front } = card;
    const line = front === null ? `${file}  (front matter has errors)` : [front.id.padEnd(34), front.topic.padEnd(21), front.kind.padEnd(8), front.level, front.evidence.padEnd(9), front.title].join("  ");
    process.stdout.write(`${line}\n`);
  }
  return 0;
}

/** `cards stats`: counts by topic, kind, level and evidence. */
export function stats(given: Arguments): number {
  const cards = load(given.words).map((one) => one.card);
  const sound = cards.filter(isSound);
  process.stdout.write(`${statsLines(sound).join("\n")}\n`);
  if (sound.length < cards.length) process.stdout.write(`${cards.length - sound.length} with errors, not counted: run cards check\n`);
  return 0;
}

/** `cards new`: a card to be filled in, at its place. */
export function create(given: Arguments): number {
  const [id, ...rest] = given.words;
  if (id === undefined || rest.length > 0) throw new UsageError("new needs one ID");
  const reason = idProblem(id);
  if (reason !== null) throw new UsageError(reason);
  const topic = TOPIC_IDS.find((one) => one === given.values.get("--topic"));
  if (topic === undefined) throw new UsageError(`--topic is one of ${TOPIC_IDS.join(", ")}`);
  const kind: Kind | undefined = KINDS.find((one) => one === (given.values.get("--kind") ?? "recall"));
  if (kind === undefined) throw new UsageError(`--kind is one of ${KINDS.join(", ")}`);
  const taken = existsSync(CARDS_FOLDER) ? loadCards([CARDS_FOLDER], CARDS_FOLDER).find((one) => one.card.front?.id === id) : undefined;
  if (taken !== undefined) throw new UsageError(`the id ${id} is taken by ${taken.file}`);
  const path = join(CARDS_FOLDER, topic, `${id}.md`);
  if (existsSync(path)) throw new UsageError(`${path} is there already`);
  writeNew(path, newCard(id, topic, kind, new Date(now()).toISOString().slice(0, 10)));
  process.stdout.write(`${path}\n`);
  return 0;
}
