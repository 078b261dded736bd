import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { type DenseNetwork, denseLayers, denseParameterCount } from '../network/index.ts';

const numbers = z.array(z.number());
const weightsSchema = z.strictObject({
  layers: z.array(z.strictObject({ weight: z.array(numbers), bias: numbers })).min(1),
});
const weightsShape = '{"layers": [{"weight": [[...], ...], "bias": [...]}, ...]}, rows of a weight are outputs';
const dataSchema = z.strictObject({
  inputs: z.array(numbers).min(1),
  targets: z.array(z.union([z.number(), numbers])).optional(),
});
const dataShape = '{"inputs": [[...], ...], "targets"?: [...]}, one row a sample';

/** Samples read from a file: rows of inputs, and rows of targets where the file has them. */
export interface SampleFile {
  readonly samples: number;
  readonly features: number;
  /** Row-major, `samples` x `features`. */
  readonly inputs: Float64Array;
  /** One row a sample; class labels are rows of one number. */
  readonly targets: readonly (readonly number[])[] | undefined;
}

/**
 * The parameters of a dense network from a JSON file, in theta order.
 *
 * @throws InputError naming the field that is missing or has another size than the network.
 */
export function readWeights(path: string, network: DenseNetwork): Float64Array {
  const { layers } = parsedJson(path, weightsSchema, weightsShape);
  const expected = denseLayers(network);
  if (layers.length !== expected.length)
    throw new InputError(
      `${path}: ${layers.length} layers, but the network ${network.widths.join('-')} has ${expected.length}`,
    );
  const theta = new Float64Array(denseParameterCount(network));
  expected.forEach(({ inputs, outputs, weight, bias }, l) => {
    const given = layers[l]!;
    if (given.weight.length !== outputs || given.bias.length !== outputs) {
      throw new InputError(
        `${path}: layers[${l}] has ${given.weight.length} rows of weights and ${given.bias.length} biases, expected ${outputs} of each`,
      );
    }
    given.weight.forEach((row, i) => {
      if (row.length !== inputs)
        throw new InputError(`${path}: layers[${l}].weight[${i}] has ${row.length} entries, expected ${inputs}`);
      theta.set(row, weight + i * inputs);
    });
    theta.set(given.bias, bias);
  });
  return theta;
}

/**
 * Samples from a JSON file.
 *
 * @throws InputError naming the row that has another length.
 */
export function readSamples(path: string): SampleFile {
  const { inputs, targets } = parsedJson(path, dataSchema, dataShape);
  const features = inputs[0]!.length;
  if (features === 0) throw new InputError(`${path}: inputs[0] is empty, expected at least one number`);
  const values = new Float64Array(inputs.length * features);
  inputs.forEach((row, n) => {
    if (row.length !== features)
      throw new InputError(`${path}: inputs[${n}] has ${row.length} entries, expected ${features} as in inputs[0]`);
    values.set(row, n * features);
  });
  if (targets && targets.length !== inputs.length)
    throw new InputError(`${path}: ${targets.length} targets for ${inputs.length} inputs, expected one for each`);
  const rows = targets?.map((target) => (typeof target === 'number' ? [target] : target));
  return { samples: inputs.length, features, inputs: values, targets: rows };
}

/**
 * A vector of parameters from a JSON file: a flat array in theta order.
 *
 * @throws InputError if it has another length.
 */
export function readVector(path: string, parameters: number): Float64Array {
  const values = parsedJson(path, numbers, 'a flat array of numbers in theta order');
  if (values.length !== parameters)
    throw new InputError(`${path}: ${values.length} numbers, but the network has ${parameters} parameters`);
  return Float64Array.from(values);
}

function parsedJson<T>(path: string, schema: z.ZodType<T>, shape: string): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${(error as Error).message}; expected ${shape}`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue!.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  throw new InputError(`${path}: ${field.replace(/^\./, '') || 'the file'}: ${issue!.message}; expected ${shape}`);
}
