// What the app is measured against: Node's own server with the same driver and the same query, and nothing else. Reads a user's
// states and the library, or stores one event and one state in a transaction.
//   node tests/bench/bare-server.mjs DATABASE_URL PORT
import { createServer } from "node:http";

const [url, port] = process.argv.slice(2);
if (!url || !port) throw new Error("bare-server.mjs DATABASE_URL PORT");

const states = 'SELECT * FROM "CardState" WHERE "userId" = ';
const library = `SELECT id, topic, level, "currentRevisionId" FROM "Card" WHERE status = 'PUBLISHED' ORDER BY id`;
const columns = ["id", "userId", "cardId", "revisionId", "kind", "grade", "answeredAt", "receivedAt", "studyDay", "zone", "rollover", "scheduler", "bodyHash"];
const names = columns.map((name) => `"${name}"`).join(", ");
const touch = (/** @type {string[]} */ at) => `UPDATE "CardState" SET "lastEventId" = ${at[0]} WHERE "userId" = ${at[1]} AND "cardId" = ${at[2]}`;

/** @returns {Promise<{ read(userId: string): Promise<unknown>, write(event: Record<string, unknown>): Promise<void> }>} */
async function openSqlite() {
  const { default: Database } = await import("better-sqlite3");
  const db = new Database(url.replace(/^file:/, ""), { timeout: 5_000 });
  const [readStates, readLibrary, insert, update] = [db.prepare(`${states}?`), db.prepare(library), db.prepare(`INSERT INTO "ReviewEvent" (${names}) VALUES (${columns.map(() => "?").join(", ")})`), db.prepare(touch(["?", "?", "?"]))];
  const store = db.transaction((event) => {
    insert.run(columns.map((name) => event[name]));
    update.run(event.id, event.userId, event.cardId);
  });
  return { read: async (userId) => ({ states: readStates.all(userId), library: readLibrary.all() }), write: async (event) => store.immediate(event) };
}

/** @returns {ReturnType<typeof openSqlite>} */
async function openPostgres() {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const insert = `INSERT INTO "ReviewEvent" (${names}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(", ")})`;
  return {
    read: async (userId) => {
      const [own, all] = await Promise.all([pool.query(`${states}$1`, [userId]), pool.query(library)]);
      return { states: own.rows, library: all.rows };
    },
    write: async (event) => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        await client.query(insert, columns.map((name) => event[name]));
        await client.query(touch(["$1", "$2", "$3"]), [event.id, event.userId, event.cardId]);
        await client.query("COMMIT");
      } finally {
        client.release();
      }
    },
  };
}

const database = await (url.startsWith("file:") ? openSqlite() : openPostgres());
createServer(async (request, response) => {
  if (request.method === "GET") {
    const body = JSON.stringify(await database.read(new URL(request.url ?? "/", "http://bare").searchParams.get("user") ?? ""));
    response.writeHead(200, { "content-type": "application/json" }).end(body);
    return;
  }
  const parts = [];
  for await (const part of request) parts.push(part);
  await database.write(JSON.parse(Buffer.concat(parts).toString("utf8")));
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
}).listen(Number(port), "127.0.0.1", () => console.log("listening"));
