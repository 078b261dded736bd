import { InputError, ShapeError } from '../errors.ts';

/** Inputs with their class labels: `inputs` holds one sample per row (row-major, `count` x `features`). */
export interface DataSet {
  readonly name: string;
  readonly count: number;
  readonly features: number;
  /** Number of classes; labels are 0, ..., classes - 1. */
  readonly classes: number;
  readonly inputs: Float64Array;
  readonly labels: Uint8Array;
}

/**
 * A data set, checked: `count` rows of `features` finite numbers and one label below `classes` for each.
 *
 * @throws InputError naming the first part that does not fit.
 */
export function dataSet(parts: DataSet): DataSet {
  const { name, count, features, classes, inputs, labels } = parts;
  if (inputs.length !== count * features) {
    throw new InputError(
      `${name}: ${count} samples of ${features} features need ${count * features} numbers, got ${inputs.length}.`,
    );
  }
  if (labels.length !== count) throw new InputError(`${name}: ${count} samples, but ${labels.length} labels.`);
  const strange = inputs.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0) {
    throw new InputError(
      `${name}: feature ${strange % features} of sample ${Math.floor(strange / features)} is not finite.`,
    );
  }
  const outside = labels.findIndex((label) => label >= classes);
  if (outside >= 0) {
    throw new InputError(
      `${name}: sample ${outside} has label ${labels[outside]}, expected one of 0 to ${classes - 1}.`,
    );
  }
  return parts;
}

/** The samples numbered by `indices`, in that order. */
export function selectSamples(data: DataSet, indices: readonly number[]): DataSet {
  const inputs = new Float64Array(indices.length * data.features);
  const labels = new Uint8Array(indices.length);
  indices.forEach((index, row) => {
    if (!Number.isInteger(index) || index < 0 || index >= data.count) {
      throw new ShapeError(`${data.name} has samples 0 to ${data.count - 1}; asked for ${index}.`);
    }
    inputs.set(data.inputs.subarray(index * data.features, (index + 1) * data.features), row * data.features);
    labels[row] = data.labels[index]!;
  });
  return { ...data, count: indices.length, inputs, labels };
}

/**
 * The first `count` samples, sharing memory with `data`.
 *
 * @throws InputError if there are fewer.
 */
export function firstSamples(data: DataSet, count: number): DataSet {
  if (!Number.isInteger(count) || count < 1 || count > data.count) {
    throw new InputError(`${data.name} has ${data.count} samples; asked for the first ${count}.`);
  }
  return {
    ...data,
    count,
    inputs: data.inputs.subarray(0, count * data.features),
    labels: data.labels.subarray(0, count),
  };
}

/** The labels as rows of the identity matrix (row-major, `count` x `classes`): the targets of a categorical head. */
export function oneHot(labels: Uint8Array, classes: number): Float64Array {
  const targets = new Float64Array(labels.length * classes);
  labels.forEach((label, row) => {
    targets[row * classes + label] = 1;
  });
  return targets;
}
