import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { coordinatesOf, parsedValues, subjectOf, titleOf } from '../../src/cli/subject.ts';
import type { SubjectRequest } from '../../src/cli/subject-request.ts';
import { InputError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'subject-'));
afterAll(() => rmSync(folder, { recursive: true }));
const plane = join(folder, 'plane.json');
writeFileSync(plane, JSON.stringify({ coordinates: ['x', 'y'], metric: [[1, 0], [0, 1]] })); // biome-ignore format: a matrix

describe('a command is about', () => {
  it('a family by name, with its sizes', () => {
    const subject = subjectOf({ family: 'categorical', parameters: { n: '4' } });
    expect(coordinatesOf(subject)).toEqual(['p1', 'p2', 'p3']);
    expect(titleOf(subject)).toMatch(/^categorical: categorical distribution .*\n$/);
  });

  it('a spin system, for gibbs', () => {
    const spins = { spins: 2, couplings: 'chain', fields: 'none' } as const;
    expect(coordinatesOf(subjectOf({ family: 'gibbs', parameters: {}, spins }))).toEqual(['J']);
  });

  it('the metric of a file', () => {
    const subject = subjectOf({ metricFile: plane, parameters: {} });
    expect(coordinatesOf(subject)).toEqual(['x', 'y']);
    expect(titleOf(subject)).toBe(`the metric of ${plane} in x, y\n`);
  });
});

describe('what does not fit is refused:', () => {
  it.each(['inf', 'Infinity'])('N = %s for Curie-Weiss: the metric of the infinite system has rank 1', (N) => {
    const build = (): unknown => subjectOf({ family: 'curie-weiss', parameters: { N } });
    expect(build).toThrow(InputError);
    expect(build).toThrow(/finite number of spins.*rank 1 and the scalar curvature R is undefined/);
    expect(() => subjectOf({ family: 'binomial', parameters: { n: N } })).toThrow(/expected a number/);
  });

  it.each<[string, SubjectRequest, string]>([
    [
      'nothing',
      { parameters: {} },
      "expected a family (see 'fisher-rao families'), --metric FILE.json or --density EXPR",
    ],
    ['both', { family: 'normal', metricFile: plane, parameters: {} }, 'give a family or --metric, not both'],
    [
      'spins of a metric',
      { metricFile: plane, parameters: {}, spins: { spins: 2, couplings: 'ring', fields: 'none' } },
      '--spins and --model are for gibbs',
    ],
    ['a size that is no number', { family: 'categorical', parameters: { n: 'few' } }, 'n: '],
  ])('%s', (_, request, message) => {
    expect(() => subjectOf(request)).toThrow(InputError);
    expect(() => subjectOf(request)).toThrow(message);
  });
});

it('values are exact: 0.1 is one tenth', () => {
  expect(parsedValues({ x: '0.1', y: '-2/3' })).toEqual({ x: rational(1, 10), y: rational(-2, 3) });
});
