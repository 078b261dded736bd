import { checkInputs, type Engine, type Executable, handOver } from '../../src/engine/index.ts';
import { type Meaning, meanings } from '../../src/engine/reference/rules.ts';
import { type Equation, type Primitive, type Tensor, tensor } from '../../src/program/index.ts';

/** The reference engine with one primitive wrong: the largest entry of each result is off by a relative 1e-3. */
export function wrongIn(primitive: Primitive): Engine {
  return {
    name: `wrong in ${primitive}`,
    dtypes: ['float64'],
    compile: async (program) => {
      const executable: Executable = {
        program,
        bind: async (inputs) => handOver(executable, inputs),
        run: async (inputs) => {
          checkInputs(program, inputs);
          const values: Tensor[] = program.inputs.map(({ name }) => inputs[name]!);
          for (const equation of program.equations)
            values.push(applied(equation, values, equation.primitive === primitive));
          return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, values[variable.id]!]));
        },
        dispose: async () => undefined,
      };
      return executable;
    },
  };
}

function applied(
  { primitive, operands, attributes, result }: Equation,
  values: readonly Tensor[],
  wrong: boolean,
): Tensor {
  const meaning = meanings[primitive] as Meaning<Equation['attributes']>;
  const entries = meaning(
    operands.map((operand) => values[operand.id]!),
    attributes,
    result.type,
  );
  if (wrong) {
    const worst = entries.reduce((best, x, i) => (Math.abs(x) > Math.abs(entries[best]!) ? i : best), 0);
    entries[worst] = entries[worst]! * 1.001;
  }
  return tensor('float64', result.type.shape, entries);
}
