import { scalar, type Variable } from '../../program/index.ts';
import { erfByArithmetic } from '../index.ts';
import type { GraphWriter, Placed } from './graph.ts';

/** erf in arithmetic, for number formats and devices on which onnxruntime lacks it or has it too coarsely. */
export function composedErf(graph: GraphWriter, [operand]: readonly Variable[]): Placed {
  const { dtype } = operand!.type;
  const { name, shape } = graph.read(operand!);
  const node = (operator: string, ...inputs: (string | number)[]): string =>
    graph.node(
      operator,
      inputs.map((input) => (typeof input === 'string' ? input : graph.constant(scalar(input, dtype)).name)),
      shape,
    ).name;
  const erf = erfByArithmetic<string>(name, dtype, {
    add: (x, y) => node('Add', x, y),
    subtract: (x, y) => node('Sub', x, y),
    multiply: (x, y) => node('Mul', x, y),
    divide: (x, y) => node('Div', x, y),
    minimum: (x, y) => node('Min', x, y),
    exp: (x) => node('Exp', x),
    absolute: (x) => node('Abs', x),
  });
  return { name: erf, shape };
}
