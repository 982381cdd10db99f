import { expect, test } from "vitest";
import type { Losses } from "./network.js";
import { type DenseName, denseShapes } from "./parameters.js";
import { type Tiny, tinyNetwork } from "./tiny.js";

const total = (losses: Losses): number => losses.tags + losses.arcs + losses.labels + losses.names;

/** Some weights of every matrix and some of the tables. */
function placesOf({ parameters, random }: Tiny): number[] {
  const shapes = Object.entries(denseShapes(parameters.sizes)) as [DenseName, [number, number]][];
  const places = shapes.flatMap(([name, [rows, columns]]) =>
    Array.from({ length: 12 }, () => parameters.at[name] + Math.floor(random.next() * rows * columns)),
  );
  const tables = parameters.touched.slice(0, 40).map((row) => parameters.tables + row * 8 + (row % 8));
  return [...places, ...tables];
}

test("gradients agree with differences of the loss", () => {
  const tiny = tinyNetwork(7, { word: 0, vector: 0, input: 0, layer: 0, head: 0 });
  const { memory, parameters, network, examples } = tiny;
  network.run(examples);
  const places = placesOf(tiny);
  const gradientOffset = parameters.gradientAt.layer1 - parameters.at.layer1;
  const gradients = places.map((place) => memory.f[place + gradientOffset]!);
  const lossWith = (place: number, value: number): number => {
    memory.f[place] = value;
    return total(network.run(examples));
  };
  const step = 3e-3;
  places.forEach((place, i) => {
    const value = memory.f[place]!;
    const slope = (lossWith(place, value + step) - lossWith(place, value - step)) / (2 * step);
    memory.f[place] = value;
    expect(Math.abs(slope - gradients[i]!), `place ${i}`).toBeLessThan(0.01 + 0.02 * Math.abs(slope));
  });
});

test("the same seed gives the same weights, and the loss falls", () => {
  const runs = [1, 2].map(() => {
    const tiny = tinyNetwork(3, { word: 0.1, vector: 0.1, input: 0.1, layer: 0.1, head: 0.1 });
    const losses = Array.from({ length: 60 }, () => {
      const loss = total(tiny.network.run(tiny.examples));
      tiny.parameters.step(5e-3, 100);
      return loss;
    });
    return { losses, weights: tiny.parameters.save().blocks[0]!.slice() };
  });
  expect(runs[0]!.weights).toEqual(runs[1]!.weights);
  expect(runs[0]!.losses.at(-1)!).toBeLessThan(0.5 * runs[0]!.losses[0]!);
});
