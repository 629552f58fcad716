import type { TypeSpec } from "../core/define.ts";
import { asyncValueSpec } from "./async-value.ts";
import { boolSpec } from "./bool.ts";
import { builtinFunctionSpec } from "./builtin-function.ts";
import { bytearrayIteratorSpec, bytesIteratorSpec } from "./bytes-iterator.ts";
import { bytesSpec } from "./bytes.ts";
import { cellSpec } from "./cell.ts";
import { classMethodSpec, staticMethodSpec } from "./class-method.ts";
import { codeSpec } from "./code.ts";
import { descriptorSpecs } from "./descriptors.ts";
import { dictKeyIteratorSpec, dictValueIteratorSpec, dictItemIteratorSpec, dictReverseKeyIteratorSpec, dictReverseValueIteratorSpec, dictReverseItemIteratorSpec, dictKeysSpec, dictItemsSpec, dictValuesSpec } from "./dict-views.ts";
import { dictSpec } from "./dict.ts";
import { ellipsisSpec } from "./ellipsis.ts";
import { enumerateSpec } from "./enumerate.ts";
import { EXCEPTION_SPECS } from "./exception-hierarchy.ts";
import { filterSpec } from "./filter.ts";
import { floatSpec } from "./float.ts";
import { frameSpec } from "./frame-object.ts";
import { frozenSetSpec } from "./frozenset.ts";
import { functionSpec } from "./function.ts";
import { generatorSpec, coroutineSpec, coroutineWrapperSpec } from "./generator.ts";
import { genericAliasSpec } from "./generic-alias.ts";
import { intSpec } from "./int.ts";
import { listIteratorSpec, tupleIteratorSpec, sequenceIteratorSpec, listReverseIteratorSpec, callableIteratorSpec } from "./iterators.ts";
import { listSpec } from "./list.ts";
import { mapSpec } from "./map.ts";
import { mappingProxySpec } from "./mapping-proxy.ts";
import { methodSpec } from "./method.ts";
import { moduleSpec } from "./module.ts";
import { noneSpec } from "./none.ts";
import { notImplementedSpec } from "./not-implemented.ts";
import { objectSpec } from "./object.ts";
import { propertySpec } from "./property.ts";
import { rangeSpec, rangeIteratorSpec, longRangeIteratorSpec } from "./range.ts";
import { rareTypeSpecs } from "./rare-types.ts";
import { reversedSpec } from "./reversed.ts";
import { setSpec, setIteratorSpec } from "./set.ts";
import { simpleNamespaceSpec } from "./simple-namespace.ts";
import { sliceSpec } from "./slice.ts";
import { strIteratorSpec, strAsciiIteratorSpec } from "./str-iterator.ts";
import { strSpec } from "./str.ts";
import { superSpec } from "./super.ts";
import { tracebackSpec } from "./traceback.ts";
import { tupleSpec } from "./tuple.ts";
import { typeSpec } from "./type.ts";
import { unionSpecs } from "./union.ts";
import { weakrefSpec } from "./weakref.ts";
import { zipSpec } from "./zip.ts";

/** Every built-in type of a runtime, `object` and `type` first; internal ones are reached by their guest name (`rt.types.list_iterator`). */
export const TYPE_SPECS: readonly TypeSpec[] = [
  objectSpec, typeSpec, asyncValueSpec, boolSpec, builtinFunctionSpec,
  bytearrayIteratorSpec, bytesIteratorSpec, bytesSpec,
  cellSpec, classMethodSpec, staticMethodSpec, codeSpec, dictKeyIteratorSpec, dictValueIteratorSpec,
  dictItemIteratorSpec, dictReverseKeyIteratorSpec, dictReverseValueIteratorSpec, dictReverseItemIteratorSpec, dictKeysSpec,
  dictItemsSpec, dictValuesSpec, dictSpec, ellipsisSpec, enumerateSpec, filterSpec, floatSpec, frameSpec,
  frozenSetSpec, functionSpec, generatorSpec, coroutineSpec, coroutineWrapperSpec, genericAliasSpec, intSpec,
  listIteratorSpec, tupleIteratorSpec, sequenceIteratorSpec, listReverseIteratorSpec, callableIteratorSpec, listSpec, mapSpec,
  mappingProxySpec, ...rareTypeSpecs, methodSpec, moduleSpec, noneSpec, notImplementedSpec, propertySpec, rangeSpec,
  rangeIteratorSpec, longRangeIteratorSpec, reversedSpec, setSpec, setIteratorSpec, simpleNamespaceSpec, sliceSpec,
  strIteratorSpec, strAsciiIteratorSpec, strSpec, superSpec, tracebackSpec, tupleSpec, ...unionSpecs,
  weakrefSpec, zipSpec, ...descriptorSpecs, ...EXCEPTION_SPECS,
];
