import { type Equation, type Program, type Tensor, tensor, type Variable } from '../../program/index.ts';
import { checkInputs, disposed, type Engine, type Executable, handOver } from '../engine.ts';
import { type Capabilities, checkSupport } from '../support.ts';
import { type Meaning, meanings } from './rules.ts';

const capabilities: Capabilities = { name: 'reference', dtypes: ['float64'] };

/**
 * The value of a float64 program, equation by equation in plain JavaScript: the definition that every engine is held
 * to. Throws InputError on inputs of another type, UnsupportedError on float32.
 */
export function evaluate(program: Program, inputs: Readonly<Record<string, Tensor>>): Record<string, Tensor> {
  checkSupport(capabilities, program);
  checkInputs(program, inputs);
  const values: Tensor[] = program.inputs.map(({ name }) => inputs[name]!);
  for (const equation of program.equations) values.push(apply(equation, values));
  const copy = ({ id, type }: Variable): Tensor => tensor('float64', type.shape, Float64Array.from(values[id]!.data));
  return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, copy(variable)]));
}

function apply({ primitive, operands, attributes, result }: Equation, values: readonly Tensor[]): Tensor {
  const meaning = meanings[primitive] as Meaning<Equation['attributes']>;
  const entries = meaning(
    operands.map((operand) => values[operand.id]!),
    attributes,
    result.type,
  );
  return tensor('float64', result.type.shape, entries);
}

/** The engine that defines the others: plain JavaScript, float64, no native code. Slow, and meant to be read. */
export const referenceEngine: Engine = {
  ...capabilities,
  async compile(program) {
    checkSupport(capabilities, program);
    let open = true;
    const executable: Executable = {
      program,
      async run(inputs) {
        if (!open) throw disposed(program);
        return evaluate(program, inputs);
      },
      bind: async (inputs) => handOver(executable, inputs),
      async dispose() {
        open = false;
      },
    };
    return executable;
  },
};
