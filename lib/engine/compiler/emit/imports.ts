import type { Import, ImportFrom, Span } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import type { Emitter } from "./emitter.ts";
import { emitIntrinsic } from "./intrinsics.ts";
import { emitName } from "./names.ts";
import { movesOf } from "./stack-moves.ts";
import type { FrameBlockKind } from "./unit.ts";

/** Low bits of IMPORT_NAME's argument where it has any (PEP 810): asked for by the program, or forbidden by where it stands. */
const LAZY = 1;
const EAGER = 2;

const TRY_BLOCKS: ReadonlySet<FrameBlockKind> = new Set([
  "try-except", "finally-try", "finally-end", "handler-cleanup", "exception-handler", "exception-group-handler",
]);

function importName(c: Emitter, s: Import | ImportFrom, name: string): void {
  const shift = c.recipes.importFlagBits;
  const isInside = c.unit.kind !== "module" || c.unit.frameBlocks.some(({ kind }) => TRY_BLOCKS.has(kind));
  c.nameOp(s.span, "IMPORT_NAME", name, shift, shift === 0 ? 0 : s.lazy ? LAZY : isInside || s.names.some((alias) => alias.name === "*") ? EAGER : 0);
}

export function emitImport(c: Emitter, s: Import): void {
  for (const alias of s.names) {
    c.loadInt(s.span, 0);
    c.loadNone(s.span);
    importName(c, s, alias.name);
    if (alias.asname !== null) emitImportAs(c, s.span, alias.name, alias.asname);
    else emitName(c, s.span, alias.name.split(".")[0] ?? alias.name, "Store");
  }
}

/** `import a.b.c as d` binds the last module of the path. */
function emitImportAs(c: Emitter, span: Span, name: string, asname: string): void {
  const path = name.split(".").slice(1);
  path.forEach((attr, i) => {
    c.nameOp(span, "IMPORT_FROM", attr);
    if (i === path.length - 1) return;
    movesOf(c).exchange(c, span);
    c.op(span, "POP_TOP");
  });
  emitName(c, span, asname, "Store");
  if (path.length > 0) c.op(span, "POP_TOP");
}

export function emitImportFrom(c: Emitter, s: ImportFrom): void {
  const { span } = s;
  c.loadInt(span, s.level);
  const items: Const[] = s.names.map((alias) => ({ kind: "str", value: alias.name, interned: true }));
  c.loadConst(span, { kind: "tuple", items });
  importName(c, s, s.module ?? "");
  for (const alias of s.names) {
    if (alias.name === "*") {
      return emitIntrinsic(c, span, "importStar");
    }
    c.nameOp(span, "IMPORT_FROM", alias.name);
    emitName(c, span, alias.asname ?? alias.name, "Store");
  }
  c.op(span, "POP_TOP");
}
