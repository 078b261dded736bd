import { generatorsOf, rational } from '../algebra/index.ts';
import {
  type ClosedForm,
  type Expression,
  evaluator,
  parseExpression,
  printClosedForm,
  substitute,
} from '../calculus/index.ts';
import type { Family, Pivot } from '../families/index.ts';
import type { DensityInField } from './density-field.ts';
import { type RecognisedIntegral, unlessRefused } from './recognised-integral.ts';
import { signOf } from './sign-of.ts';

/** A density on the line that is a power of a sum, by its integral; the family has a pivot where its moments exist for sure. */
export interface RecognisedPower {
  readonly integral: RecognisedIntegral;
  /** Not normalised; constants that have a value are replaced by it. */
  readonly family: Family;
}

/** The distribution of the pivot may depend on shapes among the coordinates: derivatives at fixed sample come before it. */
interface BetaIntegral {
  readonly integral: RecognisedIntegral;
  readonly pivot?: Pivot;
}

/** The log-density is free + slope x + power log(base), of which base contains the sample variable x. */
interface PowerOfSum {
  readonly base: ClosedForm;
  readonly power: ClosedForm;
  readonly slope: ClosedForm;
  readonly free: ClosedForm;
}

/**
 * Densities on the line that are Beta integrals, or `null`:
 * - a quadratic polynomial to a power, A^B (c^2 + (x - m)^2)^B, as of Student's t and Cauchy. Its integral is
 *   A^B c^(2B + 1) sqrt(pi) Gamma(-B - 1/2)/Gamma(-B), and |x - m|/c is a pivot p with
 *   E[p^a (1 + p^2)^b] = Gamma((1 + a)/2) Gamma(-B - (1 + a)/2 - b) / Gamma(-B - b), less the same at a = b = 0;
 * - exp(a x) (P + Q exp(k x))^B, as of the logistic distribution. Its integral is
 *   P^B (P/Q)^(a/k) Gamma(a/k) Gamma(-B - a/k)/(Gamma(-B) |k|), and Q exp(k x)/P is beta prime (a/k, -B - a/k).
 * Both by the substitution that leads to the beta prime density [Gradshteyn, Ryzhik, 3.251 number 2 and 3.194 number 3].
 */
export function recognisePower(family: Family, density: DensityInField): RecognisedPower | null {
  if (family.sampleSpace.kind !== 'line') return null;
  const [variable] = density.variables;
  for (const index of generatorsOf(density.logDensity)) {
    const kernel = density.forms.kernels[index];
    if (kernel.kind !== 'log' || !density.forms.symbolsOf(kernel.argument).includes(variable)) continue;
    const found = unlessRefused(() => {
      const sum = powerOf(density, density.forms.generator(index), kernel.argument);
      return sum && (quadratic(family, density, sum) ?? exponential(family, density, sum));
    });
    if (found === null) continue;
    const { integral, pivot } = found;
    return { integral, family: pivot === undefined ? family : { ...withValues(family), pivot } };
  }
  return null;
}

function withValues(family: Family): Family {
  const values = family.constants.flatMap(({ name, value }): [string, Expression][] =>
    value === undefined ? [] : [[name, { kind: 'number', value }]],
  );
  return { ...family, logDensity: substitute(family.logDensity, new Map(values)) };
}

function powerOf({ forms, variables, logDensity }: DensityInField, log: ClosedForm, base: ClosedForm) {
  const [variable] = variables;
  const along = (f: ClosedForm): ClosedForm => forms.derivative(f, variable);
  const free = (f: ClosedForm): boolean => !forms.symbolsOf(f).includes(variable);
  const score = along(logDensity);
  const curved = along(score);
  const [first, second] = [along(log), along(along(log))];
  const power = forms.divide(curved, second);
  if (!free(power)) return null;
  const slope = forms.subtract(score, forms.multiply(power, first));
  if (!free(slope)) return null;
  const linear = forms.multiply(slope, forms.symbol(variable));
  const rest = forms.subtract(logDensity, forms.add(linear, forms.multiply(power, log)));
  return free(rest) ? { base, power, slope, free: rest } : null;
}

