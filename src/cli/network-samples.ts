import { z } from 'zod';
import { InputError } from '../errors.ts';
import { mnist, readIdx, readNpy, readNpz, readNumberTable } from '../network/index.ts';
import { fileBytes, parsedJson } from './network-files.ts';

/** Samples read from a file: rows of inputs, and rows of targets where the file has them. */
export interface SampleFile {
  readonly samples: number;
  readonly features: number;
  /** Row-major, `samples` x `features`. */
  readonly inputs: Float64Array;
  /** One row a sample; class labels are rows of one number. */
  readonly targets: readonly (readonly number[])[] | undefined;
}

/** The formats of samples by the ends of file names, as help says them. */
export const sampleFormats =
  'FILE.json with {"inputs": [[...]], "targets"?: [...]}; .npz with arrays inputs, targets (or x, y); .npy; .csv, .tsv with columns named target... or label as targets; IDX bytes, divided by 255 (each also with .gz); or mnist:500 for the first 500 training images';

const row = z.array(z.number());
const schema = z.strictObject({
  inputs: z.array(row).min(1),
  targets: z.array(z.union([z.number(), row])).optional(),
});
const shape = '{"inputs": [[...], ...], "targets"?: [...]}, one row a sample';

/**
 * Samples by what `--data` says: a file by the end of its name, or `mnist:N`. `targets` is a file of targets alone, for data
 * without any; `limit` takes the first samples.
 *
 * @throws InputError naming what cannot be read, or does not fit together.
 */
export function readSamples(data: string, targets?: string, limit?: number): SampleFile {
  const found = data.startsWith('mnist:') ? mnistSamples(data) : samplesOf(data);
  if (targets === undefined) return firstOf(found, limit, data);
  if (found.targets) throw new InputError(`${data} has targets already: leave out --targets`);
  const table = rowsOf(targets);
  if (table.samples !== found.samples)
    throw new InputError(`${targets}: ${table.samples} targets for ${found.samples} inputs, expected one for each`);
  return firstOf({ ...found, targets: listed(table) }, limit, data);
}

type Rows = Omit<SampleFile, 'targets'>;

function samplesOf(path: string): SampleFile {
  const name = path.replace(/\.gz$/, '');
  if (name.endsWith('.npz')) return archived(path);
  if (/\.[ct]sv$/.test(name)) return tabulated(path);
  if (name.endsWith('.npy') || isIdx(name)) {
    const { samples, features, inputs } = rowsOf(path);
    // The bytes of an IDX file of inputs are shades of grey.
    return { samples, features, inputs: isIdx(name) ? inputs.map((byte) => byte / 255) : inputs, targets: undefined };
  }
  if (name.endsWith('.json')) return jsonSamples(path);
  throw new InputError(`cannot tell the format of ${path} by its name; expected ${sampleFormats}`);
}

function isIdx(name: string): boolean {
  return /idx\d?(-ubyte)?$/.test(name);
}

/** The numbers of a file that has one kind of rows. */
function rowsOf(path: string): Rows {
  const name = path.replace(/\.gz$/, '');
  const bytes = fileBytes(path);
  if (name.endsWith('.npy')) return flattened(readNpy(bytes, path), path);
  if (isIdx(name)) {
    const array = readIdx(bytes, path);
    return flattened({ shape: array.shape, data: Float64Array.from(array.data) }, path);
  }
  if (/\.[ct]sv$/.test(name)) {
    const { rows, columns, data } = readNumberTable(new TextDecoder().decode(bytes), path);
    return { samples: rows, features: columns, inputs: data };
  }
  throw new InputError(`targets are read from .npy, .csv, .tsv or IDX files; got ${path}`);
}

/** The first axis counts samples; the others are laid out in one row. */
function flattened(
  { shape, data }: { readonly shape: readonly number[]; readonly data: Float64Array },
  name: string,
): Rows {
  const samples = shape[0] ?? 0;
  if (data.length === 0)
    throw new InputError(`${name}: expected at least one sample of one number, got shape (${shape.join(', ')})`);
  return { samples, features: data.length / samples, inputs: data };
}

