const IRREGULAR: Readonly<Record<string, string>> = { person: "people", child: "children", chief: "chiefs" };

function pluralOfWord(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  if (/m[ae]n$/.test(word)) return word.replace(/man$/, "men");
  if (/woman$/.test(word)) return word.replace(/woman$/, "women");
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** Plural forms of a role: "prime ministers"; for "secretary of state" and "attorney general" the noun counts. */
export function pluralOf(role: string): readonly string[] {
  const words = role.split(" ");
  const preposition = words.findIndex((word) => /^(of|in|for|at|to)$/.test(word));
  const head = (preposition > 0 ? preposition : words.length) - 1;
  const plurals = [words.with(head, pluralOfWord(words[head]!)).join(" ")];
  if (words[head] === "general" && head > 0)
    plurals.push(words.with(head - 1, pluralOfWord(words[head - 1]!)).join(" "));
  return plurals;
}
