import { rational } from '../algebra/index.ts';
import {
  closedForms,
  constantValue,
  type Expression,
  evaluateExpression,
  parseExpression,
  partsOf,
  printClosedForm,
  printExpression,
  rootOrders,
  symbolsOf,
  withParts,
} from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import { type Declaration, numberOf } from './declaration.ts';
import { logarithmOf } from './logarithm-of.ts';

/** Where the sample space is cut, in parameters and constants, and the name of the sign of the sample less that. */
export interface Cut {
  readonly at: Expression;
  readonly sign: string;
}

/** The names in an expression with their domains. */
export interface DeclaredNames {
  readonly variables: readonly Declaration[];
  readonly parameters: readonly Declaration[];
  readonly constants: readonly Declaration[];
}

/**
 * The expression without abs and sign. Where the sign of u is known, abs(u) is u or -u. Otherwise u must be s (x - c) with
 * x the only sample variable, a real one, s of known sign, and the same c wherever it occurs: with the sign of x - c as a
 * variable of its own, abs(u) is |s| sign (x - c). Powers of what contains the sign, other than whole ones, become
 * exponentials of logarithms. Throws {@link UnsupportedError} for other arguments.
 */
export function withoutAbsoluteValues(
  e: Expression,
  declared: DeclaredNames,
): { readonly expression: Expression; readonly cut?: Cut } {
  const names = [...declared.variables, ...declared.parameters, ...declared.constants].map(({ name }) => name);
  const sign = ['sign', 'side', 'signum', 'sgn'].find((name) => !names.includes(name)) ?? `sign_${names.join('_')}`;
  const signs = signsOf(declared);
  let cut: Expression | undefined;
  const cutAt = (found: Expression): void => {
    if (cut !== undefined && printExpression(cut) !== printExpression(found)) {
      throw new UnsupportedError(
        `the density has kinks at ${shown(cut)} and at ${shown(found)}: absolute values may change sign at one point only`,
      );
    }
    cut = found;
  };
  const rewritten = (part: Expression): Expression => {
    const inside = withParts(part, partsOf(part).map(rewritten));
    if (inside.kind === 'unknown') {
      const [u] = inside.arguments;
      const known = knownSign(u, signs);
      if (known !== null) return inside.name === 'sign' ? number(known) : known === 1 ? u : { kind: 'negate', of: u };
      const { slope, at } = firstOrder(u, declared, sign);
      const side = knownSign(slope, signs);
      if (side === null) throw refused(u, `the sign of ${shown(slope)} is not known from the declared domains`);
      cutAt(at);
      const signed: Expression = { kind: 'symbol', name: sign };
      if (inside.name === 'sign') return side === 1 ? signed : { kind: 'negate', of: signed };
      return times(
        side === 1 ? slope : { kind: 'negate', of: slope },
        distance(declared.variables[0].name, at, signed),
      );
    }
    const [base, exponent] =
      inside.kind === 'power'
        ? [inside.base, inside.exponent]
        : inside.kind === 'call' && inside.name === 'sqrt'
          ? [inside.argument, half]
          : [];
    if (base === undefined || exponent === undefined || !symbolsOf(base).includes(sign)) return inside;
    if (constantValue(exponent)?.denominator === 1) return inside;
    return { kind: 'call', name: 'exp', argument: times(exponent, logarithmOf(base)) };
  };
  const expression = rewritten(e);
  return cut === undefined ? { expression } : { expression, cut: { at: cut, sign } };
}

const half: Expression = { kind: 'number', value: rational(1, 2) };

function number(value: number): Expression {
  return { kind: 'number', value: rational(value) };
}

function times(a: Expression, b: Expression): Expression {
  if (constantValue(a)?.numerator === 1 && constantValue(a)?.denominator === 1) return b;
  return { kind: 'multiply', factors: [a, b] };
}

/** sign (x - c), as a sum: its logarithm must not be taken apart into that of the sign and that of x - c. */
function distance(variable: string, at: Expression, sign: Expression): Expression {
  const signed: Expression = { kind: 'multiply', factors: [sign, { kind: 'symbol', name: variable }] };
  if (constantValue(at)?.numerator === 0) return { kind: 'add', terms: [signed] };
  return { kind: 'add', terms: [signed, { kind: 'negate', of: { kind: 'multiply', factors: [sign, at] } }] };
}

