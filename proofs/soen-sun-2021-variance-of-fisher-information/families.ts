/** Lemmas 2 and 5, table 1 and figure 1: the moments of the output families. */

/** Four directions h = (a, b, c, d) and an arbitrary F, with one variable of the generating function for each. */
export const fourDirections = {
  symbols: { a: 'real', b: 'real', c: 'real', d: 'real', s: 'real', u: 'real', v: 'real', w: 'real' },
  functions: ['F'],
} as const;

/** The generating function of the centred statistics, exp(F(h + s) - F(h) - s.F'(h)), in four directions. */
export const central =
  'exp(F(a + s, b + u, c + v, d + w) - F(a, b, c, d) - s*D(F(a, b, c, d), a) - u*D(F(a, b, c, d), b) - v*D(F(a, b, c, d), c) - w*D(F(a, b, c, d), d))';

/** The value at s = u = v = w = 0. */
export const atZero = (text: string): string => `at(at(at(at(${text}, s, 0), u, 0), v, 0), w, 0)`;

/** The second derivative of F in two of the directions. */
export const secondDerivative = (x: string, y: string): string => `D(D(F(a, b, c, d), ${x}), ${y})`;
