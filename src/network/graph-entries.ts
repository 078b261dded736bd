import type { Builder, Variable } from '../program/index.ts';
import { activations, exactGelu } from './activation.ts';
import { type GraphInputs, type GraphOperator, numberOf, refuse, result, tensorAt } from './graph-input.ts';
import type { GraphValue, NodeContext } from './graph-value.ts';

/** An operator on each entry by itself. */
export function unary(write: (b: Builder, x: Variable) => Variable): GraphOperator {
  return (context, inputs) => result(write(context.b, tensorAt(context, inputs, 0)));
}

/** An operator on entries with NumPy's broadcasting; of integers it is carried out. */
export function binary(
  write: (b: Builder, x: Variable, y: Variable) => Variable,
  compute: (x: number, y: number) => number,
): GraphOperator {
  return (context, inputs) => {
    const [left, right] = inputs;
    if (left?.kind === 'integers' && right?.kind === 'integers') {
      const [long, short] = [
        Math.max(left.data.length, right.data.length),
        Math.min(left.data.length, right.data.length),
      ];
      if (short !== long && short !== 1) refuse(context, 'integers of these shapes do not go together');
      const at = (data: readonly number[], i: number): number => data[data.length === 1 ? 0 : i]!;
      const data = Array.from({ length: long }, (_, i) => compute(at(left.data, i), at(right.data, i)));
      return [{ kind: 'integers', shape: left.data.length >= right.data.length ? left.shape : right.shape, data }];
    }
    return result(write(context.b, tensorAt(context, inputs, 0), tensorAt(context, inputs, 1)));
  };
}

/** A power with a known exponent: whole ones by products, halves by roots. */
export function power(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const [, exponent] = inputs;
  const known = exponent?.kind === 'integers' ? exponent.data : exponent?.constant;
  const value = known?.length === 1 ? known[0] : undefined;
  if (value === undefined) return refuse(context, 'the exponent must be one known number');
  const { b } = context;
  const x = tensorAt(context, inputs, 0);
  if (value === 0.5) return result(b.sqrt(x));
  if (!Number.isInteger(value) || value < 1 || value > 8)
    return refuse(context, `exponents 0.5, 1, ..., 8 are known, not ${value}`);
  return result(Array.from({ length: value - 1 }).reduce<Variable>((product) => b.multiply(product, x), x));
}

/** max(x, 0), with its kink. */
export function relu(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  context.kink(x);
  return result(activations.relu(context.b, x));
}

/** x above 0 and alpha x below. */
export function leakyRelu(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  const { b } = context;
  context.kink(x);
  const slope = numberOf(context, 'alpha', 0.01);
  return result(b.add(b.multiply(x, slope), b.multiply(activations.relu(b, x), 1 - slope)));
}

/** alpha (exp x - 1) below 0: a kink, of its second derivative where alpha is 1. */
export function elu(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  const { b } = context;
  context.kink(x);
  const above = activations.relu(b, x);
  // exp of what is not positive: nothing overflows.
  const below = b.subtract(b.exp(b.subtract(x, above)), 1);
  return result(b.add(above, b.multiply(below, numberOf(context, 'alpha', 1))));
}

/** x above 0 and slope x below, the slopes an input. */
export function sloped(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  const { b } = context;
  context.kink(x);
  const above = activations.relu(b, x);
  return result(b.add(above, b.multiply(tensorAt(context, inputs, 1), b.subtract(x, above))));
}

/** |x|, with its kink. */
export function absolute(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  context.kink(x);
  return result(context.b.absolute(x));
}

/** The larger or smaller of two values: max(x, y) = y + relu(x - y), min(x, y) = x - relu(x - y). */
export function extremum(which: 'largest' | 'least'): GraphOperator {
  return (context, inputs) => {
    const { b } = context;
    const values = inputs.map((_, place) => tensorAt(context, inputs, place));
    return result(
      values.reduce((known, value) => {
        const gap = b.subtract(known, value);
        context.kink(gap);
        return which === 'largest'
          ? b.add(value, activations.relu(b, gap))
          : b.subtract(known, activations.relu(b, gap));
      }),
    );
  };
}

/** x between two bounds, by attributes or, in newer operator sets, by inputs. */
export function clipped(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const bound = (name: string, place: number): number | undefined => {
    const value = inputs[place];
    if (!value) return context.node.attributes[name]?.number;
    const known = value.kind === 'integers' ? value.data : value.constant;
    return known?.length === 1 ? known[0] : refuse(context, `the bound ${name} must be one known number`);
  };
  return result(between(context, tensorAt(context, inputs, 0), bound('min', 1), bound('max', 2)));
}

function between({ b, kink }: NodeContext, x: Variable, low: number | undefined, high: number | undefined): Variable {
  let value = x;
  if (low !== undefined) {
    const above = b.subtract(value, low);
    kink(above);
    value = b.add(activations.relu(b, above), low);
  }
  if (high === undefined) return value;
  const above = b.subtract(value, high);
  kink(above);
  return b.subtract(value, activations.relu(b, above));
}

/** alpha x + beta between 0 and 1. */
export function hardSigmoid(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const { b } = context;
  const line = b.multiply(tensorAt(context, inputs, 0), numberOf(context, 'alpha', 0.2));
  return result(between(context, b.add(line, numberOf(context, 'beta', 0.5)), 0, 1));
}

/** x times x / 6 + 1 / 2 between 0 and 1. */
export function hardSwish(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const { b } = context;
  const x = tensorAt(context, inputs, 0);
  return result(b.multiply(x, between(context, b.add(b.divide(x, 6), 0.5), 0, 1)));
}

/** x (1 + tanh(...)) / 2 for `approximate` = tanh, else x (1 + erf(x / sqrt 2)) / 2. */
export const gelu: GraphOperator = (context, inputs) => {
  const form = context.node.attributes['approximate']?.text ?? 'none';
  if (form !== 'tanh' && form !== 'none') refuse(context, `approximate = ${form} is not known, only tanh and none`);
  return result((form === 'tanh' ? activations.gelu : exactGelu)(context.b, tensorAt(context, inputs, 0)));
};
