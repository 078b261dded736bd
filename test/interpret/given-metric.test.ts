import { describe, expect, it } from 'vitest';
import { parseRational, type Rational, rationalToNumber } from '../../src/algebra/index.ts';
import {
  evaluateExpression,
  evaluator,
  parseExpression,
  parseWithFunctions,
  printClosedForm,
  realNumbers,
} from '../../src/calculus/index.ts';
import { InputError, UnsupportedError } from '../../src/errors.ts';
import { type GivenMetric, givenManifold, givenManifoldAt } from '../../src/interpret/index.ts';
import { tuples } from '../geometry/sample-metrics.ts';

/** A torus of revolution with radii R and r, in (s, phi) with s the height of the circle over 1/r. */
function torus(values: Readonly<Record<string, string>> = {}): GivenMetric {
  return {
    coordinates: ['s', 'phi'],
    constants: ['R', 'r'].map((name) => ({ name, ...(values[name] ? { value: parseRational(values[name]) } : {}) })),
    entries: [
      ['r^2/(1 - s^2)', '0'],
      ['0', '(R + r*s)^2'],
    ].map((row) => row.map(parseExpression)),
  };
}

const at = (values: Readonly<Record<string, string>>): Record<string, Rational> =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, parseRational(text)]));

describe('a given metric', () => {
  it('has its curvature in closed form, symbolic constants and all: a torus, 2 s/(r (R + r s)) for s the cosine', () => {
    // Gaussian curvature cos(v)/(r (R + r cos v)) of a torus [do Carmo 1976, Differential Geometry] 3-3, example 5.
    const { field, geometry } = givenManifold(torus());
    const expected = field.divide(
      field.multiply(field.fromInteger(2), field.symbol('s')),
      field.multiply(
        field.symbol('r'),
        field.add(field.symbol('R'), field.multiply(field.symbol('r'), field.symbol('s'))),
      ),
    );
    expect(geometry.scalar.at([])).toEqual(expected);
  });

  // Textbook values: spheres n(n - 1), the hyperbolic plane -2, a torus of revolution in angles, conformal planes
  // -2 exp(-2f) (f_xx + f_yy), warped products -2 f''/f [O'Neill 1983, Semi-Riemannian Geometry].
  it.each([
    [['theta', 'phi'], ['1', 'sin(theta)^2'], '2'],
    [['psi', 'theta', 'phi'], ['1', 'sin(psi)^2', 'sin(psi)^2*sin(theta)^2'], '6'],
    [['r', 'phi'], ['1', 'sinh(r)^2'], '-2'],
    [['u', 'v'], ['(a + b*cos(v))^2', 'b^2'], '2*cos(v)/(b*(a + b*cos(v)))'],
    [
      ['x', 'y'],
      ['exp(2*f(x, y))', 'exp(2*f(x, y))'],
      '-2*exp(-2*f(x, y))*(partial(f(x, y), 2, 0) + partial(f(x, y), 0, 2))',
    ],
    [['r', 'phi'], ['1', 'g(r)^2'], '-2*partial(g(r), 2)/g(r)'],
    [['x', 'y'], ['1/sqrt(1 - y^2)', '1/sqrt(1 - y^2)'], '-(1 + y^2)/(1 - y^2)^(3/2)'],
  ])('in %j with diagonal %j has the scalar curvature %s', (coordinates, diagonal, expected) => {
    const parse = (text: string) => parseWithFunctions(text, ['f', 'g']);
    const entries = diagonal.map((e, i) => diagonal.map((_, j) => parse(i === j ? e : '0')));
    const { field, geometry } = givenManifold({ coordinates, constants: [{ name: 'a' }, { name: 'b' }], entries });
    expect(geometry.scalar.at([])).toEqual(evaluateExpression(field, parse(expected), field.symbol));
  });

  it('has at a point the numbers of its closed forms', () => {
    const values = { R: '3', r: '1/2' };
    const point = at({ s: '2/5', phi: '0' });
    const exact = givenManifold(torus(values));
    const numbers = givenManifoldAt(torus(values), point);
    const value = evaluator(exact.field, realNumbers, (name) => rationalToNumber(point[name]!));
    for (const indices of tuples(2, 4)) {
      const expected = value(exact.geometry.riemann.at(indices));
      expect(numbers.field.value(numbers.geometry.riemann.at(indices))).toBeCloseTo(expected, 12);
    }
  });

  it('has constants whose value comes with the point', () => {
    const scalar = ({ field, geometry }: ReturnType<typeof givenManifoldAt>) => field.value(geometry.scalar.at([]));
    const before = scalar(givenManifoldAt(torus({ R: '3', r: '1/2' }), at({ s: '1/3', phi: '0' })));
    expect(scalar(givenManifoldAt(torus({ R: '3' }), at({ s: '1/3', phi: '0', r: '1/2' })))).toBe(before);
    expect(scalar(givenManifoldAt(torus({ R: '3' }), at({ s: '1/3', phi: '0', r: '1' })))).not.toBeCloseTo(before, 3);
  });

  it('may be indefinite', () => {
    const metric = {
      coordinates: ['t', 'x'],
      constants: [],
      entries: [
        ['-exp(2*x)', '0'],
        ['0', '1'],
      ],
    };
    const { field, geometry } = givenManifold({
      ...metric,
      entries: metric.entries.map((row) => row.map(parseExpression)),
    });
    // g = -f^2 dt^2 + dx^2 has Gaussian curvature -f''/f, here with f = exp(x).
    expect(printClosedForm(field, geometry.scalar.at([]))).toBe('-2');
  });

  it('may contain roots of its names, taken to be positive, and pi', () => {
    const entries = [[parseExpression('pi*sqrt(x)')]];
    const { field, geometry } = givenManifold({ coordinates: ['x'], constants: [], entries });
    expect(printClosedForm(field, geometry.christoffel.at([0, 0, 0]))).toBe('1 / (4 * x)');
    const numbers = givenManifoldAt({ coordinates: ['x'], constants: [], entries }, at({ x: '4' }));
    expect(numbers.field.value(numbers.geometry.metric.at([0, 0]))).toBeCloseTo(2 * Math.PI, 14);
    expect(numbers.field.value(numbers.geometry.christoffel.at([0, 0, 0]))).toBeCloseTo(1 / 16, 14);
  });
});

