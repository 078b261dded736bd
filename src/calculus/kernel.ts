import {
  generatorsOf,
  type RadicalRelation,
  type Rational,
  type RationalFunction,
  type RationalFunctions,
  radicalExtension,
  rational,
  rationalFunctionKey,
  rationalFunctions,
} from '../algebra/index.ts';
import { InputError, UnsupportedError } from '../errors.ts';
import { isNumberPi } from './number-pi.ts';

/** An element of a field of closed forms: a rational function of its kernels. */
export type ClosedForm = RationalFunction;

/**
 * A generator of a field of closed forms. Kernel number k is generator k of the underlying rational functions:
 * a symbol's root v^(1/order), a root u^(1/order) of a form that is positive, exp(u), log|u|, tan(u), erf(u), I1(u)/I0(u),
 * log I0(u) for modified Bessel functions, the derivative of order n + 1 of log|Gamma| at u, or the partial
 * derivative, `orders[i]` times along its argument i, of an undetermined smooth function at `arguments`.
 */
export type Kernel =
  | { readonly kind: 'symbol'; readonly name: string; readonly positive: boolean; readonly order: number }
  | { readonly kind: 'root'; readonly order: number; readonly argument: ClosedForm }
  | { readonly kind: 'exp'; readonly argument: ClosedForm }
  | { readonly kind: 'log'; readonly argument: ClosedForm }
  | { readonly kind: 'tan'; readonly argument: ClosedForm }
  | { readonly kind: 'erf' | 'besselRatio' | 'logBesselI0'; readonly argument: ClosedForm }
  | { readonly kind: 'polygamma'; readonly order: number; readonly argument: ClosedForm }
  | {
      readonly kind: 'unknown';
      readonly name: string;
      readonly orders: readonly number[];
      readonly arguments: readonly ClosedForm[];
    };

/** A name that closed forms may contain. */
export interface SymbolDeclaration {
  readonly name: string;
  /** Licenses log(v^2) = 2 log v and roots of v. */
  readonly positive?: boolean;
  /** For positive v, the common denominator of the exponents that will occur: 2 where sqrt(v) does. 1 unless given. */
  readonly order?: number;
  /** The names pi and π are the number unless this says that it stands for something else. */
  readonly variable?: boolean;
}

/** The kernels of one field, in order of appearance: it only grows. */
export interface KernelTower {
  readonly kernels: readonly Kernel[];
  /** The arithmetic of closed forms: rational functions of the kernels modulo the relations of their roots. */
  readonly field: RationalFunctions;
  /** The root that `kernel` is, with the relation g^degree = radicand to kernels that are there already. */
  adjoinRoot(kernel: Kernel & { readonly kind: 'root' }, degree: number, radicand: ClosedForm): ClosedForm;
  /** The number of a kernel, which is added where it is new. */
  numberOf(kernel: Kernel): number;
  /** The number of a kernel that is there already, or `undefined`. */
  known(kernel: Kernel): number | undefined;
  /** The number of a declared symbol, or `undefined`. */
  find(symbol: string): number | undefined;
  /** The log kernels of which the sign of the argument is not known: logarithms of both signs were formed. */
  readonly signless: Set<number>;
  /** The number pi as a closed form, where that name is declared and means it. */
  readonly pi: ClosedForm | null;
  /** As {@link KernelTower.find}, but an {@link InputError} that lists the declared names for an unknown one. */
  symbolNumber(symbol: string): number;
}

/** How deep roots may be nested: the arithmetic of n square roots takes 2^n terms and more. */
const deepestRoots = 4;

