import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { type DenseNetwork, denseLayers, denseParameterCount, readNpy, readNpz } from '../network/index.ts';

const numbers = z.array(z.number());
const weightsSchema = z.strictObject({
  layers: z.array(z.strictObject({ weight: z.array(numbers), bias: numbers })).min(1),
});
const weightsShape = '{"layers": [{"weight": [[...], ...], "bias": [...]}, ...]}, rows of a weight are outputs';

/**
 * The parameters of a dense network in theta order, from a JSON file of layers; from a `.npz` file with the arrays W0, b0,
 * W1, b1, ..., rows of a W are outputs; or from a `.npy` file of all of them in theta order.
 *
 * @throws InputError naming the field that is missing or has another size than the network.
 */
export function readWeights(path: string, network: DenseNetwork): Float64Array {
  if (path.endsWith('.npy')) return readVector(path, denseParameterCount(network));
  if (path.endsWith('.npz')) return weightsFromArrays(path, network);
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

function weightsFromArrays(path: string, network: DenseNetwork): Float64Array {
  const arrays = readNpz(fileBytes(path), path);
  const layers = denseLayers(network);
  const theta = new Float64Array(denseParameterCount(network));
  const place = (name: string, shape: readonly number[], start: number): void => {
    const array = arrays.get(name);
    if (!array)
      throw new InputError(`${path}: array ${name} is missing, found ${[...arrays.keys()].join(', ') || 'none'}`);
    if (array.shape.join() !== shape.join())
      throw new InputError(`${path}: ${name} has shape (${array.shape.join(', ')}), expected (${shape.join(', ')})`);
    theta.set(array.data, start);
  };
  layers.forEach(({ inputs, outputs, weight, bias }, l) => {
    place(`W${l}`, [outputs, inputs], weight);
    place(`b${l}`, [outputs], bias);
  });
  if (arrays.size !== 2 * layers.length)
    throw new InputError(
      `${path}: ${arrays.size} arrays, but the network ${network.widths.join('-')} has ${2 * layers.length}, W0 to b${layers.length - 1}`,
    );
  return theta;
}

/**
 * A vector of parameters in theta order: a flat array in a JSON or `.npy` file.
 *
 * @throws InputError if it has another length.
 */
export function readVector(path: string, parameters: number): Float64Array {
  const values = path.endsWith('.npy')
    ? readNpy(fileBytes(path), path).data
    : parsedJson(path, numbers, 'a flat array of numbers in theta order');
  if (values.length !== parameters)
    throw new InputError(`${path}: ${values.length} numbers, but the network has ${parameters} parameters`);
  return Float64Array.from(values);
}

/**
 * The bytes of a file; a name that ends in `.gz` is unpacked.
 *
 * @throws InputError if it cannot be read.
 */
export function fileBytes(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path);
    return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${(error as Error).message}`);
  }
}

/**
 * What a JSON file holds, checked; `shape` says what was expected.
 *
 * @throws InputError naming the field that does not fit.
 */
export function parsedJson<T>(path: string, schema: z.ZodType<T>, shape: string): T {
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
