import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseRational, rational } from '../../src/algebra/index.ts';
import { jets, realNumbers } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { binomial, categorical, gibbs, normal, spinModel } from '../../src/families/index.ts';
import {
  constantOf,
  exactField,
  finiteExpectation,
  finiteLogDensities,
  hasFiniteSampleSpace,
  refuseSymbolicConstants,
  withKeptPartials,
} from '../../src/interpret/index.ts';

const pair = gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'none' }));
const simplex = categorical(3);
const trials = binomial(parseRational('6'));
if (!hasFiniteSampleSpace(pair) || !hasFiniteSampleSpace(simplex) || !hasFiniteSampleSpace(trials)) throw new Error();

describe('the states of a finite family', () => {
  it('have probabilities that sum to one, whether the density is normalised as it stands or by its sum', () => {
    for (const family of [pair, simplex]) {
      const field = exactField(family);
      const states = finiteLogDensities(field, family, field.symbol);
      expect(
        field.equals(
          finiteExpectation(field, states)(() => field.one),
          field.one,
        ),
      ).toBe(true);
    }
  });

  it('carry the weight of the base measure: without it the binomial probabilities do not sum to one', () => {
    const states = finiteLogDensities(realNumbers, trials, (name) => (name === 'n' ? 6 : 0.3));
    expect(finiteExpectation(realNumbers, states)(() => 1)).toBeCloseTo(1, 14);
    const bare = states.map((state) => ({ ...state, weight: 1 }));
    expect(finiteExpectation(realNumbers, bare)(() => 1)).toBeLessThan(0.9);
  });

  it('have the log-densities of hand: J s1 s2 - log(4 cosh J), two microstates each', () => {
    const states = finiteLogDensities(realNumbers, pair, () => 0.7);
    const normaliser = Math.log(4 * Math.cosh(0.7));
    expect(states.map(({ weight }) => weight)).toEqual([2, 2]);
    expect(states.map(({ logDensity }) => logDensity).sort((a, b) => a - b)).toEqual([
      expect.closeTo(-0.7 - normaliser, 14),
      expect.closeTo(0.7 - normaliser, 14),
    ]);
  });

  it('do not depend on the shift, except that large exponents need one', () => {
    const largest = (values: readonly number[]) => Math.max(...values);
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (J) => {
        const [plain, shifted] = [undefined, largest].map((shift) =>
          finiteLogDensities(realNumbers, pair, () => J, shift),
        );
        plain.forEach(({ logDensity }, k) => {
          expect(Math.abs(logDensity - shifted[k].logDensity)).toBeLessThan(1e-13 * (1 + Math.abs(J)));
        });
      }),
    );
    expect(finiteLogDensities(realNumbers, pair, () => 1000)[0].logDensity).toBe(-Infinity);
    const far = finiteLogDensities(realNumbers, pair, () => 1000, largest);
    expect(Math.max(...far.map(({ logDensity }) => logDensity))).toBeCloseTo(-Math.log(2), 14);
  });

  it('give expectations by their sum: E[X] of the pair is tanh J', () => {
    const states = finiteLogDensities(realNumbers, pair, () => 0.4);
    const normaliser = Math.log(4 * Math.cosh(0.4));
    const mean = finiteExpectation(realNumbers, states)((logDensity) => (logDensity + normaliser) / 0.4);
    expect(mean).toBeCloseTo(Math.tanh(0.4), 14);
  });
});

it('only listed states make a finite sample space', () => {
  expect([normal(), binomial(), pair].map(hasFiniteSampleSpace)).toEqual([false, false, true]);
});

describe('constants', () => {
  it('have the value that the family gives them, or none', () => {
    expect(constantOf(trials, 'n')).toEqual(rational(6));
    expect(constantOf(binomial(), 'n')).toBeUndefined();
    expect(constantOf(normal(), 'mu')).toBeUndefined();
  });

  it('without a value keep numbers from being computed: the message says which and how', () => {
    expect(() => refuseSymbolicConstants(trials)).not.toThrow();
    expect(() => refuseSymbolicConstants(binomial())).toThrow(InputError);
    expect(() => refuseSymbolicConstants(binomial())).toThrow('need a value for n: give --parameters n=...');
  });
});

it('partial derivatives are taken once per function and coordinate, and are the same', () => {
  const plain = jets(2, 2);
  const partial = vi.fn(plain.partial);
  const field = withKeptPartials({ ...plain, partial });
  const a = field.exp(field.multiply(field.coordinate(0, 1), field.coordinate(1, 2)));
  const [first, second] = [field.partial(a, 0), field.partial(a, 0)];
  expect(second).toBe(first);
  expect(first).toEqual(plain.partial(a, 0));
  expect(field.partial(a, 1)).toEqual(plain.partial(a, 1));
  expect(partial).toHaveBeenCalledTimes(2);
});
