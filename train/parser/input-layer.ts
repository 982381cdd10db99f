/** Input of the network: sums of the table rows of a word and its outside vector, in a window of three words. */
import {
  BOUNDARY,
  findRow,
  hashedRows,
  keyHash,
  TABLE_START,
  TABLES,
} from "../../lib/src/language/model/features.js";
import { type Batch, type Context, eachRow } from "./context.js";
import { matrixAt, transposed } from "./memory.js";
import { VECTOR_ROWS } from "./parameters.js";
import { VECTOR_SIZE } from "./vectors.js";

export class InputLayer {
  /** Rows of the tables that make up the vector of each row of the batch. */
  private rowTables: number[][] = [];
  private readonly edgeTables: number[];

  constructor(private readonly context: Context) {
    const hashed = new Int32Array(TABLES);
    hashedRows(BOUNDARY, BOUNDARY, hashed, 0);
    const word = findRow(context.vocabulary.hashes, keyHash(BOUNDARY));
    this.edgeTables = this.tablesOf(word, hashed, 0, false);
  }

  private tablesOf(word: number, hashed: Int32Array, at: number, mayDrop: boolean): number[] {
    const { dropout, random, vocabulary } = this.context;
    const rows = Array.from(hashed.subarray(at * TABLES, (at + 1) * TABLES));
    const isLearned = word >= 0 && vocabulary.learned[word] === 1;
    const isDropped = mayDrop && isLearned && random.next() < dropout.word;
    if (isLearned && !isDropped) rows.push(TABLE_START.at(-1)! + word);
    return rows;
  }

  forward(batch: Batch): void {
    this.gather(batch);
    this.fillWindow(batch);
  }

  /** Sums the table rows of every word, adds projected outside vectors, drops some elements. */
  private gather(batch: Batch): void {
    const { b, memory, vocabulary, parameters, dropout, random } = this.context;
    const { input } = parameters.sizes;
    this.rowTables = [];
    memory.zero(b.x, batch.rows * input);
    memory.zero(b.vectors, (batch.rows + 4) * VECTOR_ROWS);
    eachRow(batch, (row, s, i) => {
      const example = batch.examples[s]!;
      const word = example.word[i]!;
      const tables = this.tablesOf(word, example.hashed, i, true);
      this.rowTables.push(tables);
      for (const t of tables) memory.addTo(b.x + row * input, parameters.tables + t * input, input);
      if (word < 0 || random.next() < dropout.vector) return;
      const vector = vocabulary.vectors.subarray(word * VECTOR_SIZE, (word + 1) * VECTOR_SIZE);
      memory.f.set(vector, b.vectors + row * VECTOR_ROWS);
    });
    const { rows } = batch;
    const projection = matrixAt(parameters.at.vectors, input);
    const x = matrixAt(b.x, input);
    memory.product(matrixAt(b.vectors, VECTOR_ROWS), projection, x, rows, input, VECTOR_ROWS, { add: true });
    this.context.maskElements(rows, b.maskX, b.x, input, dropout.input);
  }

  private edgeVector(): Float32Array {
    const { memory, parameters } = this.context;
    const { input } = parameters.sizes;
    const edge = new Float32Array(input);
    for (const t of this.edgeTables)
      for (let c = 0; c < input; c++) edge[c]! += memory.f[parameters.tables + t * input + c]!;
    return edge;
  }

  /** Lays the vectors of the word before, the word and the word after side by side. */
  private fillWindow(batch: Batch): void {
    const { b, memory, parameters } = this.context;
    const { input } = parameters.sizes;
    const edge = this.edgeVector();
    eachRow(batch, (row, s, i) => {
      for (let k = -1; k <= 1; k++) {
        const to = b.window + row * 3 * input + (k + 1) * input;
        const from = b.x + (row + k) * input;
        if (i + k < 0 || i + k >= batch.examples[s]!.size) memory.f.set(edge, to);
        else memory.f.copyWithin(to, from, from + input);
      }
    });
  }

  private spread(tables: readonly number[], from: number): void {
    const { memory, parameters } = this.context;
    for (const t of tables) memory.addTo(parameters.rowGradient(t), from, parameters.sizes.input);
  }

  /** Folds the window back and hands the gradients of the inputs to the rows of the tables. */
  backward(batch: Batch): void {
    const { b, memory, parameters } = this.context;
    const { input } = parameters.sizes;
    const { rows } = batch;
    memory.zero(b.dx, (rows + 4) * input);
    eachRow(batch, (row, s, i) => {
      for (let k = -1; k <= 1; k++) {
        const from = b.dWindow + row * 3 * input + (k + 1) * input;
        if (i + k < 0 || i + k >= batch.examples[s]!.size) this.spread(this.edgeTables, from);
        else memory.addTo(b.dx + (row + k) * input, from, input);
      }
    });
    memory.multiply(b.dx, b.maskX, rows * input);
    this.rowTables.forEach((tables, row) => {
      this.spread(tables, b.dx + row * input);
    });
    const gradient = matrixAt(parameters.gradientAt.vectors, input);
    const vectors = transposed(matrixAt(b.vectors, VECTOR_ROWS));
    memory.product(vectors, matrixAt(b.dx, input), gradient, VECTOR_ROWS, input, rows, { add: true });
  }
}
