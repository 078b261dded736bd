import { describe, expect, it } from 'vitest';
import type { NetworkSubject } from '../../src/cli/network-subject.ts';
import { observedTargets } from '../../src/cli/network-targets.ts';
import { InputError } from '../../src/errors.ts';
import { denseNetwork, type HeadName, headByName } from '../../src/network/index.ts';

function subject(head: HeadName, targets: NetworkSubject['targets']): NetworkSubject {
  const model = { network: denseNetwork([1, 3]), head: headByName(head) };
  const point = {
    model,
    theta: new Float64Array(6),
    inputs: [1, 2],
    samples: 2,
    damping: 0,
    dtype: 'float64',
  } as const;
  return { point, targets, head, parameters: 6, remarks: [] };
}

describe('observed targets', () => {
  it('of a categorical head are labels or rows of the identity', () => {
    const rows = [0, 0, 1, 1, 0, 0];
    expect([...observedTargets(subject('categorical', [[2], [0]]))]).toEqual(rows);
    expect([...observedTargets(subject('categorical', [rows.slice(0, 3), rows.slice(3)]))]).toEqual(rows);
  });

  it('of other heads are rows as they are', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect([...observedTargets(subject('normal', rows))]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['categorical', [[3], [0]], /targets\[0\] is 3, expected a class from 0 to 2/],
    ['categorical', [[0], [0.5]], /targets\[1\] is 0.5/],
    ['normal', [[1], [2]], /targets\[0\] has 1 numbers, but a normal head of this network reads 3/],
    ['normal', undefined, /needs targets/],
    [
      'poisson',
      [
        [0, 1, 2],
        [0, -1, 1],
      ],
      /targets\[1\] is 0, -1, 1, but a poisson head reads whole numbers from 0 on/,
    ],
    [
      'bernoulli',
      [
        [0, 1, 2],
        [0, 1, 1],
      ],
      /targets\[0\] .* one of 0, 1/,
    ],
  ] as const)('that do not fit a %s head are refused: %j', (head, targets, message) => {
    expect(() => observedTargets(subject(head, targets))).toThrow(InputError);
    expect(() => observedTargets(subject(head, targets))).toThrow(message);
  });
});