/** u = slope (x - at). */
function firstOrder(u: Expression, { variables, parameters, constants }: DeclaredNames, sign: string) {
  const [variable, ...others] = variables;
  const names = symbolsOf(u);
  if (names.includes(sign)) throw refused(u, 'it contains another absolute value that is not known');
  const sampled = variables.map(({ name }) => name).filter((name) => names.includes(name));
  if (sampled.length === 0) throw refused(u, 'its sign is not known from the declared domains');
  const { domain } = variable;
  if (others.length > 0 || domain.kind !== 'interval' || domain.low !== null || domain.high !== null)
    throw refused(u, 'the sample must be one variable that is declared real');
  const orders = rootOrders([u]);
  const declared = [variable, ...parameters, ...constants].map(({ name }) => name);
  const forms = closedForms(
    (declared.includes('pi') ? declared : [...declared, 'pi']).map((name) => ({
      name,
      positive: name !== variable.name && signsOf({ variables, parameters, constants })(name) === 1,
      variable: declared.includes(name),
      order: orders.get(name) ?? 1,
    })),
  );
  const [x, form] = [forms.symbol(variable.name), evaluateExpression(forms, u, forms.symbol)];
  const slope = forms.derivative(form, variable.name);
  if (forms.symbolsOf(slope).includes(variable.name)) throw refused(u, `it is not of first order in ${variable.name}`);
  const expression = (a: typeof form): Expression => parseExpression(printClosedForm(forms, a));
  return { slope: expression(slope), at: expression(forms.subtract(x, forms.divide(form, slope))) };
}

function refused(u: Expression, problem: string): UnsupportedError {
  return new UnsupportedError(
    `the absolute value or the sign of ${shown(u)} is not supported: ${problem}. It is, where that sign is known, and for s*(x - c) in the one real sample variable x, with s of known sign and c free of x`,
  );
}

function shown(e: Expression): string {
  return printExpression(e);
}

type Sign = 1 | -1;

/** The signs of the declared names and of pi, where they are known. */
function signsOf({ variables, parameters, constants }: DeclaredNames): (name: string) => Sign | null {
  const all = [...variables, ...parameters, ...constants];
  return (name) => {
    const declaration = all.find((one) => one.name === name);
    if (declaration === undefined) return name === 'pi' ? 1 : null;
    const { domain, value } = declaration;
    if (value !== undefined) return value.numerator === 0 ? null : value.numerator > 0 ? 1 : -1;
    switch (domain.kind) {
      case 'circle':
        return null;
      case 'interval':
        if (domain.low !== null && numberOf(domain.low) >= 0) return 1;
        return domain.high !== null && numberOf(domain.high) <= 0 ? -1 : null;
      case 'integers':
        if (domain.low !== null && domain.low > 0) return 1;
        return domain.high !== null && domain.high < 0 ? -1 : null;
      case 'set':
        if (domain.values.every(({ numerator }) => numerator > 0)) return 1;
        return domain.values.every(({ numerator }) => numerator < 0) ? -1 : null;
    }
  };
}

/** The sign of an expression where it is manifest from those of its names. */
function knownSign(e: Expression, signs: (name: string) => Sign | null): Sign | null {
  const of = (part: Expression): Sign | null => knownSign(part, signs);
  const product = (parts: readonly Expression[]): Sign | null =>
    parts.map(of).reduce((a, b) => (a === null || b === null ? null : a === b ? 1 : -1), 1);
  switch (e.kind) {
    case 'number':
      return e.value.numerator === 0 ? null : e.value.numerator > 0 ? 1 : -1;
    case 'symbol':
      return signs(e.name);
    case 'add': {
      const [first, ...others] = e.terms.map(of);
      return others.every((sign) => sign === first) ? (first ?? null) : null;
    }
    case 'multiply':
    case 'divide':
      return product(partsOf(e));
    case 'negate':
      return product([number(-1), e.of]);
    case 'power': {
      const whole = constantValue(e.exponent);
      if (of(e.base) === 1) return 1;
      return whole?.denominator === 1 && Number(whole.numerator) % 2 !== 0 ? of(e.base) : null;
    }
    case 'call':
      return e.name === 'exp' || (e.name === 'sqrt' && of(e.argument) === 1) ? 1 : null;
    default:
      return null;
  }
}
