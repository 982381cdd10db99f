/**
 * East Asian given names of two syllables with a hyphen ("Jong-un", "Tse-tung") are one word, as GUM mostly has them:
 * cut in three their second syllable is read as a preposition ("in") or a pronoun ("ho").
 */
import type { Tokenized } from "../types.js";

const FIRST = new Set(
  "Jong Jae Yo Kyung Sung Hyun Min Chul Xiao Wen Jin Tae Byung Kwang Ming Chun Soo Dong Suk Geun Myung Moo Dae Nam Il Hyong Ryong Ju Se Byong Yong Chol Yiu Wai Chi Siu Pik Ka Kwok Cheuk Teng Yeung Ying Hyok Kai Tse Hye Eun Ja Woo Chong Hyung Kyu Sang Seung Doo Hak Ki Ri Sol Song Pong Thae Un Tsung Wu Shui Su Chen Jeou Ha Ho Bo Joo Ye So Na Mi Seo Hee Jin Sun Young Kun Gyu Hwa".split(
    " ",
  ),
);
const SECOND = new Set(
  "un in jong hwa ho min chul sik hee hui wook suk yeol jun ping kun gyu nam pyo hyo hyun jin jae sun ja soo woo hyung kyu tae dong seok won ju joo sook wha chung ching wan kin yan tat fung chun keung lai wai jeou wen yi ying sung il chol gun su ok hae rim shek tung lai hui hsien chen bian hoon seop hyuk mo ryol ryong song sol chan sam bok jo".split(
    " ",
  ),
);

function isGivenName(words: Tokenized, row: number): boolean {
  const { text, from, to } = words;
  if (to[row] !== from[row + 1] || to[row + 1] !== from[row + 2]) return false;
  if (to[row + 1]! - from[row + 1]! !== 1 || text.charCodeAt(from[row + 1]!) !== HYPHEN) return false;
  return FIRST.has(text.slice(from[row], to[row])) && SECOND.has(text.slice(from[row + 2], to[row + 2]));
}
const HYPHEN = 0x2d;

/** Joins the words of such names. Ranges, glue marks and sentence starts move along. */
export function joinGivenNames(words: Tokenized): Tokenized {
  const drop = new Uint8Array(words.size);
  let dropped = 0;
  for (let row = 0; row + 2 < words.size; row++) {
    if (!isGivenName(words, row)) continue;
    drop[row + 1] = drop[row + 2] = 1;
    dropped += 2;
  }
  return dropped === 0 ? words : withoutRows(words, drop, words.size - dropped);
}

function withoutRows(words: Tokenized, drop: Uint8Array, size: number): Tokenized {
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  const glued = new Uint8Array(size);
  const moved = new Uint32Array(words.size + 1);
  let next = 0;
  for (let row = 0; row < words.size; row++) {
    moved[row] = next;
    if (drop[row] === 1) to[next - 1] = words.to[row]!;
    else {
      from[next] = words.from[row]!;
      to[next] = words.to[row]!;
      glued[next++] = words.glued[row]!;
    }
  }
  moved[words.size] = size;
  const sentenceStart = words.sentenceStart.map((start) => moved[start]!);
  return { text: words.text, size, from, to, glued, sentenceStart };
}
