import { LONGEST_SUFFIX, type SuffixList, WHOLE } from "../../lib/src/language/lemma/suffixes.js";

/** How often each class was seen with an end of word. */
type Counts = Map<number, number>;

/** A rule is kept where it puts right at least so many words that a shorter end gets wrong. */
export interface Gains {
  readonly suffix: number;
  readonly whole: number;
}

/** Power of a word's count in the counts of its ends; chosen on EWT and GUM dev. */
const ROOT = 0.3;

const PRINTABLE = /^[\x21-\x7e]*$/;

function bump(table: Map<string, Counts>, key: string, label: number, times: number): void {
  const counts = table.get(key) ?? new Map<number, number>();
  table.set(key, counts);
  counts.set(label, (counts.get(label) ?? 0) + times);
}

function best(counts: Counts): number {
  let label = -1;
  let most = -1;
  for (const [candidate, count] of counts)
    if (count > most || (count === most && candidate < label)) {
      label = candidate;
      most = count;
    }
  return label;
}

/** Collects (form, class) pairs and makes the shortest list of ends that tells them apart. */
export class SuffixTree {
  private readonly table = new Map<string, Counts>();
  private readonly words = new Map<string, Counts>();

  /** `isRegular(class, number of its forms)`: may be learned from ends; other classes stay with whole words. */
  constructor(private readonly isRegular: (label: number, forms: number) => boolean) {}

  has(form: string): boolean {
    return this.words.has(form);
  }

  add(form: string, label: number): void {
    bump(this.words, form, label, 1);
  }

  /**
   * Ends of words are counted with the root of each word's count: "said" must not outvote a hundred verbs,
   * and a misspelling must not count as much as a word.
   */
  private count(): void {
    const forms: Counts = new Map();
    for (const counts of this.words.values())
      for (const label of counts.keys()) forms.set(label, (forms.get(label) ?? 0) + 1);
    for (const [form, counts] of this.words) {
      const hasKeys = PRINTABLE.test(form) && !form.includes(WHOLE);
      for (const [label, count] of counts) {
        if (hasKeys) bump(this.table, WHOLE + form, label, count);
        if (!this.isRegular(label, forms.get(label)!)) continue;
        const times = count ** ROOT;
        bump(this.table, "", label, times);
        for (let length = 1; hasKeys && length <= Math.min(LONGEST_SUFFIX, form.length); length++)
          bump(this.table, form.slice(-length), label, times);
      }
    }
  }

  /** Ends from short to long, whole words last, so that each is judged against what it would inherit. */
  toList(gains: Gains): SuffixList {
    this.count();
    const list = new Map<string, number>();
    const rank = (key: string) => (key.startsWith(WHOLE) ? 100 + key.length : key.length);
    const keys = [...this.table.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    for (const key of keys) {
      const counts = this.table.get(key)!;
      const label = best(counts);
      const inherited = this.inherited(list, key);
      const gain = counts.get(label)! - (counts.get(inherited) ?? 0);
      const needed = key.startsWith(WHOLE) ? gains.whole : gains.suffix;
      if (key === "" || (label !== inherited && gain >= needed)) list.set(key, label);
    }
    return list;
  }

  private inherited(list: SuffixList, key: string): number {
    const end = key.slice(1);
    for (let at = Math.max(0, end.length - LONGEST_SUFFIX); at <= end.length; at++) {
      const known = list.get(end.slice(at));
      if (known !== undefined) return known;
    }
    return -1;
  }
}
