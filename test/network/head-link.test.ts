import { describe, expect, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import {
  categorical,
  gamma,
  multivariateNormal,
  negativeBinomial,
  normal,
  poisson,
  typedFamily,
} from '../../src/families/index.ts';
import { type Links, linkedLaw } from '../../src/network/index.ts';

const typed = (parameters: string) =>
  typedFamily({
    logDensity: parameters.replaceAll(/(\w+) [^,]*/g, '$1*x').replaceAll(',', '+'),
    variables: 'x {0,1}',
    parameters,
  });

describe('links', () => {
  test('make outputs the coordinates, as many as they name', () => {
    const { law } = linkedLaw(normal(), { mu: 'z1/2', sigma: '2' });
    expect(law.coordinates).toEqual([{ name: 'z1', domain: 'real' }]);
    expect(linkedLaw(gamma(), { k: 'exp(z1)', theta: 'exp(z1 - z2)' }).law.coordinates).toHaveLength(2);
  });

  test('are the own coordinates in their order unless given, where these are any reals; z2, z1 keep their names', () => {
    expect(linkedLaw(typed('b real, a real').family, undefined).links).toEqual({ b: 'z1', a: 'z2' });
    expect(linkedLaw(typed('z2 real, z1 real').family, undefined).links).toEqual({ z2: 'z2', z1: 'z1' });
  });

  test.each([
    ['lambda positive', { lambda: 'exp(z1)' }],
    ['t unit', { t: '1/(1 + exp(-z1))' }],
    ['m real, s -1..3', { m: 'z1', s: '-1 + 4/(1 + exp(-z2))' }],
    ['s 2..inf', { s: '2 + exp(z1)' }],
    ['s -inf..2', { s: '2 - exp(z1)' }],
  ] as const)('that are needed are proposed, and the proposal is accepted: %s', (parameters, proposal) => {
    const { family, parameters: declared } = typed(parameters);
    const text = JSON.stringify(proposal).replaceAll(/[[\]().*+/^$?|\\{}]/g, '\\$&');
    expect(() => linkedLaw(family, undefined, declared)).toThrow(InputError);
    expect(() => linkedLaw(family, undefined, declared)).toThrow(new RegExp(`"links": ${text}`));
    expect(linkedLaw(family, proposal as Links, declared).links).toEqual(proposal);
  });

  test('of probabilities are proposed as softmax, which keeps their sum below one', () => {
    const family = categorical(3);
    expect(() => linkedLaw(family, undefined)).toThrow(/"p2":"exp\(z2\)\/\(exp\(z1\) \+ exp\(z2\) \+ exp\(z3\)\)"/);
    const sigmoids = { p1: '1/(1 + exp(-z1))', p2: '1/(1 + exp(-z2))' };
    expect(() => linkedLaw(family, sigmoids)).toThrow(/leaves the domain of categorical at z1 = .* must be positive/);
  });

  test('of a covariance are not proposed where nothing here knows any that keep it positive; the condition is said', () => {
    const family = multivariateNormal(2);
    expect(() => linkedLaw(family, undefined)).toThrow(/with s11 \* s22 - s12 \^ 2 > 0 for all outputs/);
    const links = { mu1: 'z1', mu2: 'z2', s11: 'exp(z3)', s12: 'z4*exp(z3)', s22: '(z4^2 + exp(z5))*exp(z3)' };
    expect(linkedLaw(family, links).law.coordinates).toHaveLength(5);
  });

  test.each([
    [{ lambda: 'z1' }, /leaves the domain of poisson at z1 = -/],
    [{ lambda: 'exp(z2)' }, /use z2 but not z1/],
    [{ lambda: '3' }, /contain no output/],
    [{ lambda: 'exp(h)' }, /uses "h": expected the outputs z1, z2/],
    [{ lambda: 'exp(z1' }, /the link of lambda:/],
    [{ lamda: 'exp(z1)' }, /'lamda'; expected one of lambda. Did you mean 'lambda'/],
    [{}, /contain no output/],
  ] as const)('that do not fit are refused: %j', (links, message) => {
    expect(() => linkedLaw(poisson(), links as Links)).toThrow(InputError);
    expect(() => linkedLaw(poisson(), links as Links)).toThrow(message);
  });

  test('may contain constants, but not confuse them with outputs', () => {
    const { law } = linkedLaw(negativeBinomial(rational(3)), { theta: 'r/(r + exp(z1))' });
    expect(law.coordinates).toHaveLength(1);
    const { family } = typedFamily({
      logDensity: 'a*x*z1',
      variables: 'x {0,1}',
      parameters: 'a real',
      constants: 'z1 = 2',
    });
    expect(() => linkedLaw(family, { a: 'z1 + z2' })).toThrow(InputError);
  });
});
