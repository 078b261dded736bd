import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  cauchy,
  type Family,
  familyByName,
  generalisedNormal,
  gumbel,
  laplace,
  logistic,
  pareto,
  studentT,
  uniform,
} from '../../src/families/index.ts';
import { amariChentsov, fisherMetric, fisherMetricFromHessian } from '../../src/geometry/index.ts';
import { exactGeometry, exactModel, exactTensor, nested } from '../../src/interpret/index.ts';
import type { Definition } from '../../src/notation/index.ts';
import { pivotalFamilies } from '../families/pivot-checks.ts';

function shown(family: Family, definition: Definition) {
  const { field, ...model } = exactModel(family);
  return nested(field.dimension, exactTensor({ field, ...model }, definition), (g) => printClosedForm(field, g));
}

describe('with a pivot', () => {
  it.each(pivotalFamilies())('the score of $name has mean zero, unless its support moves', (family) => {
    const { field, expectation } = exactModel(family);
    family.coordinates.forEach((_, i) => {
      const mean = expectation((l) => field.partial(l, i));
      const moving = family.sampleSpace.kind === 'interval' && i === family.coordinates.length - 1;
      expect(field.isZero(mean)).toBe(!moving);
    });
  });

  it.each(pivotalFamilies().filter(({ nonRegular }) => nonRegular === undefined))(
    'both definitions of the metric agree for $name, which is regular',
    (family) => {
      const model = exactModel(family);
      const [g, h] = [fisherMetric, fisherMetricFromHessian].map((definition) => exactTensor(model, definition));
      for (const indices of [
        [0, 0],
        [0, 1],
        [1, 1],
      ])
        expect(model.field.equals(g.at(indices), h.at(indices))).toBe(true);
    },
  );

  it('the family may lie in other coordinates: derivatives at fixed sample, not at fixed pivot', () => {
    // At fixed pivot the log-density of a location-scale family is -log(scale): its location would carry no information.
    const { field, expectation } = exactModel(gumbel());
    const mean = expectation((l) => field.multiply(field.partial(l, 0), field.partial(l, 0)));
    expect(printClosedForm(field, mean)).toBe('1 / beta ^ 2');
  });

  it('moments of the sample are those of the textbook: E[x] = mu - psi(1) beta and the variance pi^2 beta^2/6 for Gumbel', () => {
    const { field, expectation } = exactModel(gumbel());
    const x = field.symbol('x');
    const form = (text: string) => evaluateExpression(field, parseExpression(text), field.symbol);
    const mean = expectation(() => x);
    expect(field.equals(mean, form('mu - digamma(1)*beta'))).toBe(true);
    const variance = field.subtract(
      expectation(() => field.multiply(x, x)),
      field.multiply(mean, mean),
    );
    expect(field.equals(variance, form('pi^2*beta^2/6'))).toBe(true);
  });

  it('odd moments of a symmetric family vanish where they exist, and only there', () => {
    const third = exactTensor(exactModel(studentT()), amariChentsov);
    expect(third.at([0, 0, 0]).numerator.coefficients).toHaveLength(0);
    const { field, expectation } = exactModel(cauchy());
    expect(() => expectation(() => field.symbol('x'))).toThrow(DomainError);
    expect(() => expectation(() => field.symbol('x'))).toThrow('which does not exist');
  });
});

describe('the two definitions part for families that are not regular, as by hand:', () => {
  it.each<[Family, unknown, unknown]>([
    [
      pareto(),
      [
        ['1 / alpha ^ 2', '0'],
        ['0', 'alpha ^ 2 / x_m ^ 2'],
      ],
      [
        ['1 / alpha ^ 2', '-1 / x_m'],
        ['-1 / x_m', 'alpha / x_m ^ 2'],
      ],
    ],
    [
      laplace(),
      [
        ['1 / b ^ 2', '0'],
        ['0', '1 / b ^ 2'],
      ],
      [
        ['0', '0'],
        ['0', '1 / b ^ 2'],
      ],
    ],
    [uniform(), [['1 / theta ^ 2']], [['-1 / theta ^ 2']]],
  ])('$name', (family, scores, hessian) => {
    expect(shown(family, fisherMetric)).toEqual(scores);
    expect(shown(family, fisherMetricFromHessian)).toEqual(hessian);
  });

  it('the mean Hessian of a generalised normal family of shape 3/4 does not exist, the mean square of its score does', () => {
    const model = exactModel(generalisedNormal(rational(3, 4)));
    expect(() => exactTensor(model, fisherMetricFromHessian).at([0, 0])).toThrow(DomainError);
    expect(() => exactTensor(model, fisherMetric).at([0, 0])).not.toThrow();
  });
});

describe('constants', () => {
  it('with values give what the symbolic constant gives at them', () => {
    const symbolic = exactModel(studentT());
    const given = exactModel(studentT(rational(7, 2)));
    const at = evaluateExpression(given.field, parseExpression('(7/2 + 1)/((7/2 + 3)*sigma^2)'), given.field.symbol);
    expect(given.field.equals(exactTensor(given).at([0, 0]), at)).toBe(true);
    expect(printClosedForm(symbolic.field, exactTensor(symbolic).at([0, 0]))).toBe('(nu + 1) / (sigma ^ 2 * (nu + 3))');
  });

  it('shape 2 of the generalised normal family is the normal one with alpha = sqrt(2) sigma: metric diag(2, 2)/alpha^2', () => {
    expect(shown(generalisedNormal(rational(2)), fisherMetric)).toEqual([
      ['2 / alpha ^ 2', '0'],
      ['0', '2 / alpha ^ 2'],
    ]);
    expect(shown(generalisedNormal(rational(1)), fisherMetric)).toEqual(
      JSON.parse(JSON.stringify(shown(laplace(), fisherMetric)).replaceAll('b', 'alpha')),
    );
  });
});

describe('a wrong sign or factor in the density is seen by R or by the mean of the score:', () => {
  const scalarOf = (family: Family) => {
    const model = exactModel(family);
    return printClosedForm(model.field, exactGeometry(model).scalar.at([]));
  };
  const withDensity = (family: Family, text: string): Family => ({ ...family, logDensity: parseExpression(text) });

  it.each<[string, Family, string, string]>([
    ['logistic', logistic(), '-(x - mu)/s - log(1 + exp(-(x - mu)/s)) - log(s)', '-18 / (pi ^ 2 + 3)'],
    ['gumbel', gumbel(), '(x - mu)/beta - exp(-(x - mu)/beta) - log(beta)', '-12 / pi ^ 2'],
    ['cauchy', cauchy(), 'log(gamma)/2 - log(gamma^2 + (x - mu)^2)', '-4'],
    [
      'weibull',
      familyByName('weibull').build({}),
      'log(k) - 2*k*log(lambda) + (k - 1)*log(x) - exp(k*(log(x) - log(lambda)))',
      '-12 / pi ^ 2',
    ],
  ])('%s', (_, family, text, scalar) => {
    expect(scalarOf(family)).toBe(scalar);
    const wrong = withDensity(family, text);
    const { field, expectation } = exactModel(wrong);
    const means = family.coordinates.map((__, i) => expectation((l) => field.partial(l, i)));
    expect(means.some((mean) => !field.isZero(mean)) || scalarOf(wrong) !== scalar).toBe(true);
  });
});
