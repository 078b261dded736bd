import { InputError } from '../errors.ts';
import { outputCount, targetCount } from '../network/index.ts';
import type { NetworkSubject } from './network-subject.ts';

/**
 * The targets of the data as the head reads them, [samples, T] row-major: a class label of a categorical head becomes a row of the
 * identity.
 *
 * @throws InputError if there are none, or one does not fit the head.
 */
export function observedTargets({ point, targets }: NetworkSubject): Float64Array {
  const { head, network } = point.model;
  const width = targetCount(head, outputCount(network));
  if (!targets) throw new InputError('this needs targets: give data with targets, or --targets FILE');
  const values = new Float64Array(targets.length * width);
  targets.forEach((row, n) => {
    const [label] = row;
    const isLabel = head.family === 'categorical' && row.length === 1 && width > 1;
    if (isLabel && !(Number.isInteger(label) && label! >= 0 && label! < width))
      throw new InputError(`targets[${n}] is ${label}, expected a class from 0 to ${width - 1}`);
    if (!isLabel && row.length !== width)
      throw new InputError(
        `targets[${n}] has ${row.length} numbers, but a ${head.family} head of this network reads ${width}`,
      );
    if (isLabel) values[n * width + label!] = 1;
    else values.set(row, n * width);
  });
  return values;
}
