// The pg adapter refuses the catalogue's type "char" (oid 18), which reading a schema back needs.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

const charOid = 18;
const bpcharOid = 1042;
const characterColumn = 6; // ColumnTypeEnum.Character of @prisma/driver-adapter-utils

/** An adapter for comparing a PostgreSQL database with the schema; not for the app. */
export class IntrospectingPg extends PrismaPg {
  /** @param {string} url */
  constructor(url) {
    super(new pg.Pool({ connectionString: url }), { disposeExternalPool: true });
  }

  /** @override */
  async connect() {
    const db = await super.connect();
    const pool = /** @type {{ query: (...args: unknown[]) => Promise<{ fields: { dataTypeID: number }[] }> }} */ (/** @type {unknown} */ (db.underlyingDriver()));
    const query = pool.query.bind(pool);
    const queryRaw = db.queryRaw.bind(db);
    /** @type {boolean[]} */
    let isChar = [];
    pool.query = async (...args) => {
      const result = await query(...args);
      isChar = result.fields.map((field) => field.dataTypeID === charOid);
      for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = bpcharOid;
      return result;
    };
    db.queryRaw = async (statement) => {
      const result = await queryRaw(statement);
      return { ...result, columnTypes: result.columnTypes.map((type, i) => (isChar[i] ? characterColumn : type)) };
    };
    return db;
  }
}
