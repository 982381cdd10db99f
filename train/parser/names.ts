/** Names as classes of words (BIOES over the kinds), the target of the names task. */
import { NAME_CLASSES, nameClass } from "../../lib/src/language/model/names.js";
import type { NameKind } from "../../lib/src/language/types.js";

export { NAME_CLASSES };
/** Words that do not count in the names task. */
export const NO_LABEL = -1;

export interface Name {
  start: number;
  end: number;
  kind: NameKind;
}

/** Classes of `size` words with these names, which do not overlap. */
export function encodeNames(size: number, names: readonly Name[]): Int8Array {
  const classes = new Int8Array(size);
  for (const { start, end, kind } of names)
    for (let i = start; i < end; i++) {
      const only = end - start === 1;
      const place = only ? "S" : i === start ? "B" : i === end - 1 ? "E" : "I";
      classes[i] = nameClass(place, kind);
    }
  return classes;
}
