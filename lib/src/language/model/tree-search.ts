/** Best tree over scored arcs: maximum spanning arborescence with a single root (Chu & Liu 1965, Edmonds 1967). */

/** Scores of arcs: `scores[head * nodes + dependent]`, node 0 the root. */
interface Graph {
  readonly nodes: number;
  readonly scores: Float64Array;
}

/** More than any difference of scores: makes the search use one arc from the root only. */
const ROOT_COST = 1e6;

function bestHeads({ nodes, scores }: Graph): Int32Array {
  const heads = new Int32Array(nodes).fill(-1);
  for (let d = 1; d < nodes; d++) {
    let best = d === 1 && nodes > 2 ? 2 : 0;
    for (let h = 0; h < nodes; h++)
      if (h !== d && scores[h * nodes + d]! > scores[best * nodes + d]!) best = h;
    heads[d] = best;
  }
  return heads;
}

/** Nodes of some cycle among the heads, or nothing. */
export function cycleOf(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node]!;
    }
    if (node <= 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node]!; next !== node; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return undefined;
}

/** The graph with a cycle drawn together into its last node, and the way back. */
function contract(graph: Graph, heads: Int32Array, cycle: readonly number[]) {
  const { nodes, scores } = graph;
  const inCycle = new Uint8Array(nodes);
  for (const node of cycle) inCycle[node] = 1;
  const kept: number[] = [];
  for (let node = 0; node < nodes; node++) if (inCycle[node] === 0) kept.push(node);
  const size = kept.length + 1;
  const smaller = new Float64Array(size * size).fill(-Infinity);
  const entry = new Int32Array(size);
  const exit = new Int32Array(size);
  kept.forEach((outer, i) => {
    kept.forEach((other, j) => {
      smaller[i * size + j] = scores[outer * nodes + other]!;
    });
    for (const node of cycle) {
      const into = scores[outer * nodes + node]! - scores[heads[node]! * nodes + node]!;
      if (into > smaller[i * size + size - 1]!) {
        smaller[i * size + size - 1] = into;
        entry[i] = node;
      }
      const out = scores[node * nodes + outer]!;
      if (i > 0 && out > smaller[(size - 1) * size + i]!) {
        smaller[(size - 1) * size + i] = out;
        exit[i] = node;
      }
    }
  });
  return { graph: { nodes: size, scores: smaller }, kept, entry, exit };
}

/** Cycles drawn together before the rest is cut: sentences of the treebanks need fewer than ten, only noise needs more. */
const MAX_CONTRACTIONS = 32;

/** Cuts all cycles at once: the likeliest root takes a node of each. Not the best tree, but one, in linear time. */
function cutCycles({ nodes, scores }: Graph, heads: Int32Array): Int32Array {
  let root = 1;
  for (let node = 2; node < nodes; node++) if (scores[node]! > scores[root]!) root = node;
  for (let node = 1; node < nodes; node++) if (heads[node] === 0) heads[node] = root;
  heads[root] = 0;
  for (let cycle = cycleOf(heads); cycle !== undefined; cycle = cycleOf(heads)) heads[cycle[0]!] = root;
  return heads;
}

function spanningTree(graph: Graph, contractions = 0): Int32Array {
  const heads = bestHeads(graph);
  const cycle = cycleOf(heads);
  if (cycle === undefined) return heads;
  if (contractions === MAX_CONTRACTIONS) return cutCycles(graph, heads);
  const { graph: smaller, kept, entry, exit } = contract(graph, heads, cycle);
  const solved = spanningTree(smaller, contractions + 1);
  const joined = kept.length;
  for (let i = 1; i < kept.length; i++) heads[kept[i]!] = solved[i] === joined ? exit[i]! : kept[solved[i]!]!;
  const from = solved[joined]!;
  heads[entry[from]!] = kept[from]!;
  return heads;
}

/**
 * Heads (0 the root, words from 1) of the best tree with one root. `score(head, dependent)` counts likewise;
 * index 0 of the result is unused.
 */
export function bestTree(words: number, score: (head: number, dependent: number) => number): Int32Array {
  const nodes = words + 1;
  const scores = new Float64Array(nodes * nodes).fill(-Infinity);
  for (let d = 1; d < nodes; d++)
    for (let h = 0; h < nodes; h++)
      if (h !== d) scores[h * nodes + d] = score(h, d) - (h === 0 ? ROOT_COST : 0);
  return spanningTree({ nodes, scores });
}
