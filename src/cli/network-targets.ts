import { rationalToNumber } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { domainContains, type SampleSpace } from '../families/index.ts';
import { groupSize, outputCount, targetCount } from '../network/index.ts';
import type { NetworkSubject } from './network-subject.ts';

/**
 * The targets of the data as the head reads them, [samples, T] row-major: a class label of a categorical head becomes a row of the
 * identity.
 *
 * @throws InputError if there are none, or one does not fit the head or lies outside its sample space.
 */
export function observedTargets({ point, targets }: NetworkSubject): Float64Array {
  const { head, network } = point.model;
  const outputs = outputCount(network);
  const size = groupSize(head, outputs);
  const width = targetCount(head, outputs);
  if (!targets) throw new InputError('this needs targets: give data with targets, or --targets FILE');
  // A law of all outputs at once may be too large to write down; its targets are rows of classes.
  const outside = head.targets === 'group' ? () => undefined : outsideOf(head.law(size).sampleSpace, head.targets);
  const values = new Float64Array(targets.length * width);
  targets.forEach((row, n) => {
    const [label] = row;
    const isLabel = head.family === 'categorical' && row.length === 1 && size === outputs && width > 1;
    if (isLabel && !(Number.isInteger(label) && label! >= 0 && label! < width))
      throw new InputError(`targets[${n}] is ${label}, expected a class from 0 to ${width - 1}`);
    if (!isLabel && row.length !== width)
      throw new InputError(
        `targets[${n}] has ${row.length} numbers, but a ${head.family} head of this network reads ${width}`,
      );
    if (isLabel) values[n * width + label!] = 1;
    else values.set(row, n * width);
    const expected = isLabel ? undefined : outside(row);
    if (expected !== undefined)
      throw new InputError(`targets[${n}] is ${row.join(', ')}, but a ${head.family} head reads ${expected}`);
  });
  return values;
}

/** What a row of targets should have been, where it has a number outside the sample space; each variable has `count` numbers. */
function outsideOf(space: SampleSpace, count: number): (row: readonly number[]) => string | undefined {
  const { isInside, expected } = insideOf(space);
  return (row) => {
    const groups = Array.from({ length: row.length / count }, (_, i) => row.slice(i * count, (i + 1) * count));
    return groups.every(isInside) ? undefined : expected;
  };
}

function insideOf(space: SampleSpace): {
  readonly isInside: (values: readonly number[]) => boolean;
  readonly expected: string;
} {
  switch (space.kind) {
    case 'finite': {
      const states = space.states.map((state) => state.map(rationalToNumber));
      const shown = states
        .slice(0, 6)
        .map((state) => (state.length === 1 ? String(state[0]) : `(${state.join(', ')})`));
      return {
        isInside: (values) => states.some((state) => state.every((entry, k) => entry === values[k])),
        expected: `one of ${shown.join(', ')}${states.length > 6 ? ', ...' : ''}`,
      };
    }
    case 'counts':
      return {
        isInside: ([count]) => Number.isInteger(count) && count! >= space.first,
        expected: `whole numbers from ${space.first} on`,
      };
    case 'integers':
      return { isInside: ([value]) => Number.isInteger(value), expected: 'whole numbers' };
    case 'half-line':
      return { isInside: ([value]) => value! > 0, expected: 'positive numbers' };
    case 'interval':
      return {
        isInside: ([value]) => domainContains(space, value!),
        expected: 'numbers inside the interval of its density',
      };
    case 'simplex':
      return {
        isInside: (values) => values.every((value) => value > 0 && value < 1),
        expected: 'numbers strictly between 0 and 1',
      };
    default:
      return { isInside: () => true, expected: '' };
  }
}
