import { generatorsOf, type RationalFunctions, rational } from '../algebra/index.ts';
import type { ElementaryField } from './elementary-field.ts';
import { exponentialIn } from './exponential.ts';
import {
  argumentsOf,
  type ClosedForm,
  type Kernel,
  type KernelTower,
  kernelTower,
  type SymbolDeclaration,
  symbolForm,
} from './kernel.ts';
import { logarithmIn } from './logarithm.ts';
import { polygammaIn } from './polygamma.ts';
import { powerIn } from './radical.ts';
import { specialFunctionsIn, twoOverRootOfPi } from './special-functions.ts';
import { type Trigonometric, trigonometricIn } from './trigonometric.ts';
import { unknownFunctionIn } from './unknown-function.ts';

/**
 * The differential field generated over Q by declared symbols and the kernels (exponentials, logarithms, tangents, erf, Bessel
 * functions, derivatives of log Gamma, undetermined functions) that are formed in it. Canonical as long as its kernels
 * are algebraically independent ({@link equality} says when they are known to be); which relations hold by construction
 * stands at each function.
 */
export interface ClosedForms extends RationalFunctions, ElementaryField<ClosedForm> {
  /** The kernels so far; number k belongs to generator k. */
  readonly kernels: readonly Kernel[];
  /** The number pi, where that name is declared and means it. */
  readonly pi: ClosedForm | null;
  /** A declared symbol. Throws {@link InputError} with the declared names for any other. */
  symbol(name: string): ClosedForm;
  /** The derivative along a declared symbol, the other symbols held fixed. */
  derivative(a: ClosedForm, name: string): ClosedForm;
  /**
   * Announces exponents whose exponentials will be formed: needed where exp(u/2) and exp(u/3) are to stand side by side,
   * which then are powers of exp(u/6).
   */
  prepareExponentials(exponents: readonly ClosedForm[]): void;
  /** The same for the angles of sines and cosines, sin(u/2) and sin(u/3). */
  prepareAngles(angles: readonly ClosedForm[]): void;
  /**
   * An undetermined smooth function of some arguments, differentiated `orders[i]` times along argument i (not at all
   * unless told). Partial derivatives commute by construction and follow the chain rule. Throws {@link InputError} for
   * orders that do not fit the arguments.
   */
  unknown(name: string, args: readonly ClosedForm[], orders?: readonly number[]): ClosedForm;
  /** The declared symbols on which `a` depends, through kernels too. */
  symbolsOf(a: ClosedForm): string[];
}

/** The field of closed forms over the given symbols. */
export function closedForms(symbols: readonly SymbolDeclaration[]): ClosedForms {
  const tower = kernelTower(symbols);
  const power = powerIn(tower);
  const exponential = exponentialIn(tower, power);
  const log = logarithmIn(tower);
  const { sin, cos, tan, prepare: prepareAngles }: Trigonometric = trigonometricIn(tower, power);
  const polygamma = polygammaIn(tower, log);
  const special = specialFunctionsIn(tower);
  const unknown = unknownFunctionIn(tower);
  const symbolsOf = (a: ClosedForm): string[] => {
    const names = generatorsOf(a).flatMap((index) => {
      const kernel = tower.kernels[index];
      return kernel.kind === 'symbol' ? [kernel.name] : argumentsOf(kernel).flatMap(symbolsOf);
    });
    return [...new Set(names)];
  };
  return {
    ...tower.field,
    kernels: tower.kernels,
    pi: tower.pi,
    symbol: (name) => symbolForm(tower, name),
    derivative: derivativeIn(tower, {
      exp: exponential.exp,
      power,
      polygamma,
      unknown,
      besselRatio: special.besselRatio,
    }),
    symbolsOf,
    exp: exponential.exp,
    prepareExponentials: exponential.prepare,
    log,
    sin,
    cos,
    tan,
    prepareAngles,
    polygamma,
    ...special,
    unknown,
    power,
  };
}

function derivativeIn(
  tower: KernelTower,
  {
    exp,
    power,
    polygamma,
    unknown,
    besselRatio,
  }: Pick<ClosedForms, 'exp' | 'power' | 'polygamma' | 'unknown' | 'besselRatio'>,
): ClosedForms['derivative'] {
  const {
    zero,
    one,
    add,
    subtract,
    negate,
    multiply,
    divide,
    generator,
    integerPower,
    fromInteger,
    isZero,
    derivation,
  } = tower.field;
  const known = new Map<string, ClosedForm>();
  const ofKernel = (index: number, name: string): ClosedForm => {
    const kernel = tower.kernels[index];
    switch (kernel.kind) {
      case 'symbol': // g = v^(1/q), so dg/dv = g^(1-q)/q
        if (kernel.name !== name) return zero;
        return kernel.order === 1
          ? one
          : divide(integerPower(generator(index), 1 - kernel.order), fromInteger(kernel.order));
      case 'root': {
        const logarithmic = divide(derivative(kernel.argument, name), kernel.argument);
        return multiply(multiply(tower.field.fromRational(rational(1, kernel.order)), generator(index)), logarithmic);
      }
      case 'exp':
        return multiply(generator(index), derivative(kernel.argument, name));
      case 'log':
        return divide(derivative(kernel.argument, name), kernel.argument);
      case 'tan':
        return multiply(add(one, integerPower(generator(index), 2)), derivative(kernel.argument, name));
      case 'erf': {
        const gaussian = exp(negate(integerPower(kernel.argument, 2)));
        return multiply(multiply(twoOverRootOfPi(tower, power), gaussian), derivative(kernel.argument, name));
      }
      case 'besselRatio': {
        const ratio = generator(index);
        const slope = subtract(one, add(divide(ratio, kernel.argument), integerPower(ratio, 2)));
        return multiply(slope, derivative(kernel.argument, name));
      }
      case 'logBesselI0':
        return multiply(besselRatio(kernel.argument), derivative(kernel.argument, name));
      case 'polygamma': {
        const inner = derivative(kernel.argument, name);
        return isZero(inner) ? zero : multiply(polygamma(kernel.order + 1, kernel.argument), inner);
      }
      case 'unknown': {
        const { name: f, arguments: args, orders } = kernel;
        const terms = args.map((argument, place) => {
          const inner = derivative(argument, name);
          return isZero(inner) ? zero : multiply(unknown(f, args, orders.with(place, orders[place] + 1)), inner);
        });
        return tower.field.sum(terms);
      }
    }
  };
  const derivative = (a: ClosedForm, name: string): ClosedForm =>
    derivation(a, (index) => {
      const key = `${index} ${name}`;
      const value = known.get(key) ?? ofKernel(index, name);
      known.set(key, value);
      return value;
    });
  return (a, name) => {
    tower.symbolNumber(name);
    return derivative(a, name);
  };
}
