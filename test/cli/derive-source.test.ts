import { describe, expect, it } from 'vitest';
import { isNonRegular, sourceOf } from '../../src/cli/derive-source.ts';
import { largestSampleSpace } from '../../src/families/index.ts';
import { refusal } from './derived-events.ts';

describe('bad input is refused:', () => {
  it('an unknown family, with the list', () => {
    expect(refusal('gauss')).toMatch(
      /^unknown family "gauss": the families are bernoulli, beta, binomial, .*normal, .*poisson/,
    );
  });

  it('a point outside the domain, with the condition that failed', () => {
    expect(refusal('normal', { at: { mu: '0', sigma: '-2' } })).toBe('sigma must be positive, got -2');
    expect(refusal('binomial', { parameters: { n: '3' }, at: { theta: '1' } })).toBe(
      'theta must be between 0 and 1, got 1',
    );
    expect(refusal('categorical', { at: { p1: '0.5', p2: '0.6' } })).toMatch(
      /1 - p1 - p2 must be positive, got -0\.1$/,
    );
  });

  it('a point that is not a list of numbers, or not of the coordinates', () => {
    expect(refusal('normal', { at: { mu: 'zero', sigma: '1' } })).toMatch(/^mu: expected a number/);
    expect(refusal('normal', { at: { mu: '1/0', sigma: '1' } })).toMatch(/^mu: /);
    expect(refusal('normal', { at: { mu: '0' } })).toBe('no value for sigma: the coordinates of normal are mu, sigma');
    expect(refusal('normal', { at: { mu: '0', sigma: '1', nu: '1' } })).toMatch(/^unknown nu/);
  });

  it('numbers without a value for every constant', () => {
    expect(refusal('binomial', { at: { theta: '0.5' } })).toBe('numbers need a value for n: give --parameters n=...');
  });

  it('spins and a model together, neither, or for a family that has none', () => {
    const spins = { spins: 2, couplings: 'chain', fields: 'none' } as const;
    expect(refusal('gibbs', { spins, modelFile: 'model.json' })).toBe('give --spins or --model, not both');
    expect(refusal('gibbs')).toMatch(/--spins N\) or .*--model FILE/);
    expect(refusal('normal', { spins })).toBe('normal takes no model: that is for gibbs');
  });

  it('more states than can be enumerated, with their number and the limit', () => {
    const message = refusal('gibbs', { spins: { spins: 20, couplings: 'ring', fields: 'none' } });
    expect(message).toContain(String(2 ** 20));
    expect(message).toContain(String(largestSampleSpace));
    expect(message).toContain('at most 16 spins');
  });
});

it('a family that is not regular is known as such', () => {
  const of = (family: string): boolean => isNonRegular(sourceOf({ family, parameters: {}, format: 'json' }));
  expect([of('pareto'), of('normal')]).toEqual([true, false]);
});
