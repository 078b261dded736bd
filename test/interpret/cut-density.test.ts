import { describe, expect, it } from 'vitest';
import { parseRational } from '../../src/algebra/index.ts';
import { printClosedForm } from '../../src/calculus/index.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError, UnsupportedError } from '../../src/errors.ts';
import { generalisedNormal, laplace, observations, typedFamily } from '../../src/families/index.ts';
import { renameFamily } from '../../src/families/rename.ts';
import { fisherMetric, fisherMetricFromHessian } from '../../src/geometry/index.ts';
import { type CutFamily, distanceText, recogniseCut } from '../../src/interpret/cut-density.ts';
import {
  checkFamily,
  exactGeometry,
  exactModel,
  exactTensor,
  nested,
  recogniseDensity,
} from '../../src/interpret/index.ts';

type Text = readonly [density: string, parameters: string, constants?: string];

function recognised([density, parameters, constants]: Text) {
  const given = { density, variables: 'x real', parameters, ...(constants === undefined ? {} : { constants }) };
  return recogniseDensity(typedFamily(given));
}

function shown(family: Parameters<typeof exactModel>[0]) {
  const model = exactModel(family);
  const print = (e: Parameters<typeof printClosedForm>[1]): string => printClosedForm(model.field, e);
  return {
    metric: nested(model.field.dimension, exactTensor(model, fisherMetric), print),
    scalar: print(exactGeometry(model).scalar.at([])),
  };
}

const symmetric: Text = ['exp(-abs(x-mu)/b)/(2*b)', 'mu real, b positive'];
// Rates a on the right and b on the left of m.
const asymmetric: Text = ['exp(-(a+b)/2*abs(x-m)-(a-b)/2*(x-m))', 'm real, a positive, b positive'];

describe('typed in, a family has the metric and curvature of the catalogue:', () => {
  it('Laplace', () => {
    const { family, normalisation } = recognised(symmetric);
    expect(normalisation).toEqual({ kind: 'exact' });
    expect(family.nonRegular).toMatch(/not smooth at x = mu/);
    expect(shown(family)).toEqual(shown(laplace()));
    // [Atkinson, Mitchell 1981]: R = -2, the hyperbolic plane of curvature -1.
    expect(shown(family)).toEqual({
      metric: [
        ['1 / b ^ 2', '0'],
        ['0', '1 / b ^ 2'],
      ],
      scalar: '-2',
    });
  });

  it.each(['3', '3/2', '3/4'])('generalised normal with p = %s, which is regular for p > 1', (p) => {
    const { family, normalisation } = recognised([`exp(-(abs(x-mu)/alpha)^(${p}))`, 'mu real, alpha positive']);
    const catalogued = generalisedNormal(parseRational(p));
    expect(normalisation.kind).toBe('divided');
    expect(family.nonRegular === undefined).toBe(catalogued.nonRegular === undefined);
    expect(shown(family)).toEqual(shown(catalogued));
  });

  it('and with a symbolic p above 1', () => {
    const { family } = recognised(['exp(-(abs(x-mu)/alpha)^p)', 'mu real, alpha positive', 'p 1..inf']);
    expect(family.nonRegular).toBeUndefined();
    expect(shown(family)).toEqual(shown(generalisedNormal()));
  });
});

