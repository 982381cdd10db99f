/** Seeded pseudo-random numbers (mulberry32, Tommy Ettinger, public domain): the same seed gives the same weights. */
export class Random {
  /** May be kept in a checkpoint and set again. */
  state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Integer in [low, high). */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low));
  }

  /** Uniform in -range ... range. */
  around(range: number): number {
    return (2 * this.next() - 1) * range;
  }

  /** Shuffles in place (Fisher and Yates). */
  shuffle<L extends { [index: number]: unknown; readonly length: number }>(list: L): L {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.between(0, i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }
}
