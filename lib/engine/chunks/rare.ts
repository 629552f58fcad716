// What a program needs that has a mistake in it, or that uses what few programs do.
import "../door.ts";
import { emitMatch } from "../compiler/emit/patterns.ts";
import { rareStatements } from "../compiler/emit/rare-statements.ts";
import { complexBinary } from "../compiler/constants/fold-complex.ts";
import { complexFolding } from "../compiler/constants/fold-numbers.ts";
import { unparse } from "../compiler/emit/unparse.ts";
import { characterByName } from "../syntax/character-names.ts";
import { characterNames } from "../syntax/escapes.ts";
import { mistakes } from "../syntax/mistakes/mistakes.ts";
import { knownMistakes } from "../syntax/parser/cursor.ts";
import { textsOf } from "../syntax/message-texts.ts";
import { syntaxTexts } from "../syntax/messages.ts";
import { bytesMethods } from "../types/bytes-methods.ts";
import { replaceFields } from "../types/code-replace.ts";
import { decode, encode } from "../types/codec.ts";
import { commonReduce, reduceEx, stateOf } from "../types/object-reduce.ts";
import { rareMembers } from "../types/rare-members.ts";
import { closest } from "../vm/edit-distance.ts";
import { errorTexts } from "../vm/error-texts.ts";
import { formatAlone, formatException, lastLine } from "../vm/traceback-text.ts";

knownMistakes.fill(mistakes);
syntaxTexts.fill(textsOf);
errorTexts.fill({ lastLine, whole: formatException, alone: formatAlone, closest });
characterNames.fill(characterByName);
rareStatements.fill({ match: emitMatch, unparse });
rareMembers.fill({ bytesMethods, encode, decode, replaceFields, reduceEx, commonReduce, stateOf });
complexFolding.fill(complexBinary);