describe('with different sides', () => {
  it('asymmetric Laplace: a is the score of m on the right, which has probability b/(a + b), and -b on the left', () => {
    const { family, normalisation } = recognised(asymmetric);
    expect(normalisation).toEqual({ kind: 'divided', integral: '(a + b) / (a * b)' });
    const { metric } = shown(family);
    // By hand: E[s_m^2] = a^2 b/(a + b) + b^2 a/(a + b); E[s_m s_a] = -E[d_m d_a l] = -P(right).
    expect(metric[0]).toEqual(['a * b', '-b / (a + b)', 'a / (a + b)']);
  });

  it('the score has mean zero, and the second derivatives miss the kink', () => {
    const { family } = recognised(asymmetric);
    const model = exactModel(family);
    const { field, expectation } = model;
    for (const i of [0, 1, 2]) expect(field.isZero(expectation((l) => field.partial(l, i)))).toBe(true);
    expect(field.isZero(exactTensor(model, fisherMetricFromHessian).at([0, 0]))).toBe(true);
    expect(
      printClosedForm(
        field,
        expectation(() => field.one),
      ),
    ).toBe('1');
    // E[x] = m + 1/a - 1/b, as x is m plus the difference of two exponential variables.
    const mean = expectation(() => field.symbol('x'));
    expect(printClosedForm(field, field.subtract(mean, field.symbol('m')))).toBe('(b - a) / (a * b)');
  });

  it('closed forms agree with quadrature on both sides of the moving cut, and those of other rates do not', async () => {
    const { family } = recognised(asymmetric);
    const point = { m: parseRational('1/2'), a: parseRational('3/2'), b: parseRational('2/3') };
    const question = { family, point, engine: referenceEngine };
    expect((await checkFamily(question)).agrees).toBe(true);
    const other = recognised(['exp(-(a+b)/2*abs(x-m)-(b-a)/2*(x-m))', 'm real, a positive, b positive']).family;
    const model = exactModel(other);
    expect((await checkFamily({ ...question, exact: { model, geometry: exactGeometry(model) } })).agrees).toBe(false);
  });

  it('survives other names', () => {
    const { family } = recognised(asymmetric);
    const { metric } = shown(
      renameFamily(
        family,
        new Map([
          ['a', 'r'],
          ['sign', 'side'],
          ['pivot', 'u'],
        ]),
      ),
    );
    expect(metric[0]).toEqual(['r * b', '-b / (r + b)', 'r / (r + b)']);
  });

  it('information of several observations adds up', () => {
    const { metric } = shown(observations(recognised(symmetric).family, parseRational('5')));
    expect(metric[0][0]).toBe('5 / b ^ 2');
  });
});

describe('what is cut', () => {
  it('is regular where the cut does not move', () => {
    const { family } = recognised(['exp(-abs(x)/s)/(2*s)', 's positive']);
    expect(family.nonRegular).toBeUndefined();
    expect(shown(family).metric).toEqual([['1 / s ^ 2']]);
  });

  it('names that a pivot has may be taken', () => {
    const { family } = recognised(['exp(-abs(x-exponent)/pivot)', 'exponent real, pivot positive']);
    expect(shown(family).metric[0][0]).toBe('1 / pivot ^ 2');
  });

  it('is shown as a distance', () => {
    const text = (density: string): string =>
      distanceText(typedFamily({ density, variables: 'x real', parameters: 't positive' }).family as CutFamily);
    expect(['exp(-t*abs(x))', 'exp(-abs(x-t))', 'exp(-abs(x-2*t))'].map(text)).toEqual([
      '|x|',
      '|x - t|',
      '|x - (2 * t)|',
    ]);
  });

  it('has the conditions of a gamma integral', () => {
    const typed = typedFamily({ density: 'exp(-t*abs(x)^3)', variables: 'x real', parameters: 't positive' });
    const { conditions, integral } = recogniseCut(typed.family as CutFamily);
    expect(conditions).toHaveLength(4);
    expect(integral).toBe('2 * exp(lgamma(1 / 3)) / (3 * t ^ (1 / 3))');
  });
});

describe('is refused:', () => {
  it.each<[Text, RegExp, typeof DomainError | typeof UnsupportedError]>([
    [['exp(abs(x-m)/t)', 'm real, t positive'], /diverges at/, DomainError],
    [['-exp(-abs(x-m))/2', 'm real'], /the density is negative/, DomainError],
    [['exp(-sqrt(abs(x-m)))', 'm real'], /does not exist/, DomainError],
    [['exp(-abs(x-m))*(2+sign(x-m))', 'm real'], /jumps at x = m/, DomainError],
    [['exp(-abs(x-m)-(x-m)^2)', 'm real'], /several powers of the distance/, UnsupportedError],
    [['(1+abs(x-m))^(-3)', 'm real'], /a logarithm that is not that of the distance/, UnsupportedError],
    [['exp(-abs(x-m)^k)', 'm real, k positive'], /declare it by --constants/, UnsupportedError],
    [['exp(-abs(x-m)*cos(x))', 'm real'], /no power|no sum of powers/, UnsupportedError],
  ])('%j', (text, message, kind) => {
    expect(() => recognised(text)).toThrow(kind);
    expect(() => recognised(text)).toThrow(message);
  });
});
