import { describe, expect, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { evaluate } from '../../src/engine/index.ts';
import { binomial, categorical, type Family, reparametrize, typedFamily } from '../../src/families/index.ts';
import { exactModel, exactTensor, lowerClosedForms } from '../../src/interpret/index.ts';
import {
  categoricalHead,
  type FiniteLaw,
  finiteHead,
  type Head,
  outputCoordinates,
  randomSource,
} from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { jvp } from '../../src/transform/index.ts';

const softmax = { p1: 'exp(z1)/(exp(z1)+exp(z2)+exp(z3))', p2: 'exp(z2)/(exp(z1)+exp(z2)+exp(z3))' };
const unnormalised: Family = {
  ...typedFamily({ logDensity: 'z1*x^2 + z2*x', variables: 'x {-1,0,2}', parameters: 'z1 real, z2 real' }).family,
  normalised: false,
};
const laws: readonly (readonly [string, FiniteLaw, readonly number[]])[] = [
  ['three classes', reparametrize(categorical(3), outputCoordinates(3), softmax) as FiniteLaw, [0.2, -0.5, 1]],
  [
    'a binomial law, whose states have weights',
    reparametrize(binomial(rational(4)), outputCoordinates(1), { theta: '1/(1 + exp(-z1))' }) as FiniteLaw,
    [0.6],
  ],
  ['a density that is not normalised', unnormalised as FiniteLaw, [-0.3, 0.4]],
];

function run(head: Head, program: (head: Head) => ReturnType<typeof buildProgram>, values: Record<string, number[]>) {
  const tensors = Object.fromEntries(
    Object.entries(values).map(([name, row]) => [name, tensor('float64', [1, row.length], row)]),
  );
  return evaluate(program(head), tensors);
}

const psi = (size: number) => (head: Head) =>
  buildProgram('psi', { h: tensorType('float64', [1, size]) }, (b, { h }) => ({ psi: head.embedding!(b, h) }));

test('2 sqrt(p) is an isometric embedding whatever the probabilities depend on: with p = r^2/4, dr dr = p dlog p dlog p', () => {
  const { field } = exactModel(
    reparametrize(binomial(rational(1)), outputCoordinates(1), { theta: '1/(1 + exp(-z1))' }),
  );
  const form = (text: string) => evaluateExpression(field, parseExpression(text), (name) => field.symbol(name));
  // r = exp(z1) stands for any positive function: both sides hold only its differential.
  const [r, p, wrong] = [form('exp(z1)'), form('exp(z1)^2/4'), form('exp(z1)^2')];
  const square = (e: typeof r) => field.multiply(e, e);
  const information = (q: typeof r) => field.multiply(q, square(field.divide(field.partial(q, 0), q)));
  expect(field.equals(square(field.partial(r, 0)), information(p))).toBe(true);
  expect(field.equals(square(field.partial(r, 0)), information(wrong))).toBe(false);
});

describe.each(laws)('the head of %s', (_, law, z) => {
  const head = finiteHead(law, 'a finite law');
  const size = z.length;

  test('has an embedding whose differential has the exact Fisher metric', () => {
    const model = exactModel(law);
    const metric = exactTensor(model);
    const names = law.coordinates.map(({ name }) => name);
    const pairs = names.flatMap((__, a) => names.map((___, b) => [a, b] as const));
    const exact = evaluate(
      lowerClosedForms({
        name: 'metric',
        forms: model.field,
        outputs: Object.fromEntries(pairs.map(([a, b]) => [`g${a}${b}`, metric.at([a, b])])),
        inputs: names,
      }),
      Object.fromEntries(names.map((name, i) => [name, tensor('float64', [], [z[i]!])])),
    );
    const differential = (direction: number) => {
      const d_h = Array.from({ length: size }, (__, i) => (i === direction ? 1 : 0));
      return [...run(head, (given) => jvp(psi(size)(given), { wrt: ['h'] }), { h: [...z], d_h })['d_psi']!.data];
    };
    const columns = names.map((__, a) => differential(a));
    for (const [a, b] of pairs) {
      const product = columns[a]!.reduce((sum, entry, k) => sum + entry * columns[b]![k]!, 0);
      expect(product).toBeCloseTo(exact[`g${a}${b}`]!.data[0]!, 13);
    }
  });

  test('loses minus the logarithm of the probability of the state that came', () => {
    const roots = run(head, psi(size), { h: [...z] })['psi']!.data;
    const probabilities = Array.from(roots, (root) => root ** 2 / 4);
    expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 13);
    law.sampleSpace.states.forEach((state, k) => {
      const y = state.map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
      const types = { h: tensorType('float64', [1, size]), y: tensorType('float64', [1, y.length]) };
      const loss = (given: Head) =>
        buildProgram('loss', types, (b, { h, y }) => ({ loss: given.negativeLogLikelihood(b, h, y) }));
      const weight = Number(law.sampleSpace.weights?.[k] ?? 1);
      const found = run(head, loss, { h: [...z], y })['loss']!.data[0]!;
      expect(found).toBeCloseTo(-Math.log(probabilities[k]! / weight), 12);
    });
  });

  test('draws its states as often as they are probable', () => {
    const roots = run(head, psi(size), { h: [...z] })['psi']!.data;
    const random = randomSource(4);
    const count = 6000;
    const seen = new Map<string, number>();
    for (let i = 0; i < count; i += 1) {
      const key = head.sample(z, random).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    law.sampleSpace.states.forEach((state, k) => {
      const p = roots[k]! ** 2 / 4;
      const key = state.map(({ numerator, denominator }) => Number(numerator) / Number(denominator)).join();
      expect(Math.abs((seen.get(key) ?? 0) / count - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / count));
    });
  });
});

test('three classes with softmax links have the embedding of the categorical head', () => {
  const [, law, z] = laws[0]!;
  const built = run(categoricalHead(), psi(3), { h: [...z] })['psi']!.data;
  expect([...run(finiteHead(law, ''), psi(3), { h: [...z] })['psi']!.data]).toEqual(
    Array.from(built, (entry) => expect.closeTo(entry, 14)),
  );
});

test('sums over states are taken relative to the largest: large outputs do not overflow', () => {
  const [, law] = laws[2]!;
  const roots = run(finiteHead(law, ''), psi(2), { h: [900, 10] })['psi']!.data;
  expect([...roots]).toEqual([0, 0, 2].map((entry) => expect.closeTo(entry, 12)));
});
