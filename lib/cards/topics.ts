export interface Topic {
  readonly id: TopicId;
  readonly title: string;
}

export const TOPIC_IDS = [
  "identity",
  "small-ints",
  "interning",
  "memory-model",
  "namespaces",
  "hashing",
  "repl-vs-script",
  "fast-locals",
  "id-address",
  "refcounting",
  "cyclic-gc",
  "del",
  "bytecode",
  "frames",
  "closures",
  "defaults",
  "exceptions",
  "leaks",
  "gil",
  "async",
  "threads",
  "multiprocessing",
  "choosing-concurrency",
  "architectures",
] as const;

export type TopicId = (typeof TOPIC_IDS)[number];

const TITLES: Record<TopicId, string> = {
  identity: "Equality and identity",
  "small-ints": "Small integers",
  interning: "String interning",
  "memory-model": "Where objects live",
  namespaces: "Names and namespaces",
  hashing: "Hashing",
  "repl-vs-script": "Prompt and script",
  "fast-locals": "Fast locals",
  "id-address": "id() and addresses",
  refcounting: "Reference counting",
  "cyclic-gc": "The cyclic collector",
  del: "del and destruction",
  bytecode: "Bytecode",
  frames: "Frames",
  closures: "Closures",
  defaults: "Default arguments",
  exceptions: "Exceptions",
  leaks: "Leaks",
  gil: "The GIL",
  async: "Coroutines and the event loop",
  threads: "Threads",
  multiprocessing: "Processes",
  "choosing-concurrency": "Choosing a concurrency model",
  architectures: "Servers and pipelines",
};

/** All topics in teaching order. */
export const TOPICS: readonly Topic[] = TOPIC_IDS.map((id) => ({ id, title: TITLES[id] }));
