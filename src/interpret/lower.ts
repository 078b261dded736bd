import { type ClosedForm, type ClosedForms, evaluator, isNumberPi } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import {
  buildProgram,
  type Dtype,
  type Program,
  type Shape,
  sameShape,
  tensorType,
  type Variable,
} from '../program/index.ts';
import { simplify } from '../transform/index.ts';
import { programField } from './program-field.ts';

/** What to lower to a program, and in which number format (float64 unless told). */
export interface Lowering {
  readonly name: string;
  /** The field in which the closed forms live. */
  readonly forms: ClosedForms;
  /** The closed forms by the names that the outputs shall have. */
  readonly outputs: Readonly<Record<string, ClosedForm>>;
  /** The names of the inputs, in order: every symbol that occurs must be among them, except pi. */
  readonly inputs: readonly string[];
  readonly dtype?: Dtype;
  /** The shape of every input and output, computed entry by entry; scalars unless told. */
  readonly shape?: Shape;
}

/**
 * The program that computes closed forms from the values of their symbols: inputs by name, outputs by name, all scalars or
 * all of one shape, common subexpressions computed once. The symbol pi is the number. Values are those of
 * {@link programField}: log means log|a|. Throws {@link InputError} for a symbol that is not among the inputs and
 * UnsupportedError for an undetermined function.
 */
export function lowerClosedForms({ name, forms, outputs, inputs, dtype = 'float64', shape = [] }: Lowering): Program {
  const types = Object.fromEntries(inputs.map((input) => [input, tensorType(dtype, shape)]));
  const program = buildProgram(name, types, (b, variables) => {
    const field = programField(b, dtype);
    const write = evaluator(forms, field, (symbol) => {
      const variable = variables[symbol];
      if (variable) return variable;
      if (isNumberPi(symbol)) return b.full({ dtype, shape: [] }, Math.PI);
      throw new InputError(`${name} depends on "${symbol}", which is not among its inputs ${inputs.join(', ')}`);
    });
    const filled = (form: ClosedForm): Variable => {
      const value = write(form);
      return sameShape(value.type.shape, shape) ? value : b.broadcast(value, shape);
    };
    return Object.fromEntries(Object.entries(outputs).map(([output, form]) => [output, filled(form)]));
  });
  return simplify(program);
}
