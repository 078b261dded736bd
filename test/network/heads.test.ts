import { lgamma } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { evaluateExpression, evaluator, parseExpression, realNumbers } from '../../src/calculus/index.ts';
import { evaluate } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { exactModel, exactTensor } from '../../src/interpret/index.ts';
import { groupSize, type HeadName, headByName, headNames, randomSource, targetCount } from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

interface Facts {
  /** psi_k^2 in the outputs: with psi_k > 0, d psi_k d psi_k = dq_k dq_k / (4 q_k) is rational where the root is not. */
  readonly squares?: readonly string[];
  /** The density or probability of y, as textbooks write it, with mean and variance, for the outputs `z`. */
  readonly density: (y: readonly number[]) => number;
  readonly mean: number;
  readonly variance: number;
  readonly targets: readonly (readonly number[])[];
}

const e = Math.exp;
const z = [0.3, -0.4, 0.9] as const;
const softmax = z.map((logit) => e(logit) / z.reduce((sum, other) => sum + e(other), 0));
const [k, rate] = [e(z[0]), e(z[1])];
const p = 1 / (1 + e(-z[0]));
const r = 2.5;
const success = 1 / (1 + e(z[0]));
const gaussian = (y: number, mean: number, variance: number): number =>
  e(-((y - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
const halfPrecision = e(-z[1]) / 2;

const facts: Readonly<Record<HeadName, Facts>> = {
  normal: {
    squares: ['z1^2/4'],
    density: ([y]) => gaussian(y!, z[0], 4),
    mean: z[0],
    variance: 4,
    targets: [[0.7], [-3]],
  },
  'normal-learned-variance': {
    density: ([y]) => gaussian(y!, z[0] * halfPrecision, halfPrecision),
    mean: z[0] * halfPrecision,
    variance: halfPrecision,
    targets: [[0.7], [-3]],
  },
  bernoulli: {
    squares: ['4/(1 + exp(-z1))', '4/(1 + exp(z1))'],
    density: ([y]) => (y === 1 ? p : 1 - p),
    mean: p,
    variance: p * (1 - p),
    targets: [[0], [1]],
  },
  categorical: {
    squares: ['z1', 'z2', 'z3'].map((logit) => `4*exp(${logit})/(exp(z1) + exp(z2) + exp(z3))`),
    density: (y) => softmax[y.indexOf(1)]!,
    mean: softmax[0]!,
    variance: softmax[0]! * (1 - softmax[0]!),
    targets: [
      [1, 0, 0],
      [0, 0, 1],
    ],
  },
  poisson: {
    squares: ['4*exp(z1)'],
    density: ([y]) => (e(-k) * k ** y!) / e(lgamma(y! + 1)),
    mean: k,
    variance: k,
    targets: [[0], [4]],
  },
  gamma: {
    density: ([y]) => (rate ** k * y! ** (k - 1) * e(-rate * y!)) / e(lgamma(k)),
    mean: k / rate,
    variance: k / rate ** 2,
    targets: [[0.2], [5]],
  },
  beta: {
    density: ([y]) => (y! ** (k - 1) * (1 - y!) ** (rate - 1) * e(lgamma(k + rate))) / e(lgamma(k) + lgamma(rate)),
    mean: k / (k + rate),
    variance: (k * rate) / ((k + rate) ** 2 * (k + rate + 1)),
    targets: [[0.2], [0.9]],
  },
  'negative-binomial': {
    density: ([y]) => e(lgamma(y! + r) - lgamma(r) - lgamma(y! + 1)) * success ** r * (1 - success) ** y!,
    mean: r * e(z[0]),
    variance: (r * e(z[0])) / success,
    targets: [[0], [7]],
  },
};

describe.each(headNames)('the head %s', (name) => {
  const head = headByName(name, { normal: { scale: 2 }, 'negative-binomial': { successes: r } }[name as string] ?? {});
  const size = groupSize(head, head.group === 'all' ? 3 : 2);
  const outputs = z.slice(0, size);
  const { squares, density, mean, variance, targets } = facts[name];

  test.runIf(squares)('has an isometric embedding: sum dq_k dq_k / (4 q_k) is the exact Fisher metric', () => {
    const model = exactModel(head.law(size));
    const { field } = model;
    const metric = exactTensor(model);
    const forms = squares!.map((q) => evaluateExpression(field, parseExpression(q), (symbol) => field.symbol(symbol)));
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) {
        const terms = forms.map((q) =>
          field.divide(
            field.multiply(field.partial(q, a), field.partial(q, b)),
            field.multiply(field.fromInteger(4), q),
          ),
        );
        expect(field.equals(field.sum(terms), metric.at([a, b]))).toBe(true);
        // Twice the embedding is no isometry.
        const four = field.multiply(field.fromInteger(4), field.sum(terms));
        expect(field.equals(four, metric.at([a, b]))).toBe(field.isZero(metric.at([a, b])));
      }
    }
    const type = tensorType('float64', [1, size]);
    const program = buildProgram('psi', { h: type }, (b, { h }) => ({ psi: head.embedding!(b, h) }));
    const { psi } = evaluate(program, { h: tensor('float64', type.shape, outputs) });
    const meaning = (symbol: string): number => outputs[Number(symbol.slice(1)) - 1]!;
    forms.forEach((q, i) => {
      expect(psi!.data[i]! ** 2).toBeCloseTo(evaluator(field, realNumbers, meaning)(q), 13);
    });
    expect(psi!.data.length).toBe(forms.length);
  });

  test('says that it has no flat embedding where the family is curved', () => {
    expect(head.embedding === undefined).toBe(squares === undefined);
  });

  test('loses minus the logarithm of the density, sample by sample', () => {
    const width = targetCount(head, size);
    const types = {
      h: tensorType('float64', [targets.length, size]),
      y: tensorType('float64', [targets.length, width]),
    };
    const program = buildProgram('loss', types, (b, { h, y }) => ({ loss: head.negativeLogLikelihood(b, h, y) }));
    const { loss } = evaluate(program, {
      h: tensor(
        'float64',
        types.h.shape,
        targets.flatMap(() => outputs),
      ),
      y: tensor('float64', types.y.shape, targets.flat()),
    });
    targets.forEach((y, n) => {
      expect(loss!.data[n]).toBeCloseTo(-Math.log(density(y)), 11);
    });
  });

  test('draws with the mean and the variance of the family', () => {
    const random = randomSource(3);
    const count = 20_000;
    const draws = Array.from({ length: count }, () => head.sample(outputs, random)[0]!);
    const average = draws.reduce((a, b) => a + b) / count;
    const spread = draws.reduce((sum, y) => sum + (y - average) ** 2, 0) / count;
    const fourth = draws.reduce((sum, y) => sum + (y - average) ** 4, 0) / count;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / count));
    expect(Math.abs(spread - variance)).toBeLessThan(4 * Math.sqrt((fourth - spread ** 2) / count));
  });
});

test('groups of outputs are neighbours: two gamma variables read (z1, z2) and (z3, z4)', () => {
  const head = headByName('gamma');
  const loss = (h: readonly number[], y: readonly number[]): number => {
    const types = { h: tensorType('float64', [1, h.length]), y: tensorType('float64', [1, y.length]) };
    const program = buildProgram('loss', types, (b, { h, y }) => ({ loss: head.negativeLogLikelihood(b, h, y) }));
    const values = { h: tensor('float64', types.h.shape, h), y: tensor('float64', types.y.shape, y) };
    return evaluate(program, values)['loss']!.data[0]!;
  };
  expect(loss([0.1, 0.2, 0.3, 0.4], [2, 5])).toBeCloseTo(loss([0.1, 0.2], [2]) + loss([0.3, 0.4], [5]), 12);
});

test('a constant that a head does not have is refused', () => {
  expect(() => headByName('poisson', { scale: 2 })).toThrow(InputError);
  expect(() => headByName('normal', { successes: 2 })).toThrow(/Only the negative-binomial head/);
  expect(() => headByName('negative-binomial', { successes: -1 })).toThrow(InputError);
});
