import { argumentMistakes, keywordMistakes, starredMistakes } from "./arguments.ts";
import { comprehensionMistakes, forMistakes, forTargetMistake, sequenceItemMistakes } from "./collections.ts";
import { classMistakes, forStatementMistakes, functionMistakes, headerMistakes, withItemMistake, withMistakes } from "./compound-statements.ts";
import { expressionMistakes, namedMistakes } from "./expressions.ts";
import { fieldMistakes } from "./format-fields.ts";
import { aliasMistakes, importMistakes, targetMistakes } from "./imports.ts";
import { notAfterOperator } from "./operators.ts";
import { keywordRestMistakes, parameterMistakes, starMistakes } from "./parameters.ts";
import { asMistakes, classMistake, mappingMistake } from "./patterns.ts";
import { groupMistake } from "./primaries.ts";
import { assertMistakes, assignmentMistakes } from "./simple-statements.ts";
import { mixedTemplates } from "./strings.ts";
import { caseMistakes, handlerBlockMistakes, handlerMistakes, matchMistakes, tryMistakes } from "./try-match.ts";
import { boundMistakes } from "./type-parameters.ts";

/** The rules that describe common mistakes (CPython's `invalid_*`), as the rules around them call them. */
export const mistakes = {
  argumentMistakes, keywordMistakes, starredMistakes,
  comprehensionMistakes, forMistakes, forTargetMistake, sequenceItemMistakes,
  classMistakes, forStatementMistakes, functionMistakes, headerMistakes, withItemMistake, withMistakes,
  expressionMistakes, namedMistakes,
  fieldMistakes,
  aliasMistakes, importMistakes, targetMistakes,
  notAfterOperator,
  keywordRestMistakes, parameterMistakes, starMistakes,
  asMistakes, classMistake, mappingMistake,
  groupMistake,
  assertMistakes, assignmentMistakes,
  mixedTemplates,
  caseMistakes, handlerBlockMistakes, handlerMistakes, matchMistakes, tryMistakes,
  boundMistakes,
};

export type Mistakes = typeof mistakes;