function quadratic(family: Family, density: DensityInField, sum: PowerOfSum): BetaIntegral | null {
  const { forms, variables } = density;
  const { base, power, slope, free } = sum;
  const along = (f: ClosedForm): ClosedForm => forms.derivative(f, variables[0]);
  const second = along(along(base));
  if (!forms.isZero(slope) || forms.isZero(second) || !forms.isZero(along(second))) return null;
  const atZero = evaluator(forms, forms, (name) => (name === variables[0] ? forms.zero : forms.symbol(name)));
  const half = forms.fromRational(rational(1, 2));
  const leading = forms.multiply(half, second);
  const location = forms.negate(forms.divide(atZero(along(base)), second));
  const squared = forms.subtract(forms.divide(atZero(base), leading), forms.integerPower(location, 2));
  const scale = forms.power(squared, rational(1, 2));
  const shape = forms.subtract(forms.negate(power), half); // nu/2 for Student's t
  const conditions = [squared, leading, shape];
  const integral = forms.sum([
    free,
    forms.multiply(power, forms.log(leading)),
    forms.negate(forms.multiply(shape, forms.log(squared))),
    forms.polygamma(-1, half), // log sqrt(pi)
    forms.polygamma(-1, shape),
    forms.negate(forms.polygamma(-1, forms.negate(power))),
  ]);
  const name = 'Beta function, of a power of a quadratic polynomial';
  const [pivot, a, b, sign] = freshNames(family, ['pivot', 'a', 'b', 'sign']);
  const text = textIn(density);
  const image = `${text(location)} + ${sign}*${text(scale)}*${pivot}`;
  return {
    integral: { name, logIntegral: integral, conditions, moment: () => null },
    ...(isPositive(family, density, shape)
      ? {
          pivot: {
            variable: pivot,
            sign,
            sample: { [variables[0]]: parseExpression(image) },
            factors: factorsOf({ [a]: pivot, [b]: `1 + ${pivot}^2` }),
            rule: {
              above: [`(1 + ${a})/2`, `${text(shape)} - ${a}/2 - ${b}`].map(parsed),
              below: [parseExpression(`${text(forms.negate(power))} - ${b}`)],
            },
          },
        }
      : {}),
  };
}

function exponential(family: Family, density: DensityInField, sum: PowerOfSum): BetaIntegral | null {
  const { forms, variables } = density;
  const { base, power, slope, free } = sum;
  const along = (f: ClosedForm): ClosedForm => forms.derivative(f, variables[0]);
  const rate = forms.divide(along(along(base)), along(base));
  if (forms.symbolsOf(rate).includes(variables[0]) || forms.isZero(rate)) return null;
  const growing = forms.divide(along(base), rate);
  const constant = forms.subtract(base, growing);
  if (forms.symbolsOf(constant).includes(variables[0]) || forms.isZero(constant)) return null;
  const atZero = evaluator(forms, forms, (name) => (name === variables[0] ? forms.zero : forms.symbol(name)));
  const factor = atZero(growing);
  const shape = forms.divide(slope, rate);
  const other = forms.subtract(forms.negate(power), shape);
  const odds = forms.subtract(forms.log(constant), forms.log(factor));
  const size = [rate, forms.negate(rate)].find((f) => signOf(forms, f) === 'positive');
  if (size === undefined) return null;
  const integral = forms.sum([
    free,
    forms.multiply(power, forms.log(constant)),
    forms.multiply(shape, odds),
    forms.negate(forms.log(size)),
    forms.polygamma(-1, shape),
    forms.polygamma(-1, other),
    forms.negate(forms.polygamma(-1, forms.negate(power))),
  ]);
  const name = 'Beta function, of a power of a sum with an exponential';
  const [pivot, a, b] = freshNames(family, ['pivot', 'a', 'b']);
  const text = textIn(density);
  const image = `(log(${pivot}) + ${text(odds)})/${text(rate)}`;
  return {
    integral: { name, logIntegral: integral, conditions: [constant, factor, shape, other], moment: () => null },
    ...(isPositive(family, density, shape) && isPositive(family, density, other)
      ? {
          pivot: {
            variable: pivot,
            sample: { [variables[0]]: parseExpression(image) },
            factors: factorsOf({ [a]: pivot, [b]: `1 + ${pivot}` }),
            rule: {
              above: [`${text(shape)} + ${a}`, `${text(other)} - ${a} - ${b}`].map(parsed),
              below: [parseExpression(`${text(forms.negate(power))} - ${b}`)],
            },
          },
        }
      : {}),
  };
}

/** Moments of the pivot exist where the arguments of its Gamma functions are manifestly positive. */
function isPositive({ constants }: Family, { forms }: DensityInField, f: ClosedForm): boolean {
  const open = constants.filter(({ value }) => value === undefined);
  return signOf(forms, f, open) === 'positive';
}

function factorsOf(bases: Readonly<Record<string, string>>): Pivot['factors'] {
  return Object.entries(bases).map(([exponent, base]) => ({ exponent, base: parseExpression(base) }));
}

function parsed(text: string): Expression {
  return parseExpression(text);
}

function textIn({ forms }: DensityInField): (f: ClosedForm) => string {
  return (f) => `(${printClosedForm(forms, f)})`;
}

/** The names, with as many underscores as keep them apart from those of the family. */
function freshNames({ coordinates, constants, sampleSpace }: Family, names: readonly string[]): string[] {
  const taken = [...coordinates, ...constants].map(({ name }) => name).concat(sampleSpace.variables);
  const fresh = (name: string): string => (taken.includes(name) ? fresh(`${name}_`) : name);
  return names.map(fresh);
}
