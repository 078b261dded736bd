import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { printExpression } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { binomial, normal, observations, pareto } from '../../src/families/index.ts';

describe('several observations of a family', () => {
  it('are so many, or a name that is a constant', () => {
    const family = observations(normal(), 'N');
    expect(family.constants).toEqual([{ name: 'N', domain: 'natural' }]);
    expect(family.observations && printExpression(family.observations.count)).toBe('N');
    expect(family.summary).toMatch(/; N independent observations$/);
    expect(observations(normal(), rational(7)).constants).toEqual([]);
    expect(observations(pareto(), 'N').nonRegular).toBe(pareto().nonRegular);
  });

  it('have no sample space that could be taken for that of one', () => {
    expect(observations(normal(), 'N').sampleSpace).toMatchObject({ kind: 'macroscopic' });
    expect(observations(normal(), 'N').statistics).toBeUndefined();
  });

  it.each(['mu', 'x', 'pi', '2N', 'N*2', ''])('are not counted by %s', (count) => {
    expect(() => observations(normal(), count)).toThrow(InputError);
  });

  it('are not counted by constants that have a meaning, fractions, or less than one', () => {
    expect(() => observations(binomial(), 'n')).toThrow("a whole number or a name not in use here, got 'n'");
    expect(() => observations(normal(), rational(5, 2))).toThrow('1, 2, 3, ..., got 2.5');
    expect(() => observations(normal(), rational(0))).toThrow('got 0');
  });
});
