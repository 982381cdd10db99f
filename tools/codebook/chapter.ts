/** What the tables say of one category. */
import { BASE_SCORE, type Category, MODE_SCORE, QUAD_OF, scoreOf } from "../../lib/src/core/plover.js";
import { cameoRows, plainCameo } from "./cameo.js";
import { sensesWord, signed, wrap } from "./markdown.js";
import { operatorsOf } from "./operators.js";
import { counted, examplesOf, KINDS, type Sense, wordsOf } from "./senses.js";

const QUAD_NAME = [
  "",
  "cooperation in words",
  "cooperation in deeds",
  "conflict in words",
  "conflict in deeds",
];

function head(category: Category, senses: readonly Sense[]): string {
  const quad = QUAD_OF[category];
  const score = signed(BASE_SCORE[category]);
  const words = wordsOf(senses).length;
  return `Quad ${quad} (${QUAD_NAME[quad]}) · score ${score} · ${sensesWord(senses.length)} of ${words} words and phrases.`;
}

function contexts(senses: readonly Sense[]): string {
  const counts = counted(senses, (sense) => sense.contexts);
  const without = senses.filter((sense) => sense.contexts.length === 0).length;
  const parts = [...counts, ["none", without]].map(([name, count]) => `${name} ${count}`);
  return wrap(`Contexts, by number of senses: ${parts.join(" · ")}.`);
}

function families(senses: readonly Sense[]): readonly string[] {
  return KINDS.flatMap((kind) => {
    const words = wordsOf(senses.filter((sense) => sense.kind === kind));
    return words.length > 0 ? [wrap(`*${kind}* (${words.length}): ${words.join(", ")}`)] : [];
  });
}

function section(category: Category, mode: string | null, senses: readonly Sense[]): string {
  const facts = [
    `score ${signed(scoreOf(category, mode))}`,
    sensesWord(senses.length),
    `CAMEO ${plainCameo(category, mode)}`,
  ];
  const examples = examplesOf(senses).map((sense) => `- ${sense.example} → \`${sense.coding}\``);
  const parts = [`#### ${category}${mode ? `/${mode}` : ", no mode"}`, `${facts.join(" · ")}`];
  if (examples.length > 0) parts.push(examples.join("\n"));
  return [...parts, ...families(senses)].join("\n\n");
}

/** The chapter of `category` after its prose: facts, contexts, operators, modes with examples and words, CAMEO. */
export function chapter(category: Category, all: readonly Sense[]): string {
  const senses = all.filter((sense) => sense.category === category);
  const modes = Object.keys(MODE_SCORE[category] ?? {});
  const plain = senses.filter((sense) => sense.mode === null);
  const sections = modes.map((mode) =>
    section(
      category,
      mode,
      senses.filter((sense) => sense.mode === mode),
    ),
  );
  if (plain.length > 0 || modes.length === 0) sections.unshift(section(category, null, plain));
  return [
    head(category, senses),
    contexts(senses),
    operatorsOf(category),
    ...sections,
    `#### ${category} in CAMEO`,
    cameoRows(category),
  ].join("\n\n");
}
