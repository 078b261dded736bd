import { rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { addNaturals, asVariable, type Natural, numberNatural } from './natural.ts';
import type { PointVariable, SamplePoint } from './space.ts';
import type { Argument, DefinedFunction, Parameter, RealFunction, Term, UndeterminedFunction } from './term.ts';

/** What a function of terms is called with. A number is a natural number; a direction is a point. */
export type Operand = SamplePoint | Natural | number;

/** An undetermined function, to be called: `p(x)` is the term p(x; θ). */
export interface CallableFunction {
  (...operands: Operand[]): Term;
  readonly symbol: UndeterminedFunction;
}

/** What a function of real arguments is called with: operands for its parameters, then the arguments. */
export type RealOperands = readonly [...Operand[], Term | number];

/**
 * An undetermined function of real arguments, to be called: `sigma(u)` for one argument; `F(i, u(i))` for the arguments
 * u_i, one for each point i of the space of inputs, with parameters before.
 */
export interface CallableRealFunction {
  (...operands: RealOperands): Term;
  readonly symbol: RealFunction;
  /** The derivative of a function of one argument: `sigma.prime(u)`, `sigma.prime.prime(u)`. */
  readonly prime: CallableRealFunction;
  /** The partial derivative in the argument with this number: `F.partial(j)(i, u(i))`. */
  partial(...place: SamplePoint[]): CallableRealFunction;
}

/** A defined function, to be called. */
export interface CallableDefinition {
  (...operands: Operand[]): Term;
  readonly definition: DefinedFunction;
}

/** The natural number n + 1. */
export function next(n: Natural | number): Natural {
  return plus(n, 1);
}

/** The natural number m + n, such as the number of the layer k layers above layer l. */
export function plus(m: Natural | number, n: Natural | number): Natural {
  return addNaturals(natural(m), natural(n));
}

/** A natural number as an expression. */
export function natural(n: Natural | number): Natural {
  return typeof n === 'number' ? numberNatural(n) : n;
}

/** The pair of two points, in the product of their spaces. */
export function pairOf(left: SamplePoint, right: SamplePoint): SamplePoint {
  return { kind: 'pair', left, right };
}

/** What a function is called with, as an argument. */
export function operandSort(operand: Operand): Argument {
  if (typeof operand === 'number') return { sort: 'natural', value: natural(operand) };
  return 'kind' in operand ? { sort: 'point', value: operand } : { sort: 'natural', value: operand };
}

/** A variable as a parameter. */
export function parameterOf(parameter: PointVariable | Natural): Parameter {
  if ('kind' in parameter) return { sort: 'point', name: parameter.name, space: parameter.space };
  const name = asVariable(parameter);
  if (name !== null) return { sort: 'natural', name };
  throw new InputError('a parameter must be a variable');
}

/** A function to be called. */
export function callable(symbol: UndeterminedFunction): CallableFunction {
  const call = (...operands: Operand[]): Term => ({
    kind: 'apply',
    function: symbol,
    arguments: operands.map(operandSort),
  });
  return Object.freeze(Object.assign(call, { symbol }));
}

/** A function of real arguments to be called, with these partial derivatives taken. */
export function callableReal(symbol: RealFunction, along: readonly (readonly SamplePoint[])[]): CallableRealFunction {
  const [first, count] = [symbol.parameters.length, symbol.inputs.length];
  const call = (...operands: RealOperands): Term => {
    const last = operands[operands.length - 1];
    const before = operands.slice(0, -1) as Operand[];
    const over = before.slice(first).map((variable) => {
      if (typeof variable === 'object' && 'kind' in variable && variable.kind === 'variable') return variable;
      throw new InputError(`${symbol.name} takes variables for the points that number its real arguments`);
    });
    if (over.length !== count) {
      throw new InputError(`${symbol.name} takes ${first} parameters, ${count} variables and then its real arguments`);
    }
    const of: Term = typeof last === 'number' ? { kind: 'rational', ...rational(last) } : (last as Term);
    const values = before.slice(0, first).map(operandSort);
    return { kind: 'compose', function: symbol, arguments: values, along, over, of };
  };
  const partial = (...place: SamplePoint[]): CallableRealFunction => callableReal(symbol, [...along, place]);
  const made = Object.assign(call, { symbol, partial });
  return Object.defineProperty(made, 'prime', { get: () => partial() }) as CallableRealFunction;
}

/** A defined function to be called. */
export function callableDefinition(definition: DefinedFunction): CallableDefinition {
  const call = (...operands: Operand[]): Term => ({
    kind: 'defined',
    definition,
    arguments: operands.map(operandSort),
  });
  return Object.freeze(Object.assign(call, { definition }));
}
