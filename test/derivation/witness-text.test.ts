import { expect, it } from 'vitest';
import { witnessText } from '../../src/derivation/witness-text.ts';

const witness = {
  model: {
    sizes: { X: 2 },
    dimension: 1,
    naturals: { m: 1 },
    points: {},
    functions: { f: { '1;0': { '': '1/2', '0': '-1' } } },
  },
  left: '8',
  right: '16',
};

it('a witness is told with both sides and the whole model', () => {
  expect(witnessText(witness)).toBe('8 against 16, with m = 1; 2 elements in X; f(1, 0) = 1/2; ∂0 f(1, 0) = -1');
});

it('a witness with functions of real arguments writes them out', () => {
  const polynomials = {
    σ: { '': { '0': { '': '1' }, '1': { '[]': '2' }, '2': { '[]': '1' }, '3': { '[]': '0' } } },
    L: { '3': { '1': { '[0]': '1/2', '[1]': '1' } } },
  };
  const model = { sizes: {}, dimension: 1, naturals: {}, points: {}, functions: {}, polynomials };
  expect(witnessText({ model, left: '1', right: '2' })).toBe(
    '1 against 2, with σ(u) = 1 + (2 u) + (u)^2/2!; L(3, u) = (1/2 u[0] + u[1])',
  );
});

it('a witness that needs no model is told with both sides alone', () => {
  const model = { sizes: {}, dimension: 1, naturals: {}, points: {}, functions: {} };
  expect(witnessText({ model, left: '1', right: '2' })).toBe('1 against 2');
});

it('a witness of numbers has as many digits as are asked for', () => {
  const instance = { inputs: { theta: 1 }, left: [1 / 3, 2], right: 0 };
  expect(witnessText(instance, 4)).toBe('(0.3333, 2) against 0 at theta = 1');
});
