import { InputError } from '../errors.ts';

/** A table of numbers: `rows` x `columns`, row-major, with the names of the columns where its file has them. */
export interface NumberTable {
  readonly names: readonly string[] | undefined;
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/**
 * The numbers of a CSV file: one row a line, separated by commas, semicolons or tabs (whichever the first line has), with or
 * without a first line of names; empty lines are skipped. `name` is for messages.
 *
 * @throws InputError naming the line and column of what is no number, or the line that has another length.
 */
export function readNumberTable(text: string, name: string): NumberTable {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((content, i) => ({ content, number: i + 1 }))
    .filter(({ content }) => content.trim() !== '');
  const [first] = lines;
  if (!first) throw new InputError(`${name}: the file is empty, expected rows of numbers.`);
  const separator = [',', ';', '\t'].find((mark) => first.content.includes(mark)) ?? ',';
  const cells = (content: string): string[] =>
    content.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const head = cells(first.content);
  const names = head.some((cell) => !isNumber(cell)) ? head : undefined;
  const body = names ? lines.slice(1) : lines;
  if (body.length === 0) throw new InputError(`${name}: names of columns without rows of numbers.`);
  const data = new Float64Array(body.length * head.length);
  body.forEach(({ content, number }, row) => {
    const values = cells(content);
    if (values.length !== head.length)
      throw new InputError(`${name}: line ${number} has ${values.length} columns, expected ${head.length}.`);
    values.forEach((cell, column) => {
      if (!isNumber(cell))
        throw new InputError(
          `${name}: line ${number}, column ${names?.[column] ?? column + 1}: '${cell}' is no number.`,
        );
      data[row * head.length + column] = Number(cell);
    });
  });
  return { names, rows: body.length, columns: head.length, data };
}

function isNumber(cell: string): boolean {
  return cell !== '' && Number.isFinite(Number(cell));
}
