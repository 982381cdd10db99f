import type { RawLemma } from "./rawWords.js";

/** Irregular verbs of English: base, past, participle. */
const VERBS = `
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; befall befell befallen;
begin began begun; bend bent bent; beset beset beset; bet bet bet; bid bid bid; bind bound bound; bite bit bitten;
bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought; build built built;
burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling clung clung;
come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; draw drew drawn;
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt;
fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown; forbid forbade forbidden;
forget forgot forgotten; forgive forgave forgiven; forsake forsook forsaken; freeze froze frozen; get got gotten;
give gave given; go went gone; grind ground ground; grow grew grown; hang hung hung; hear heard heard;
hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; kneel knelt knelt; know knew known;
lay laid laid; lead led led; leave left left; lend lent lent; let let let; light lit lit; lose lost lost;
make made made; mean meant meant; meet met met; pay paid paid; put put put; quit quit quit; read read read;
ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought;
sell sold sold; send sent sent; set set set; shake shook shaken; shed shed shed; shine shone shone; shoot shot shot;
show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat;
slay slew slain; sleep slept slept; slide slid slid; speak spoke spoken; speed sped sped; spend spent spent;
spin spun spun; split split split; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; stride strode stridden; strike struck struck; strive strove striven;
swear swore sworn; sweep swept swept; swim swam swum; swing swung swung; take took taken; teach taught taught;
tear tore torn; tell told told; think thought thought; throw threw thrown; thrust thrust thrust; tread trod trodden;
understand understood understood; wake woke woken; wear wore worn; weave wove woven; weep wept wept; win won won;
wind wound wound; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood;
wring wrung wrung; write wrote written; overcome overcame overcome; overthrow overthrew overthrown;
overtake overtook overtaken; override overrode overridden; oversee oversaw overseen; overrun overran overrun;
undergo underwent undergone; undertake undertook undertaken; uphold upheld upheld; offset offset offset;
rebuild rebuilt rebuilt; retake retook retaken; rewrite rewrote rewritten; outdo outdid outdone; foresee foresaw foreseen;
mislead misled misled; mistake mistook mistaken; broadcast broadcast broadcast; forecast forecast forecast;
undo undid undone; do did done; foretell foretold foretold; outrun outran outrun; resell resold resold`;

/** Past tenses and participles of the irregular verbs. */
export function irregularLemmas(): RawLemma[] {
  return VERBS.split(";").flatMap((line) => {
    const [lemma, past, participle] = line.trim().split(" ") as [string, string, string];
    return [
      { form: past, upos: "VERB", xpos: "VBD", lemma },
      { form: participle, upos: "VERB", xpos: "VBN", lemma },
    ];
  });
}
