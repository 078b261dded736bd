import { describe, expect, it } from 'vitest';
import { isSameTerm } from '../../src/derivation/identity.ts';
import { declare, next, term } from '../../src/derivation/index.ts';
import { inductionOverSample } from '../../src/derivation/integrability-induction.ts';
import { n, X, x } from './setting.ts';

const measured = declare.measureSpaces('M');
const g = declare.function('g', [n, declare.point('w', measured.first(n))]);
const w = declare.point('w', measured.first(n));
const number = { variables: ['!0'], offset: 0 };

describe('induction over the number of observations', () => {
  it('supposes the term for a fixed number and any point, and shows it for the next', () => {
    const { hypothesis, conclusion } = inductionOverSample(w, g(n, w), '!0')!;
    const any = declare.point('w', measured.first(number));
    expect(hypothesis.over).toEqual({ ...any, name: '?w' });
    expect(isSameTerm(hypothesis.of, g(number, { ...any, name: '?w' }))).toBe(true);
    const longer = declare.point('w', measured.first(next(number)));
    expect(conclusion).toEqual({ over: longer, of: g(next(number), longer) });
  });

  it('is about X^n for a variable n only, and of one point that depends on n', () => {
    expect(inductionOverSample(x, g(n, w), '!0')).toBeNull();
    const longer = declare.point('w', measured.first(next(n)));
    expect(inductionOverSample(longer, g(next(n), longer), '!0')).toBeNull();
    const other = declare.point('v', measured.first(n));
    expect(inductionOverSample(w, term.multiply(g(n, w), g(n, other)), '!0')).toBeNull();
    // What is summed over inside goes along.
    expect(inductionOverSample(w, term.multiply(g(n, w), term.sum(other, g(n, other))), '!0')).not.toBeNull();
    const elsewhere = declare.function('e', X);
    expect(inductionOverSample(w, term.multiply(g(n, w), elsewhere(x)), '!0')).not.toBeNull();
  });
});
