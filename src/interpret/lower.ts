import { type ClosedForm, type ClosedForms, evaluator } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { buildProgram, type Dtype, type Program, tensorType } from '../program/index.ts';
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
}

/**
 * The program that computes closed forms from the values of their symbols: scalar inputs by name, scalar outputs by
 * name, common subexpressions computed once. The symbol pi is the number. Throws {@link InputError} for a symbol that is
 * not among the inputs. Values are those of {@link programField}: log means log|a|.
 */
export function lowerClosedForms({ name, forms, outputs, inputs, dtype = 'float64' }: Lowering): Program {
  const types = Object.fromEntries(inputs.map((input) => [input, tensorType(dtype, [])]));
  const program = buildProgram(name, types, (b, variables) => {
    const field = programField(b, dtype);
    const write = evaluator(forms, field, (symbol) => {
      const variable = variables[symbol];
      if (variable) return variable;
      if (symbol === 'pi') return b.full({ dtype, shape: [] }, Math.PI);
      throw new InputError(`${name} depends on "${symbol}", which is not among its inputs ${inputs.join(', ')}`);
    });
    return Object.fromEntries(Object.entries(outputs).map(([output, form]) => [output, write(form)]));
  });
  return simplify(program);
}
