import { describe, expect, it } from 'vitest';
import { parseExpression, printExpression } from '../../src/calculus/index.ts';
import { betaPrimePivot, gammaPivot, type Pivot, studentPivot, uniformPivot } from '../../src/families/index.ts';
import { pivotalFamilies } from './pivot-checks.ts';

const printed = (text: string): string => printExpression(parseExpression(text));
const texts = ({ rule, factors, sample }: Pivot) => ({
  above: rule.above.map(printExpression),
  below: rule.below.map(printExpression),
  factors: factors.map(({ base, exponent }) => `${printExpression(base)}: ${exponent}`),
  sample: Object.fromEntries(Object.entries(sample).map(([name, e]) => [name, printExpression(e)])),
});

describe('pivots as data (that their rules are right is tested against quadrature with the moment rules)', () => {
  it('have the Gamma functions of their distribution, in their constants', () => {
    expect(texts(gammaPivot('1/p', { x: 'mu + pivot' }))).toEqual({
      above: [printed('1/p + a')],
      below: [],
      factors: ['pivot: a'],
      sample: { x: 'mu + pivot' },
    });
    expect(texts(betaPrimePivot('1/2', 'q', { x: 'log(pivot)' }))).toMatchObject({
      above: ['1/2 + a', 'q - a - b'].map(printed),
      below: [printed('1/2 + q - b')],
      factors: ['pivot: a', `${printed('1 + pivot')}: b`],
    });
    expect(texts(uniformPivot({ x: 'pivot' })).factors).toEqual(['pivot: a', `${printed('1 - pivot')}: b`]);
  });

  it('have a sign where the distribution is symmetric, and a scale where it has one', () => {
    const student = studentPivot('nu', { x: 'sign*pivot' });
    expect(student.sign).toBe('sign');
    expect(student.rule.scale && printExpression(student.rule.scale.base)).toBe('nu');
    expect(gammaPivot('1', { x: 'pivot' }).sign).toBeUndefined();
    expect(gammaPivot('1', { x: 'pivot' }).rule.scale).toBeUndefined();
  });
});

it('twelve families of the catalogue follow from a pivot, each sample variable but the side of a cut from it', () => {
  const families = pivotalFamilies();
  expect(families.length).toBeGreaterThanOrEqual(12);
  for (const { pivot, sampleSpace } of families) {
    const variables = sampleSpace.variables.filter((name) => name !== pivot.sign);
    expect(Object.keys(pivot.sample)).toEqual(variables);
  }
});
