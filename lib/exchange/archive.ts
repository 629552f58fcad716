import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { ExchangeError, PACK_LIMITS } from "./pack.ts";

/** The earliest time a zip can hold: the same files give the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** A zip of texts and bytes by name. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of files) entries[name] = [typeof content === "string" ? strToU8(content) : content, { mtime: EPOCH }];
  return zipSync(entries);
}

/** Whether the bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** What is packed in a zip, of the names that are wanted. Sizes and number are checked before anything is unpacked. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    entries += 1;
    if (entries > PACK_LIMITS.entries) throw new ExchangeError(`the archive has more than ${PACK_LIMITS.entries} files`);
    if (!wanted(name)) return false;
    total += originalSize;
    if (total > PACK_LIMITS.unpacked) throw new ExchangeError(`the archive unpacks to more than ${PACK_LIMITS.unpacked} bytes`);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (problem) {
    if (problem instanceof ExchangeError) throw problem;
    throw new ExchangeError(`the archive is damaged: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}
