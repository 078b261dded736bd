import { buildProgram, type Program, type TensorType } from '../program/index.ts';
import type { Differentiation } from './jvp.ts';
import { linearize } from './linearize.ts';
import { freshPrefix, portsNamed } from './naming.ts';
import { simplify } from './simplify.ts';
import { transpose } from './transpose.ts';

/**
 * The product of a cotangent with the derivative (vector-Jacobian product, reverse accumulation): linearise, then
 * transpose. For y = f(x) the new program takes x and a cotangent `ct_y` per name in `of` and returns y and
 * `ct_x` = Df(x)^T ct_y per name in `wrt`; with `ct_y` = 1 for a scalar y that is the gradient. Where a name is taken
 * the prefix is `ct2_`, `ct3_`, ... The outputs y stay; `selectOutputs` drops them.
 * Throws UnsupportedError at a reduceMax that depends on `wrt` outside stopGradient, InputError at an unknown name.
 */
export function vjp(
  program: Program,
  { wrt, of = program.outputs.map((output) => output.name), prefix }: Differentiation,
): Program {
  const ct = freshPrefix(program, 'ct', [...wrt, ...of], prefix);
  const { primal, tangent, residuals, tangents } = linearize(program, { wrt, of });
  const transposed = transpose(tangent, { wrt: tangents });
  const cotangentInputs = transposed.inputs.slice(transposed.inputs.length - of.length).map((port) => port.name);
  const inputs: Record<string, TensorType> = {};
  for (const { name, variable } of program.inputs) inputs[name] = variable.type;
  for (const { name, variable } of portsNamed(program, 'outputs', of)) inputs[ct + name] = variable.type;
  const result = buildProgram(`vjp_${program.name}`, inputs, (b, variables) => {
    const values = b.inline(primal, variables);
    const given = { ...variables };
    for (const name of residuals) given[name] = values[name]!;
    of.forEach((name, i) => {
      given[cotangentInputs[i]!] = variables[ct + name]!;
    });
    const cotangents = Object.values(b.inline(transposed, given));
    const outputs = program.outputs.map(({ name }) => [name, values[name]!]);
    return Object.fromEntries([...outputs, ...wrt.map((name, i) => [ct + name, cotangents[i]!])]);
  });
  return simplify(result);
}
