// What a program needs that has a mistake in it, or that uses what few programs do.
import "../door.ts";
import { emitMatch } from "../compiler/emit/patterns.ts";
import { rareStatements } from "../compiler/emit/rare-statements.ts";
import { complexBinary } from "../compiler/constants/fold-complex.ts";
import { complexFolding } from "../compiler/constants/fold-numbers.ts";
import { unparse } from "../compiler/emit/unparse.ts";
import { nearestName } from "../protocol/suggest-keyword.ts";
import { characterByName } from "../syntax/character-names.ts";
import { characterNames } from "../syntax/escapes.ts";
import { mistakes } from "../syntax/mistakes/mistakes.ts";
import { knownMistakes } from "../syntax/parser/cursor.ts";
import { patterns } from "../syntax/parser/patterns.ts";
import { patternRule } from "../syntax/parser/try-match.ts";
import { textsOf } from "../syntax/message-texts.ts";
import { syntaxTexts } from "../syntax/messages.ts";
import { bytearraySpec } from "../types/bytearray.ts";
import { bytesMethods, toHex } from "../types/bytes-methods.ts";
import { codeMembers } from "../types/code-members.ts";
import { decode, encode } from "../types/codec.ts";
import { isNumericLetter, isOtherDigit } from "../types/numeric-characters.ts";
import { commonReduce, reduceByName, reduceEx, stateOf } from "../types/object-reduce.ts";
import { originOf } from "../types/coroutine-origin.ts";
import { complexSpec } from "../types/complex.ts";
import { baseExceptionGroupSpec, groupFromReraised, splitGroup } from "../types/exception-group.ts";
import { formatPercent } from "../types/format/percent.ts";
import { formatPercentBytes } from "../types/format/percent-bytes.ts";
import { frameLocalsProxySpec } from "../types/frame-locals-proxy.ts";
import { frozenDictSpec } from "../types/frozendict.ts";
import { sentinelSpec } from "../types/sentinel.ts";
import { memoryIteratorSpec, memoryViewSpec } from "../types/memoryview.ts";
import { rareTypes } from "../types/rare-types.ts";
import { rareMembers } from "../types/rare-members.ts";
import { closest } from "../vm/edit-distance.ts";
import { errorTexts } from "../vm/error-texts.ts";
import { formatAlone, formatException, lastLine } from "../vm/traceback-text.ts";

knownMistakes.fill(mistakes);
syntaxTexts.fill(textsOf);
errorTexts.fill({ lastLine, whole: formatException, alone: formatAlone });
nearestName.fill({ closest });
characterNames.fill(characterByName);
rareStatements.fill({ match: emitMatch, unparse });
rareMembers.fill({ bytesMethods, toHex, percent: formatPercent, percentBytes: formatPercentBytes, splitGroup, groupFromReraised, encode, decode, code: codeMembers, reduceEx, commonReduce, stateOf, isOtherDigit, isNumericLetter, reduceByName, originOf });
complexFolding.fill(complexBinary);
patternRule.fill(patterns);
rareTypes.fill({
  baseExceptionGroup: baseExceptionGroupSpec, bytearray: bytearraySpec, complex: complexSpec, frameLocalsProxy: frameLocalsProxySpec, frozenDict: frozenDictSpec, memoryView: memoryViewSpec, memoryIterator: memoryIteratorSpec, sentinel: sentinelSpec,
});
