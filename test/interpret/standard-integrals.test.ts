import { describe, expect, it } from 'vitest';
import {
  type Expression,
  evaluateExpression,
  parseExpression,
  printExpression,
  realNumbers,
} from '../../src/calculus/index.ts';
import type { SampleSpace } from '../../src/families/index.ts';
import { nearEnd } from '../../src/interpret/numeric/near-end.ts';
import { type SampleValue, sampleRule } from '../../src/interpret/numeric/sample-rule.ts';
import { coefficientNames, standardIntegrals } from '../../src/interpret/standard-integrals.ts';

const names: Readonly<Record<string, number>> = { p: 1.5, r: 2.25, low: 0.5, high: 2, first: 1, pi: Math.PI };

/** Coefficients for which the integral converges: the first of some that make all conditions positive. */
function coefficientsFor(conditions: readonly ReturnType<typeof parseExpression>[]): number[] {
  const choices = [-0.75, 1.25, -3.5];
  for (const a of choices)
    for (const b of choices) {
      const meaning = (name: string): number => ({ ...names, a, b })[name] as number;
      if (conditions.every((condition) => evaluateExpression(realNumbers, condition, meaning) > 0)) return [a, b];
    }
  throw new Error('no coefficients fit');
}

function spaceOf({ space, first, bounded }: (typeof standardIntegrals)[number]): SampleSpace {
  const variables = ['x'] as const;
  if (space === 'counts') return { kind: 'counts', variables, first: first ?? 1 };
  if (space !== 'interval') return { kind: space as 'line', variables };
  const bound = (name: string) => parseExpression(String(names[name]));
  return { kind: 'interval', variables, low: bound('low'), high: bounded === 'both' ? bound('high') : null };
}

describe.each(standardIntegrals.map((integral, number) => ({ ...integral, number })))(
  'integral number $number, $name on the $space,',
  (integral) => {
    const coefficients = coefficientsFor(integral.conditions);
    const values: Readonly<Record<string, number>> = {
      ...names,
      first: integral.first ?? 1,
      ...Object.fromEntries(coefficients.map((value, k) => [coefficientNames[k], value])),
    };

    it('is what quadrature or summation gives', () => {
      const space = spaceOf(integral);
      // Near an end of an interval, log(x - low) is the logarithm of the distance, which x no longer holds.
      const logDensity = ({ from, gap }: SampleValue): number => {
        const x = from === 'origin' ? gap : from === 'low' ? names['low']! + gap : names['high']! - gap;
        const value = (e: Expression): number => {
          const near = from === 'origin' ? e : nearEnd(e, 'x', parseExpression(from), from === 'low' ? 1 : -1);
          const shown = printExpression(near) === 'log(x)' ? near : e;
          return evaluateExpression(realNumbers, shown, (name) =>
            name === 'x' ? (shown === e ? x : gap) : values[name]!,
          );
        };
        const features = integral.features.reduce((sum, feature, k) => sum + coefficients[k]! * value(feature), 0);
        return integral.fixed.reduce((sum, term) => sum + value(term.coefficient) * value(term.function), features);
      };
      const rule = sampleRule(space, { logDensity: ([value]) => logDensity(value!), factors: () => [1] });
      const total = rule.reduce((sum, { point, weight }) => sum + weight * Math.exp(logDensity(point[0]!)), 0);
      const exact = evaluateExpression(realNumbers, integral.logIntegral, (name) => values[name]!);
      expect(Math.log(total)).toBeCloseTo(exact, 8);
    });
  },
);
