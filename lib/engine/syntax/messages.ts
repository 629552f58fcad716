import { Lazy } from "../lazy/lazy.ts";
import type { Profile, VersionId } from "../profiles/types.ts";
import { type Change, changesUpTo } from "./changes.ts";

type Texts = Readonly<Record<string, string | null>>;

/** A version's texts of mistakes by id, for the first program with a mistake. */
export const syntaxTexts = new Lazy<(version: VersionId) => Texts>("rare");

/** Rules that only some versions have: they decide about sound programs too, so they are at hand. */
const RULES: Readonly<Record<string, readonly Change[]>> = {
  "rule.anyLetterAfterNumber": [["3.10", "refused"], ["3.11", ""]],
  "rule.nullIsValueError": [["3.10", ""], ["3.11", null]],
  "rule.bytesAreChecked": [["3.14", ""]],
  "rule.featureHasColumns": [["3.14", ""]],
  "rule.symbolTableFindsMore": [["3.14", ""]],
  "rule.softKeywordPrefixes": [["3.10", ""], ["3.14", null]],
  "rule.comprehensionFirst": [["3.15", ""]],
  "rule.strictUnpackingAfterKeywords": [["3.11", ""]],
  "rule.unpackingAtStar": [["3.11", ""], ["3.13", null]],
  "rule.bytesErrorAtToken": [["3.11", ""]],
  "rule.slashBeforeDefaults": [["3.12", ""]],
  "rule.commaAtLastLine": [["3.15", ""]],
  "rule.patternTargetIsExpression": [["3.14", ""]],
  "rule.plusInPatterns": [["3.15", ""]],
  "rule.forceFunctionParenthesis": [["3.11", ""], ["3.13", null]],
  "rule.forceFunctionColon": [["3.10", ""], ["3.13", null]],
  "rule.forceFunctionLate": [["3.13", ""]],
};

/** A table of each version, made when it is first asked for. */
function byVersion(make: (version: VersionId) => Texts): (version: VersionId) => Texts {
  const tables = new Map<VersionId, Texts>();
  return (version) => {
    const table = tables.get(version) ?? make(version);
    tables.set(version, table);
    return table;
  };
}

const rulesOf = byVersion((version) => changesUpTo(version, RULES));
const textsOf = byVersion((version) => syntaxTexts.get()(version));

/** The text of a mistake in a version, or null if the version does not know it. A profile's own text, under `syntax.` and the id, comes first. */
export function syntaxMessage(profile: Profile, id: string, parts: readonly (string | number)[]): string | null {
  const text = profile.messages[`syntax.${id}`] ?? (id.startsWith("rule.") ? rulesOf : textsOf)(profile.id)[id];
  if (text === undefined) throw new RangeError(`no syntax message "${id}"`);
  return text === null || parts.length === 0 ? text : text.replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)]));
}
