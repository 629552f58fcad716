// What a program needs that has a mistake in it, or that uses what few programs do.
import "../door.ts";
import { emitMatch } from "../compiler/emit/patterns.ts";
import { rareStatements } from "../compiler/emit/rare-statements.ts";
import { unparse } from "../compiler/emit/unparse.ts";
import { characterByName } from "../syntax/character-names.ts";
import { characterNames } from "../syntax/escapes.ts";
import { textsOf } from "../syntax/message-texts.ts";
import { syntaxTexts } from "../syntax/messages.ts";
import { closest } from "../vm/edit-distance.ts";
import { errorTexts } from "../vm/error-texts.ts";
import { formatAlone, formatException, lastLine } from "../vm/traceback-text.ts";

syntaxTexts.fill(textsOf);
errorTexts.fill({ lastLine, whole: formatException, alone: formatAlone, closest });
characterNames.fill(characterByName);
rareStatements.fill({ match: emitMatch, unparse });
