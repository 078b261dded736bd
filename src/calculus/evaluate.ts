import { type Polynomial, termsOf } from '../algebra/index.ts';
import type { ClosedForms } from './closed-forms.ts';
import { type ElementaryField, type FunctionMeaning, undetermined } from './elementary-field.ts';
import { type ClosedForm, exponentUnit } from './kernel.ts';

/**
 * The homomorphism from closed forms to another elementary field that sends each symbol to the given value: evaluation
 * at a point (numbers), Taylor expansion (jets), change of symbols. Values of kernels are computed once. Undetermined
 * functions mean what `functions` says; they stay undetermined in closed forms unless told, and are refused elsewhere.
 */
export function evaluator<E>(
  forms: ClosedForms,
  target: ElementaryField<E>,
  meaning: (symbol: string) => E,
  functions: FunctionMeaning<E> = undetermined(target),
): (a: ClosedForm) => E {
  const powers: E[][] = [];
  const kernelValue = (index: number): E => {
    const kernel = forms.kernels[index];
    switch (kernel.kind) {
      case 'symbol':
        return kernel.order === 1 ? meaning(kernel.name) : target.power(meaning(kernel.name), exponentUnit(kernel));
      case 'exp':
        return target.exp(evaluate(kernel.argument));
      case 'log':
        return target.log(evaluate(kernel.argument));
      case 'polygamma':
        return target.polygamma(kernel.order, evaluate(kernel.argument));
      case 'unknown':
        return functions(kernel.name, kernel.orders, kernel.arguments.map(evaluate));
    }
  };
  const power = (index: number, exponent: number): E => {
    powers[index] ??= [target.one, kernelValue(index)];
    const list = powers[index];
    while (list.length <= exponent) list.push(target.multiply(list[list.length - 1], list[1]));
    return list[exponent];
  };
  const polynomial = (p: Polynomial): E =>
    target.sum(
      termsOf(p).map(({ coefficient, monomial }) => {
        let term = target.fromInteger(coefficient);
        monomial.exponents.forEach((exponent, index) => {
          if (exponent > 0) term = target.multiply(term, power(index, exponent));
        });
        return term;
      }),
    );
  const evaluate = (a: ClosedForm): E => {
    const numerator = polynomial(a.numerator);
    return a.denominator.width === 0 && a.denominator.coefficients[0] === 1
      ? numerator
      : target.divide(numerator, polynomial(a.denominator));
  };
  return evaluate;
}