describe('refused is', () => {
  it('a metric that is not symmetric, by both routes', () => {
    const entries = [
      ['1', 'x'],
      ['y', '1'],
    ].map((row) => row.map(parseExpression));
    const skew = { coordinates: ['x', 'y'], constants: [], entries };
    expect(() => givenManifold(skew)).toThrow(InputError);
    expect(() => givenManifold(skew)).toThrow(/metric\[1\]\[0\] and metric\[0\]\[1\] differ/);
    expect(() => givenManifoldAt(skew, at({ x: '1', y: '2' }))).toThrow(/metric\[1\]\[0\]/);
  });

  it('a point that does not fit, and numbers without a value for a constant', () => {
    expect(() => givenManifoldAt(torus({ R: '2', r: '1' }), at({ s: '0' }))).toThrow(/no value for phi/);
    expect(() => givenManifoldAt(torus({ R: '2', r: '1' }), at({ s: '0', phi: '0', R: '1' }))).toThrow(
      /R already has a/,
    );
    expect(() => givenManifoldAt(torus({ R: '2', r: '1' }), at({ s: '0', phi: '0', q: '1' }))).toThrow(/unknown q/);
    expect(() => givenManifoldAt(torus({ R: '2' }), at({ s: '0', phi: '0' }))).toThrow(/--parameters r=\.\.\./);
  });

  it('an entry without a value or a closed form: the message says which', () => {
    const metric = (text: string) => ({ coordinates: ['x'], constants: [], entries: [[parseExpression(text)]] });
    expect(() => givenManifold(metric('1/(x - x)'))).toThrow(/^metric\[0\]\[0\]: division by zero/);
    expect(() => givenManifold(metric('sqrt((1 - x)^2)'))).toThrow(/^metric\[0\]\[0\]: .*no closed form/);
    expect(() => givenManifoldAt(metric('1/x'), at({ x: '0' }))).toThrow(/^metric\[0\]\[0\]: division by zero/);
    const { field, geometry } = givenManifoldAt(metric('sqrt(1 - x)'), at({ x: '0' }));
    expect(field.value(geometry.christoffel.at([0, 0, 0]))).toBeCloseTo(-1 / 4, 14); // g'/(2 g) with g = sqrt(1 - x)
  });

  it('entries of which it is undecided whether they agree, and a determinant that may be zero', () => {
    const build = (rows: string[][]) => () =>
      givenManifold({ coordinates: ['x', 'y'], constants: [], entries: rows.map((row) => row.map(parseExpression)) });
    const [whole, parts] = ['log(x^2 - 1)', 'log(x - 1) + log(x + 1)']; // equal, by a rule that is not built in
    expect(
      build([
        ['1', whole],
        [parts, '5'],
      ]),
    ).toThrow(UnsupportedError);
    expect(
      build([
        ['1', whole],
        [parts, '5'],
      ]),
    ).toThrow(/undecided whether metric\[1\]\[0\] and metric\[0\]\[1\] are equal/);
    expect(
      build([
        [`${whole} - ${parts.replace('+', '-')}`, '0'],
        ['0', '1'],
      ]),
    ).toThrow(/determinant of the metric is zero/);
    expect(
      build([
        ['1', whole],
        [`${parts} + y`, '5'],
      ]),
    ).toThrow(InputError);
    expect(
      build([
        [`${whole} + ${parts}`, '0'],
        ['0', '1'],
      ]),
    ).not.toThrow();
  });

  it('a name that is not declared', () => {
    const entries = [[parseExpression('q')]];
    expect(() => givenManifold({ coordinates: ['x'], constants: [], entries })).toThrow(InputError);
    expect(() => givenManifoldAt({ coordinates: ['x'], constants: [], entries }, at({ x: '1' }))).toThrow(/"q"/);
  });
});
