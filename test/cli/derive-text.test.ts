import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { atPointShown, closedFormShown, digitsShown, exactAtShown } from '../../src/cli/derive-text.ts';

const coordinates = ['mu', 'sigma'];
const symbols = [
  [
    ['0', '-1 / sigma'],
    ['-1 / sigma', '0'],
  ],
  [
    ['1 / (2 * sigma)', '0'],
    ['0', '-1 / sigma'],
  ],
];
const flat = symbols.map((matrix) => matrix.map((row) => row.map(() => '0')));

describe('as text, a closed form is', () => {
  it('rows in columns for a matrix', () => {
    expect(
      closedFormShown('text', coordinates, 'metric', [
        ['1 / sigma ^ 2', '0'],
        ['0', '2'],
      ]),
    ).toBe('metric\n    [ 1 / sigma ^ 2  0 ]\n    [ 0              2 ]\n');
  });

  it('one line for each component that is not zero, upper and lower indices marked', () => {
    expect(closedFormShown('text', coordinates, 'christoffel', symbols)).toBe(
      `christoffel
    Gamma^mu_mu_sigma = -1 / sigma
    Gamma^mu_sigma_mu = -1 / sigma
    Gamma^sigma_mu_mu = 1 / (2 * sigma)
    Gamma^sigma_sigma_sigma = -1 / sigma
`,
    );
    expect(closedFormShown('text', coordinates, 'christoffel', flat)).toBe('christoffel\n    0 (all components)\n');
  });

  it('one line for a scalar', () => {
    expect(closedFormShown('text', coordinates, 'scalar', '-1')).toBe('scalar\n    -1\n');
  });
});

describe('as TeX, a closed form is', () => {
  it('a display for each line, and one that says so where all components vanish', () => {
    expect(closedFormShown('latex', coordinates, 'scalar', '-1')).toBe('\\[ R = -1 \\]\n');
    expect(closedFormShown('latex', coordinates, 'christoffel', flat)).toBe('\\[ \\Gamma^{k}{}_{i j} = 0 \\]\n');
    expect(closedFormShown('latex', coordinates, 'christoffel', symbols).split('\n')[0]).toBe(
      '\\[ \\Gamma^{\\mu}{}_{\\mu \\sigma} = -1 / sigma \\]',
    );
  });
});

describe('several values of one name', () => {
  const planes = { 'mu,sigma': '-1 / 2', 'mu,nu': null };
  const connection = { christoffel: symbols, riemann: [[[['0']]]], scalar: '0' };

  it('are planes with their curvature, or none', () => {
    expect(closedFormShown('text', coordinates, 'sectional', planes)).toBe(
      `sectional curvature of the coordinate planes
    K(mu, sigma) = -1 / 2
    K(mu, nu) is undefined: the plane has no area
`,
    );
    expect(closedFormShown('text', ['x'], 'sectional', {})).toContain('one dimension has no planes');
  });

  it('are identities with a verdict', () => {
    expect(closedFormShown('text', coordinates, 'bianchi', { first: 'holds', second: 'fails' })).toBe(
      'Bianchi identities\n    first: holds\n    second: fails\n',
    );
  });

  it('are an alpha-connection with its curvature', () => {
    const text = closedFormShown('text', coordinates, 'alpha=1/2', connection);
    expect(text).toContain('alpha=1/2 christoffel\n    Gamma^mu_mu_sigma = -1 / sigma\n');
    expect(text).toContain('alpha=1/2 riemann\n    0 (all components)\nalpha=1/2 scalar\n    0\n');
  });

  it('compile as TeX', () => {
    const shown = [
      closedFormShown('latex', coordinates, 'sectional', planes),
      closedFormShown('latex', coordinates, 'bianchi', { first: 'holds', second: 'holds' }),
      closedFormShown('latex', coordinates, 'alpha=1/2', connection),
      closedFormShown('latex', coordinates, 'jeffreys-prior', '\\sqrt{2}'),
    ];
    const lines = shown.join('').trim().split('\n');
    expect(lines[0]).toBe('\\[ K(\\mu, \\sigma) = -1 / 2 \\]');
    expect(lines).toContain('\\[ \\overset{(1/2)}{R} = 0 \\]');
    for (const line of lines) {
      const inside = line.slice('\\['.length, -'\\]'.length);
      expect(() => katex.renderToString(inside, { throwOnError: true, strict: 'error' }), line).not.toThrow();
    }
  });
});

describe('numbers at a point', () => {
  const numbers = {
    point: { sigma: 2, mu: 0.5 },
    values: {
      metric: [
        [0.25, 0],
        [0, 0.1 + 0.2],
      ],
      scalar: -1,
    },
    method: 'exact',
  } as const;

  it('stand under the point, coordinates in their order, rounded to twelve digits', () => {
    expect(atPointShown('text', coordinates, numbers)).toBe(
      `at mu = 0.5, sigma = 2 (exact, rounded)
metric
    [ 0.25  0   ]
    [ 0     0.3 ]
scalar
    -1

in closed form
`,
    );
  });

  it('have constants that come with the point after the coordinates', () => {
    const point = { M: 1, ...numbers.point };
    expect(atPointShown('text', coordinates, { ...numbers, values: {} })).toBe('');
    expect(atPointShown('text', coordinates, { ...numbers, point })).toMatch(/^at mu = 0.5, sigma = 2, M = 1 \(exact/);
  });

  it('say which of them is exact', () => {
    const sharp = { ...numbers, values: { scalar: -11.25 }, exact: { scalar: '-45 / 4' } };
    expect(atPointShown('text', coordinates, sharp)).toContain('scalar\n    -45 / 4\nscalar is not rounded\n');
  });

  it('say in TeX where they hold, and compile', () => {
    const lines = atPointShown('latex', coordinates, numbers).trim().split('\n');
    expect(lines.length).toBe(2);
    expect(lines[1]).toBe('\\[ R = -1 \\qquad \\text{at } \\mu = 0.5, \\; \\sigma = 2 \\]');
    for (const line of lines) {
      const inside = line.slice('\\['.length, -'\\]'.length);
      expect(() => katex.renderToString(inside, { throwOnError: true, strict: 'error' })).not.toThrow();
    }
  });
});

it('JSON carries no text: it is printed once, whole', () => {
  expect(closedFormShown('json', coordinates, 'scalar', '-1')).toBe('');
  expect(atPointShown('json', coordinates, { point: {}, values: {}, method: 'exact' })).toBe('');
});

it('digits at the point say how many there are', () => {
  expect(digitsShown('text', coordinates, 'scalar', '-0.97', 2)).toBe('scalar at the point, to 2 digits\n    -0.97\n');
  const latex = digitsShown('latex', coordinates, 'scalar', '-0.97', 2);
  expect(latex).toBe('\\[ R = -0.97 \\qquad \\text{at the point} \\]\n');
  expect(digitsShown('json', coordinates, 'scalar', '-0.97', 2)).toBe('');
});

it('a value at the point that only the closed form gives follows it', () => {
  expect(exactAtShown('text', 'scalar', '1 / 2')).toBe(
    '    1 / 2 at the point, exactly: evaluated from the closed form\n',
  );
  expect(exactAtShown('latex', 'scalar', '1 / 2')).toBe('\\[ R = 1 / 2 \\qquad \\text{at the point} \\]\n');
  expect(exactAtShown('json', 'scalar', '1 / 2')).toBe('');
});