function listed({ samples, features, inputs }: Rows): number[][] {
  return Array.from({ length: samples }, (_, n) => [...inputs.subarray(n * features, (n + 1) * features)]);
}

function archived(path: string): SampleFile {
  const arrays = readNpz(fileBytes(path), path);
  const named = (...names: string[]) => names.map((name) => arrays.get(name)).find((array) => array !== undefined);
  const inputs = named('inputs', 'x');
  const targets = named('targets', 'y');
  if (!inputs || arrays.size > (targets ? 2 : 1)) {
    throw new InputError(
      `${path}: expected the array inputs, and targets if there are any (or x and y); found ${[...arrays.keys()].join(', ') || 'none'}`,
    );
  }
  const rows = flattened(inputs, `${path}: inputs`);
  const wanted = targets && flattened(targets, `${path}: targets`);
  if (wanted && wanted.samples !== rows.samples)
    throw new InputError(`${path}: ${wanted.samples} targets for ${rows.samples} inputs, expected one for each`);
  return { ...rows, targets: wanted && listed(wanted) };
}

function tabulated(path: string): SampleFile {
  const { names, rows, columns, data } = readNumberTable(new TextDecoder().decode(fileBytes(path)), path);
  const isTarget = Array.from({ length: columns }, (_, c) => /^(targets?|labels?)[\s_.-]*\d*$/i.test(names?.[c] ?? ''));
  const pick = (wanted: boolean): Rows => {
    const kept = isTarget.flatMap((target, c) => (target === wanted ? [c] : []));
    const inputs = Float64Array.from({ length: rows * kept.length }, (_, i) => {
      const n = Math.floor(i / kept.length);
      return data[n * columns + kept[i % kept.length]!]!;
    });
    return { samples: rows, features: kept.length, inputs };
  };
  if (isTarget.every(Boolean)) throw new InputError(`${path}: every column is a target, expected inputs as well`);
  return { ...pick(false), targets: isTarget.some(Boolean) ? listed(pick(true)) : undefined };
}

function jsonSamples(path: string): SampleFile {
  const { inputs, targets } = parsedJson(path, schema, shape);
  const features = inputs[0]!.length;
  if (features === 0) throw new InputError(`${path}: inputs[0] is empty, expected at least one number`);
  const values = new Float64Array(inputs.length * features);
  inputs.forEach((given, n) => {
    if (given.length !== features)
      throw new InputError(`${path}: inputs[${n}] has ${given.length} entries, expected ${features} as in inputs[0]`);
    values.set(given, n * features);
  });
  if (targets && targets.length !== inputs.length)
    throw new InputError(`${path}: ${targets.length} targets for ${inputs.length} inputs, expected one for each`);
  const rows = targets?.map((target) => (typeof target === 'number' ? [target] : target));
  return { samples: inputs.length, features, inputs: values, targets: rows };
}

function mnistSamples(data: string): SampleFile {
  const given = data.slice('mnist:'.length);
  const count = Number(given);
  if (!/^\d+$/.test(given) || count < 1)
    throw new InputError(`expected mnist:N with N images, such as mnist:500; got '${data}'`);
  const images = mnist('train', count);
  return {
    samples: images.count,
    features: images.features,
    inputs: images.inputs,
    targets: Array.from(images.labels, (label) => [label]),
  };
}

function firstOf(found: SampleFile, limit: number | undefined, data: string): SampleFile {
  if (limit === undefined || limit === found.samples) return found;
  if (limit > found.samples) throw new InputError(`${data} has ${found.samples} samples; asked for the first ${limit}`);
  const { features, inputs, targets } = found;
  return { samples: limit, features, inputs: inputs.subarray(0, limit * features), targets: targets?.slice(0, limit) };
}
