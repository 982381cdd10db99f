/** News sets headlines in its own way: some sentences come back in title case or capitals, annotation unchanged. */

import type { Random } from "../random.js";
import type { Sentence } from "./sentence.js";

/** Shares of sentences that are repeated as headlines and in capitals (a guess: about a headline in 30 lines). */
const TITLE_SHARE = 0.03;
const CAPITAL_SHARE = 0.01;
/** Words that title case leaves small. */
const SMALL = /^(a|an|the|of|in|on|at|to|for|by|and|or|but|as|'s|’s|n't|n’t)$/;
const LONGEST = 25;

const capital = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);

function titleCase(forms: readonly string[]): string[] {
  return forms.map((form, i) => (i > 0 && SMALL.test(form) ? form : capital(form)));
}

/** Without the full stop at the end, where nothing hangs on it. */
function withoutStop(sentence: Sentence): Sentence {
  const last = sentence.forms.length - 1;
  if (sentence.forms[last] !== "." || sentence.head.includes(last + 1) || last < 1) return sentence;
  return {
    forms: sentence.forms.slice(0, last),
    upos: sentence.upos.slice(0, last),
    xpos: sentence.xpos.slice(0, last),
    head: sentence.head.slice(0, last),
    deprel: sentence.deprel.slice(0, last),
    names: sentence.names.slice(0, last),
  };
}

/** Copies of some short sentences as headlines. */
export function headlines(sentences: readonly Sentence[], random: Random): Sentence[] {
  const copies: Sentence[] = [];
  for (const sentence of sentences) {
    const draw = random.next();
    if (draw >= TITLE_SHARE + CAPITAL_SHARE || sentence.forms.length > LONGEST) continue;
    const short = withoutStop(sentence);
    const forms = draw < TITLE_SHARE ? titleCase(short.forms) : short.forms.map((form) => form.toUpperCase());
    copies.push({ ...short, forms });
  }
  return copies;
}
