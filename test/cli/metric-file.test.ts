import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseRational, rational } from '../../src/algebra/index.ts';
import { parseExpression, parseWithFunctions } from '../../src/calculus/index.ts';
import { readMetric } from '../../src/cli/metric-file.ts';
import { InputError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'metric-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'metric.json');

function read(content: unknown, values = {}) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readMetric(file, values);
}

const plane = {
  coordinates: ['x', 'y'],
  parameters: ['c'],
  metric: [
    ['c', '0'],
    [0, 'x^2'],
  ],
};

describe('a metric file', () => {
  it('gives expressions, numbers among them, and parameters that stay symbolic or take the values given', () => {
    const entries = [
      ['c', '0'],
      ['0', 'x^2'],
    ].map((row) => row.map(parseExpression));
    expect(read(plane)).toEqual({ coordinates: ['x', 'y'], constants: [{ name: 'c' }], entries });
    expect(read(plane, { c: parseRational('1/2') }).constants).toEqual([{ name: 'c', value: rational(1, 2) }]);
  });

  it('may have undetermined functions', () => {
    const { entries } = read({ coordinates: ['x'], functions: ['f'], metric: [['partial(f(x), 1)^2']] });
    expect(entries).toEqual([[parseWithFunctions('partial(f(x), 1)^2', ['f'])]]);
    expect(() => read({ coordinates: ['x'], metric: [['f(x)']] })).toThrow(/"f\(x\)" .*has no meaning here/);
  });

  it('needs no parameters', () => {
    expect(read({ coordinates: ['x'], metric: [['1']] }).constants).toEqual([]);
  });
});

describe('a malformed metric file is refused with the field and what was expected there:', () => {
  it.each<[string, unknown, RegExp]>([
    ['text that is not JSON', '{', /cannot read the metric .*expected \{"coordinates"/],
    ['no object', '3', /: the file: .*expected object/],
    ['a missing field', { coordinates: ['x'] }, /: metric: /],
    ['an unknown field', { ...plane, constants: [] }, /"constants"/],
    ['no coordinates', { coordinates: [], metric: [] }, /coordinates: expected at least one/],
    ['a name that is none', { ...plane, coordinates: ['x', '2y'] }, /coordinates\[1\]: expected a name/],
    ['a name twice', { ...plane, coordinates: ['x', 'x'] }, /coordinates\[1\]: .*"x" is declared twice/],
    ['a parameter that is a coordinate', { ...plane, parameters: ['y'] }, /parameters\[0\]: .*"y" is declared twice/],
    ['too few rows', { ...plane, metric: [['1', '0']] }, /metric has 1 rows, expected 2/],
    ['a short row', { ...plane, metric: [['1', '0'], ['1']] }, /metric\[1\] has 1 entries, expected 2/],
    [
      'an entry that is no text',
      {
        ...plane,
        metric: [
          ['1', null],
          ['0', '1'],
        ],
      },
      /metric\[0\]\[1\]: /,
    ],
    [
      'an unknown name',
      {
        ...plane,
        metric: [
          ['1', '0'],
          ['0', 'z'],
        ],
      },
      /metric\[1\]\[1\]: unknown name 'z'/,
    ],
    [
      'wrong syntax',
      {
        ...plane,
        metric: [
          ['1 +', '0'],
          ['0', '1'],
        ],
      },
      /metric\[0\]\[0\]: cannot read/,
    ],
  ])('%s', (_, content, message) => {
    expect(() => read(content)).toThrow(InputError);
    expect(() => read(content)).toThrow(message);
    expect(() => read(content)).toThrow(file);
  });

  it('a value for a parameter that it does not have', () => {
    expect(() => read(plane, { d: rational(1) })).toThrow(/unknown parameter of .* 'd'; expected one of c/);
  });
});
