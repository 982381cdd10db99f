/** Products of word types with the first layer, kept in the kernel's memory. */
import { BOUNDARY, findRow, hashedRows, keyHash, TABLE_START, TABLES, wordKey } from "./features.js";
import { TYPE_SLOTS } from "./layout.js";
import { multiply, type Weights } from "./weights.js";

/**
 * A slot holds the products of one word vector with the first layer as the word before, the word itself and the
 * word after: 3 x 8 x hidden floats. The first slot belongs to the edge of a sentence.
 */
export class TypeCache {
  private readonly slots = new Map<string, number>();
  private readonly hashed = new Int32Array(TABLES);
  private waiting = 0;

  constructor(private readonly weights: Weights) {
    this.begin(TYPE_SLOTS);
  }

  /** Makes room for `rows` new words; where there is too little, forgets all. */
  begin(rows: number): void {
    if (this.slots.size + rows < TYPE_SLOTS) return;
    this.slots.clear();
    this.slot(BOUNDARY);
    this.flush();
  }

  /** Slot of a form. Its products are there after the next `flush`. */
  slot(form: string): number {
    const known = this.slots.get(form);
    if (known !== undefined) return known;
    const slot = this.slots.size;
    this.slots.set(form, slot);
    this.writeVector(form, this.waiting++);
    return slot;
  }

  /** Multiplies the vectors of the new forms, which hold the last slots. */
  flush(): void {
    if (this.waiting === 0) return;
    const { at, header } = this.weights;
    const gates = 8 * header.hidden;
    const first = at.types + (this.slots.size - this.waiting) * 3 * gates;
    [at.before, at.own, at.after].forEach((matrix, k) => {
      multiply(this.weights, matrix, at.vectors, header.input, this.waiting, first + k * gates, 3 * gates);
    });
    this.waiting = 0;
  }

  /** Sum of the table rows of a form, in float32, at a row of the buffer of new vectors. */
  private writeVector(form: string, row: number): void {
    const { at, header, kernel, tables } = this.weights;
    const { input } = header;
    const { memory } = kernel;
    const to = at.vectors + row * input;
    memory.fill(0, to, to + input);
    const key = wordKey(form);
    hashedRows(form, key, this.hashed, 0);
    const word = findRow(tables.words, keyHash(key));
    for (let t = 0; t <= TABLES; t++) {
      if (t === TABLES && word < 0) break;
      const source = t === TABLES ? TABLE_START[TABLES]! + word : this.hashed[t]!;
      const scale = tables.scales[source]!;
      for (let c = 0, from = source * input; c < input; c++)
        memory[to + c]! += tables.rows[from + c]! * scale;
    }
  }
}
