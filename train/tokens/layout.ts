import type { ConlluSentence, ConlluToken } from "../../lib/src/language/conllu.js";
import type { Random } from "../random.js";

/** How a document is set: news comes with blank lines, with one paragraph per line, or with hard line ends. */
export interface Layout {
  /** Between paragraphs. */
  readonly paragraph: "\n\n" | "\n";
  /** Every sentence on a line of its own. */
  readonly sentenceLines: boolean;
  /** Sentences that end without a final mark (titles, list items, addresses) end their line with this chance. */
  readonly openLineChance: number;
  /** Longest line in characters; 0 = never wrapped. */
  readonly width: number;
  /** Chance of a stray line end at a space (web pages pasted as text). */
  readonly strayBreak: number;
  /** Straight quotes and apostrophes become curly. */
  readonly curly: boolean;
  /** Double quotes become single ones, as British papers print them. */
  readonly single: boolean;
  /** Quotation marks as two accents (`` and '') and dashes as "_": wires of the 1990s. */
  readonly wire: boolean;
  /** Quotation marks and clitics stand alone between spaces (texts from older corpora). */
  readonly detached: boolean;
  /** Sentences that are written in capitals (headlines), as a chance. */
  readonly capitals: number;
}

export const PLAIN: Layout = {
  paragraph: "\n\n",
  sentenceLines: false,
  openLineChance: 0,
  width: 0,
  strayBreak: 0,
  curly: false,
  single: false,
  wire: false,
  detached: false,
  capitals: 0,
};

/** A document set as text, with the gold decisions as character offsets. */
export interface SetText {
  readonly text: string;
  readonly tokenFrom: ReadonlySet<number>;
  /** Character after each sentence. */
  readonly sentenceTo: ReadonlySet<number>;
  /** Characters where a token is cut into words. */
  readonly cutAt: ReadonlySet<number>;
}

/** Draws one of the layouts; the shares follow what the texts of `documents/texts` and releases look like. */
export function drawLayout(random: Random): Layout {
  const wrapped = random.chance(0.35);
  const stray = !wrapped && random.chance(0.35);
  return {
    paragraph: random.chance(wrapped && !stray ? 0.7 : 0.15) ? "\n\n" : "\n",
    sentenceLines: !wrapped && random.chance(0.1),
    openLineChance: random.chance(0.5) ? 0.7 : 0,
    width: wrapped ? random.between(55, 100) : 0,
    strayBreak: stray ? random.next() * 0.1 : 0,
    curly: random.chance(0.4),
    single: random.chance(0.3),
    wire: random.chance(0.06),
    detached: random.chance(0.1),
    capitals: random.chance(0.1) ? 0.05 : 0,
  };
}

const FINAL = /[.!?…:;"'”’)\]]$/;

function endsOpen(sentence: ConlluSentence): boolean {
  return !FINAL.test(sentence.tokens.at(-1)!.form);
}

/** Writes one document; `random` decides only what the layout leaves open. */
export function setDocument(sentences: readonly ConlluSentence[], layout: Layout, random: Random): SetText {
  return new Setter(layout, random).set(sentences);
}

function curled(straight: string, opens: boolean): string {
  if (straight === "'") return opens ? "‘" : "’";
  return opens ? "“" : "”";
}

class Setter {
  private text = "";
  private lineStart = 0;
  private quoteOpen = false;
  private readonly tokenFrom = new Set<number>();
  private readonly sentenceTo = new Set<number>();
  private readonly cutAt = new Set<number>();

  constructor(
    private readonly layout: Layout,
    private readonly random: Random,
  ) {}

  set(sentences: readonly ConlluSentence[]): SetText {
    for (const [k, sentence] of sentences.entries()) {
      if (k > 0 && sentence.startsParagraph) this.startParagraph();
      this.sentence(sentence);
    }
    return { text: this.text, tokenFrom: this.tokenFrom, sentenceTo: this.sentenceTo, cutAt: this.cutAt };
  }

  private startParagraph(): void {
    this.text = this.text.trimEnd() + this.layout.paragraph;
    this.lineStart = this.text.length;
    this.quoteOpen = false;
  }

  private sentence(sentence: ConlluSentence): void {
    const capitals = this.random.chance(this.layout.capitals);
    const tokens = sentence.tokens;
    for (const [k, token] of tokens.entries()) {
      if (this.layout.detached) this.detached(token);
      else this.token(token, capitals);
      if (k < tokens.length - 1 && (token.spaceAfter || this.setsApart(token, tokens[k + 1]!))) this.space();
    }
    this.sentenceTo.add(this.text.length);
    if (tokens.at(-1)!.spaceAfter) this.sentenceSpace(sentence);
  }

  private setsApart(token: ConlluToken, next: ConlluToken): boolean {
    return this.layout.detached && (token.form === '"' || next.form === '"');
  }

  private token(token: ConlluToken, capitals: boolean): void {
    const from = this.text.length;
    this.tokenFrom.add(from);
    let cut = from;
    for (const word of token.words.slice(0, -1)) {
      cut += word.form.length;
      this.cutAt.add(cut);
    }
    const upper = token.form.toUpperCase();
    const form = capitals && upper.length === token.form.length ? upper : token.form;
    if (this.layout.wire) this.text += this.wired(form);
    else this.text += this.layout.curly || this.layout.single ? this.quoted(form) : form;
  }

  /** A multi-word token with a clitic becomes tokens of their own; nothing else changes. */
  private detached(token: ConlluToken): void {
    const clitic = token.words.length === 2 && /^(n't|'.*)$/.test(token.words[1]!.form);
    for (const [k, word] of (clitic ? token.words : []).entries()) {
      if (k > 0) this.text += " ";
      this.token({ form: word.form, spaceAfter: true, words: [word] }, false);
    }
    if (!clitic) this.token(token, false);
  }

  private wired(form: string): string {
    if (form === "--" || form === "—") return "_";
    if (form !== '"') return form;
    this.quoteOpen = !this.quoteOpen;
    return this.quoteOpen ? "``" : "''";
  }

  /** The form with the quotation marks of the layout; a quotation that is open is closed by the next mark. */
  private quoted(form: string): string {
    const { curly, single } = this.layout;
    if (form === '"') {
      this.quoteOpen = !this.quoteOpen;
      const straight = single ? "'" : '"';
      return curly ? curled(straight, this.quoteOpen) : straight;
    }
    const opens = form === "'" && (this.text === "" || /\s$/.test(this.text));
    return curly ? form.replaceAll("'", curled("'", opens)) : form;
  }

  private space(): void {
    const { width, strayBreak } = this.layout;
    const full = width > 0 && this.text.length - this.lineStart > width - 6;
    if (full || this.random.chance(strayBreak)) this.breakLine();
    else this.text += " ";
  }

  private sentenceSpace(sentence: ConlluSentence): void {
    const ownLine = endsOpen(sentence) && this.random.chance(this.layout.openLineChance);
    if (this.layout.sentenceLines || ownLine) this.breakLine();
    else this.space();
  }

  private breakLine(): void {
    this.text += "\n";
    this.lineStart = this.text.length;
  }
}
