import type { Span } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";
import { NO_LOCATION } from "./unit.ts";

/** A small function of the interpreter: the opcode that older versions have for it, and the call by number that replaced it. */
interface Intrinsic {
  readonly opcode: string;
  readonly call: "CALL_INTRINSIC_1" | "CALL_INTRINSIC_2";
  readonly number: number;
  /** The opcode leaves nothing on the stack, the call a value of no use. */
  readonly givesNothing?: boolean;
}

const INTRINSICS = {
  print: { opcode: "PRINT_EXPR", call: "CALL_INTRINSIC_1", number: 1, givesNothing: true },
  importStar: { opcode: "IMPORT_STAR", call: "CALL_INTRINSIC_1", number: 2, givesNothing: true },
  wrapAsyncValue: { opcode: "ASYNC_GEN_WRAP", call: "CALL_INTRINSIC_1", number: 4 },
  positive: { opcode: "UNARY_POSITIVE", call: "CALL_INTRINSIC_1", number: 5 },
  listToTuple: { opcode: "LIST_TO_TUPLE", call: "CALL_INTRINSIC_1", number: 6 },
  prepareReraiseStar: { opcode: "PREP_RERAISE_STAR", call: "CALL_INTRINSIC_2", number: 1 },
} satisfies Record<string, Intrinsic>;

/** Emits the small function as the version spells it. */
export function emitIntrinsic(c: Emitter, span: Span, name: keyof typeof INTRINSICS): void {
  const intrinsic: Intrinsic = INTRINSICS[name];
  if (c.recipes.intrinsics === "opcodes") return c.op(span, intrinsic.opcode);
  c.op(span, intrinsic.call, intrinsic.number);
  if (intrinsic.givesNothing === true) c.op(NO_LOCATION, "POP_TOP");
}
