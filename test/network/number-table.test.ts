import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readNumberTable } from '../../src/network/index.ts';

describe('a table of numbers', () => {
  it('is read back as it was written, with any separator and line end', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
    const table = fc
      .record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 4 }) })
      .chain(({ columns, rows }) =>
        fc.array(fc.array(numbers, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, mark, end) => {
        const text = rows.map((row) => row.join(mark)).join(end);
        const read = readNumberTable(text, 'x');
        expect([read.rows, read.columns, read.names]).toEqual([rows.length, rows[0]!.length, undefined]);
        // The text of -0 is 0.
        expect([...read.data]).toEqual(rows.flat().map((x) => (x === 0 ? 0 : x)));
      }),
    );
  });

  it('may have names of columns, quotes, empty lines and a byte order mark', () => {
    const read = readNumberTable('\uFEFF"a", b ,label\n\n1,"2e3", -3\n', 'x');
    expect(read).toEqual({ names: ['a', 'b', 'label'], rows: 1, columns: 3, data: Float64Array.of(1, 2000, -3) });
  });

  it.each([
    ['', /empty/],
    ['a,b\n', /without rows/],
    ['1,2\n3', /line 2 has 1 columns, expected 2/],
    ['a,b\n1,2\n\n3,x', /line 4, column b: 'x' is no number/],
    ['1,2\n3,', /line 2, column 2: '' is no number/],
    ['1,2\nInfinity,3', /line 2, column 1/],
  ])('that does not fit is refused with its place: %j', (text, message) => {
    expect(() => readNumberTable(text, 'x')).toThrow(InputError);
    expect(() => readNumberTable(text, 'x')).toThrow(message);
  });
});
