import { describe, expect, it } from 'vitest';
import { evaluateExpression, parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import { typedFamily } from '../../src/families/index.ts';
import { densityInField } from '../../src/interpret/density-field.ts';
import { apart, exponentialStructure, involves, withoutZeros } from '../../src/interpret/sufficient-statistics.ts';

function statisticsOf(logDensity: string, parameters: string, constants?: string): string[] | null {
  const { family } = typedFamily({
    logDensity,
    variables: 'x positive',
    parameters,
    ...(constants === undefined ? {} : { constants }),
  });
  const density = densityInField(family);
  const structure = exponentialStructure(density);
  return structure?.statistics.map((f) => printClosedForm(density.forms, f)) ?? null;
}

describe('minimal sufficient statistics', () => {
  it.each([
    ['-(x-m)^2/(2*s^2)', 'm real, s positive', ['x', 'x ^ 2']],
    ['t*(x + x^2)', 't real', ['x * (x + 1)']],
    ['t*x + 2*t*x^2 + u*log(x)', 't real, u real', ['x * (2 * x + 1)', 'log(x)']],
    ['t*x + t^2*x^2', 't real', ['x', 'x ^ 2']],
    ['(t+u)*x', 't real, u real', ['x']],
    ['x^2 + log(x)', '', []],
  ])('of %s in %s are %j', (logDensity, parameters, statistics) => {
    const declared = parameters === '' ? 't real' : parameters;
    const text = parameters === '' ? `${logDensity} + t` : logDensity;
    const found = statisticsOf(text, declared);
    expect(found?.toSorted()).toEqual(statistics.toSorted());
  });

  it('are joined with factors that contain constants', () => {
    expect(statisticsOf('t*x + a*t*x^2', 't real', 'a positive')).toEqual(['x * (a * x + 1)']);
  });

  it('there are none where a function of the sample contains a coordinate', () => {
    expect(statisticsOf('-(x/s)^k', 'k positive, s positive')).toBeNull();
    expect(statisticsOf('log(1 + x*t)', 't positive')).toBeNull();
  });
});

it('a polynomial is taken apart into its factor in chosen kernels and the rest', () => {
  const { family } = typedFamily({ logDensity: 'x*t', variables: 'x real', parameters: 't real' });
  const { forms } = densityInField(family);
  const p = evaluateExpression(forms, parseExpression('6*(t + 1)^2*(x*t + x^2)'), forms.symbol);
  const [factor, rest] = apart(forms, p, (index) => involves(forms, forms.generator(index), ['t']));
  expect([factor, rest].map((f) => printClosedForm(forms, f))).toEqual(['6 * (t + 1) ^ 2', 'x * (t + x)']);
  expect(withoutZeros([0, 2, 0, 0])).toEqual([0, 2]);
});