/** The tower that holds the declared symbols and nothing else yet. Throws {@link InputError} for a name declared twice. */
export function kernelTower(symbols: readonly SymbolDeclaration[]): KernelTower {
  const kernels: Kernel[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (kernel: Kernel): number => {
    const key = kernelKey(kernel);
    const known = numbers.get(key) ?? kernels.push(kernel) - 1;
    numbers.set(key, known);
    return known;
  };
  for (const { name, positive = false, order = 1 } of symbols) {
    if (numbers.has(`symbol ${name}`)) throw new InputError(`the name "${name}" is declared twice`);
    numberOf({ kind: 'symbol', name, positive, order: positive ? order : 1 });
  }
  const find = (symbol: string): number | undefined => numbers.get(`symbol ${symbol}`);
  const relations: RadicalRelation[] = [];
  const piName = symbols.find(({ name, variable }) => isNumberPi(name) && variable !== true)?.name;
  const piNumber = piName === undefined ? undefined : find(piName);
  return {
    kernels,
    signless: new Set(),
    pi: piNumber === undefined ? null : symbolOf(kernels, piNumber),
    field: radicalExtension(relations),
    adjoinRoot: (kernel, degree, radicand) => {
      const depth = rootDepth(kernels, kernel.argument) + 1;
      if (depth > deepestRoots) {
        throw new UnsupportedError(`roots nested ${depth} deep are not written out, only up to ${deepestRoots}`);
      }
      const generator = numberOf(kernel);
      relations.push({ generator, degree, radicand });
      return rationalFunctions.generator(generator);
    },
    numberOf,
    known: (kernel) => numbers.get(kernelKey(kernel)),
    find,
    symbolNumber: (symbol) => {
      const found = find(symbol);
      if (found !== undefined) return found;
      throw new InputError(`unknown name "${symbol}": the names here are ${symbols.map((s) => s.name).join(', ')}`);
    },
  };
}

function rootDepth(kernels: readonly Kernel[], a: ClosedForm): number {
  return generatorsOf(a).reduce((depth, index) => {
    const kernel = kernels[index];
    return kernel.kind === 'root' ? Math.max(depth, 1 + rootDepth(kernels, kernel.argument)) : depth;
  }, 0);
}

function kernelKey(kernel: Kernel): string {
  switch (kernel.kind) {
    case 'symbol':
      return `symbol ${kernel.name}`;
    case 'exp':
    case 'log':
    case 'tan':
    case 'erf':
    case 'besselRatio':
    case 'logBesselI0':
      return `${kernel.kind} ${rationalFunctionKey(kernel.argument)}`;
    case 'root':
    case 'polygamma':
      return `${kernel.kind} ${kernel.order} ${rationalFunctionKey(kernel.argument)}`;
    case 'unknown':
      return `unknown ${kernel.name} ${kernel.orders.join()} ${kernel.arguments.map(rationalFunctionKey).join(' ')}`;
  }
}

/** What a kernel is applied to; nothing for a symbol. */
export function argumentsOf(kernel: Kernel): readonly ClosedForm[] {
  switch (kernel.kind) {
    case 'symbol':
      return [];
    case 'unknown':
      return kernel.arguments;
    default:
      return [kernel.argument];
  }
}

/** log(k^n) = n log(k) and (k^n)^(1/n) = k hold without a modulus: positive symbols, exponentials, roots. */
export function isPositiveKernel(kernel: Kernel): boolean {
  return kernel.kind === 'exp' || kernel.kind === 'root' || (kernel.kind === 'symbol' && kernel.positive);
}

/** The exponent of v that exponent 1 of its kernel stands for: 1/order for symbols. */
export function exponentUnit(kernel: Kernel): Rational {
  return rational(1, kernel.kind === 'symbol' ? kernel.order : 1);
}

/** A declared symbol as a closed form: its kernel to the power of its order. */
export function symbolForm(tower: KernelTower, name: string): ClosedForm {
  return symbolOf(tower.kernels, tower.symbolNumber(name));
}

function symbolOf(kernels: readonly Kernel[], index: number): ClosedForm {
  const kernel = kernels[index];
  return rationalFunctions.integerPower(
    rationalFunctions.generator(index),
    kernel.kind === 'symbol' ? kernel.order : 1,
  );
}
