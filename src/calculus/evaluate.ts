import { degreesOf, type Polynomial, rational, termsOf } from '../algebra/index.ts';
import { FisherRaoError } from '../errors.ts';
import type { ClosedForms } from './closed-forms.ts';
import { type ElementaryField, type FunctionMeaning, undetermined } from './elementary-field.ts';
import { type ClosedForm, exponentUnit, type Kernel } from './kernel.ts';

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
      case 'root':
        return target.power(evaluate(kernel.argument), rational(1, kernel.order));
      case 'exp':
        return target.exp(evaluate(kernel.argument));
      case 'log':
        return target.log(evaluate(kernel.argument));
      case 'tan':
        return target.tan(evaluate(kernel.argument));
      case 'erf':
      case 'besselRatio':
      case 'logBesselI0':
        return target[kernel.kind](evaluate(kernel.argument));
      case 'polygamma':
        return target.polygamma(kernel.order, evaluate(kernel.argument));
      case 'unknown':
        return functions(kernel.name, kernel.orders, kernel.arguments.map(evaluate));
    }
  };
  const power = (index: number, exponent: number): E => {
    powers[index] ??= [target.one, kernelValue(index)];
    return powerIn(powers[index], exponent);
  };
  const powerIn = (list: E[], exponent: number): E => {
    while (list.length <= exponent) list.push(target.multiply(list[list.length - 1], list[1]));
    return list[exponent];
  };
  const angles: { readonly sin: E[]; readonly cos: E[] }[] = [];
  /** sin^exponent cos^(degree - exponent) of a tangent's angle. */
  const angularPower = (index: number, exponent: number, degree: number): E => {
    if (angles[index] === undefined) {
      const angle = evaluate((forms.kernels[index] as Kernel & { kind: 'tan' }).argument);
      angles[index] = { sin: [target.one, target.sin(angle)], cos: [target.one, target.cos(angle)] };
    }
    const { sin, cos } = angles[index];
    return target.multiply(powerIn(sin, exponent), powerIn(cos, degree - exponent));
  };
  const direct: boolean[] = [];
  /** In closed forms the tangent itself may have a value where sine and cosine of its angle have none: in its own field. */
  const isDirect = (index: number): boolean => {
    direct[index] ??= 'kernels' in target && hasValue(() => power(index, 1));
    return direct[index];
  };
  const polynomial = (p: Polynomial, tangents: readonly Tangent[]): E =>
    target.sum(
      termsOf(p).map(({ coefficient, monomial }) => {
        let term = target.fromInteger(coefficient);
        monomial.exponents.forEach((exponent, index) => {
          if (exponent > 0 && (forms.kernels[index].kind !== 'tan' || isDirect(index)))
            term = target.multiply(term, power(index, exponent));
        });
        for (const { index, degree } of tangents) {
          term = target.multiply(term, angularPower(index, monomial.exponents[index] ?? 0, degree));
        }
        return term;
      }),
    );
  const evaluate = (a: ClosedForm): E => {
    const tangents = tangentsIn(forms, a).filter(({ index }) => !isDirect(index));
    const numerator = polynomial(a.numerator, tangents);
    return tangents.length === 0 && a.denominator.width === 0 && a.denominator.coefficients[0] === 1
      ? numerator
      : target.divide(numerator, polynomial(a.denominator, tangents));
  };
  return evaluate;
}

function hasValue(value: () => unknown): boolean {
  try {
    value();
    return true;
  } catch (error) {
    if (error instanceof FisherRaoError) return false;
    throw error;
  }
}

/** A tangent that occurs in a closed form, with its degree there. */
interface Tangent {
  readonly index: number;
  readonly degree: number;
}

/**
 * The tangents that occur: numerator and denominator are multiplied by the cosine to their degree, so that a closed form
 * in sin(u) and cos(u) has its value, to full precision, where tan(u/2) has its pole.
 */
function tangentsIn({ kernels }: ClosedForms, { numerator, denominator }: ClosedForm): Tangent[] {
  if (!kernels.some(({ kind }) => kind === 'tan')) return [];
  const width = Math.max(numerator.width, denominator.width);
  const [above, below] = [degreesOf(numerator, width), degreesOf(denominator, width)];
  return above.flatMap((degree, index) =>
    kernels[index].kind === 'tan' && degree + below[index] > 0
      ? [{ index, degree: Math.max(degree, below[index]) }]
      : [],
  );
}
