import { generatorsOf } from '../algebra/index.ts';
import { type ClosedForm, type Expression, evaluator, undetermined } from '../calculus/index.ts';
import { InputError, UnsupportedError } from '../errors.ts';
import type { CalculationMeaning } from './calculation-language.ts';

/** An assumed equation with both sides parsed. */
export interface Equation {
  readonly name: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** Rewriting ends after this many rounds, for equations that would go on for ever. */
const rounds = 20;

/**
 * The closed form with the left sides of equations replaced by the right ones, wherever they occur, until none is left.
 * A left side is a name, or an undetermined function of different names, perhaps differentiated: then its further derivatives are
 * those of the right side.
 *
 * Throws {@link InputError} for other left sides, {@link UnsupportedError} where the replacement does not come to an end.
 */
export function rewritten(meaning: CalculationMeaning, equations: readonly Equation[], a: ClosedForm): ClosedForm {
  if (equations.length === 0) return a;
  const { forms } = meaning;
  const rules = equations.map((equation) => ruleOf(meaning, equation));
  let value = a;
  for (let round = 0; round < rounds; round++) {
    const next = evaluator(
      forms,
      forms,
      (name) => rules.find((rule) => rule.name === name && rule.of === null)?.right ?? forms.symbol(name),
      (name, orders, args) => applied(meaning, rules, name, orders, args) ?? undetermined(forms)(name, orders, args),
    )(value);
    if (forms.equals(next, value)) return value;
    value = next;
  }
  throw new UnsupportedError(`replacing by ${equations.map(({ name }) => name).join(', ')} does not come to an end`);
}

/** What takes the place of a name, or of a function with these orders of differentiation at these names. */
interface Rule {
  readonly name: string;
  readonly of: { readonly orders: readonly number[]; readonly names: readonly string[] } | null;
  readonly right: ClosedForm;
}

function ruleOf(meaning: CalculationMeaning, { name, left, right }: Equation): Rule {
  const value = meaning.value(right);
  if (left.kind === 'symbol') return { name: left.name, of: null, right: value };
  const { forms } = meaning;
  const form = meaning.value(left);
  const [only, ...others] = generatorsOf(form).map((index) => forms.kernels[index]);
  if (
    only?.kind === 'unknown' &&
    others.length === 0 &&
    forms.equals(form, forms.unknown(only.name, only.arguments, only.orders))
  ) {
    const names = only.arguments.map((argument) => {
      const found = forms.symbolsOf(argument).find((symbol) => forms.equals(argument, forms.symbol(symbol)));
      if (found === undefined) throw unsuitable(name);
      return found;
    });
    // f(t, t) = u says nothing of the partial derivatives of f.
    if (new Set(names).size < names.length) throw unsuitable(name);
    return { name: only.name, of: { orders: only.orders, names }, right: value };
  }
  throw unsuitable(name);
}

function unsuitable(name: string): InputError {
  return new InputError(
    `the left side of the assumption ${name} must be a name, or an undetermined function of different names, perhaps differentiated`,
  );
}

function applied(
  { forms }: CalculationMeaning,
  rules: readonly Rule[],
  name: string,
  orders: readonly number[],
  args: readonly ClosedForm[],
): ClosedForm | undefined {
  for (const { name: called, of, right } of rules) {
    if (called !== name || of === null || of.names.length !== args.length) continue;
    if (!of.orders.every((order, place) => order <= orders[place])) continue;
    if (!of.names.every((symbol, place) => forms.equals(args[place], forms.symbol(symbol)))) continue;
    return of.names.reduce((value, symbol, place) => {
      let derivative = value;
      for (let k = of.orders[place]; k < orders[place]; k++) derivative = forms.derivative(derivative, symbol);
      return derivative;
    }, right);
  }
  return undefined;
}
