import { describe, expect, it } from 'vitest';
import { NotationError } from '../../src/errors.ts';
import {
  coefficient,
  dummyIndices,
  expectation,
  freeIndices,
  indices,
  minus,
  partial,
  product,
  sum,
  tensor,
} from '../../src/notation/index.ts';

const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join('');

describe('indices', () => {
  it('are read as in TeX, one letter each', () => {
    expect(indices('^k_ij')).toEqual([
      { name: 'k', position: 'up' },
      { name: 'i', position: 'down' },
      { name: 'j', position: 'down' },
    ]);
    expect(indices('^k_i_j')).toEqual(indices('^k_ij'));
    expect(indices('')).toEqual([]);
  });

  it.each(['k', '^', '^K', '_1', '^k ij'])('are not read from "%s"', (text) => {
    expect(() => indices(text)).toThrow(NotationError);
  });
});

describe('a formula', () => {
  it('is free in what is not summed', () => {
    const gamma = tensor('christoffel', '^k_im');
    expect(names(freeIndices(product(gamma, tensor('christoffel', '^m_jl'))))).toBe('kijl');
    expect(names(freeIndices(tensor('riemann', '^k_lkj')))).toBe('lj');
    expect(names(freeIndices(expectation(partial('_i', tensor('logDensity')))))).toBe('i');
    expect(freeIndices(minus(coefficient(1, 2)))).toEqual([]);
  });

  it('knows its dummies, below its top too', () => {
    const contracted = product(tensor('a', '^k'), tensor('b', '_k'));
    expect(dummyIndices(contracted)).toEqual(['k']);
    expect(dummyIndices(partial('_i', contracted))).toEqual(['k']);
    expect(dummyIndices(sum(contracted, product(tensor('c', '^m'), tensor('b', '_m'))))).toEqual(['k', 'm']);
    expect(dummyIndices(tensor('riemann', '^k_lkj'))).toEqual(['k']);
    expect(dummyIndices(expectation(coefficient(1)))).toEqual([]);
  });

  it.each([
    [
      'twice in one position',
      () => product(tensor('a', '_k'), tensor('b', '_k')),
      /index k occurs 2 times .*once up and once down/,
    ],
    ['three times', () => product(tensor('a', '_k'), tensor('b', '^k'), tensor('c', '_k')), /index k occurs 3 times/],
    ['three times in one tensor', () => tensor('a', '^k_kk'), /index k occurs 3 times in one tensor/],
  ])('refuses an index that occurs %s', (_case, build, message) => {
    expect(build).toThrow(message);
    expect(build).toThrow(NotationError);
  });

  it('refuses a sum whose terms differ in free indices or their position', () => {
    expect(() => sum(tensor('a', '_i'), tensor('b', '_j'))).toThrow(/same free indices, got "_i" and "_j"/);
    expect(() => sum(tensor('a', '_i'), tensor('b', '^i'))).toThrow(NotationError);
    expect(() => sum(tensor('a', '_ij'), tensor('b', '_ji'))).not.toThrow();
  });

  it('refuses to use a dummy again beside the factor that sums over it', () => {
    const inner = product(tensor('a', '^k'), tensor('b', '_k'));
    expect(() => product(inner, tensor('c', '_k'))).toThrow(/the dummy k is used again/);
    expect(() => product(inner, inner)).toThrow(/rename one/);
    expect(() => partial('_k', inner)).toThrow(/the dummy k is used again/);
  });

  it.each(['^i', '', '_ij'])('has no partial derivative along "%s"', (place) => {
    expect(() => partial(place, tensor('f'))).toThrow(/one lower index such as "_k"/);
  });
});
