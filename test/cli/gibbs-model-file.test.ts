import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseRational } from '../../src/algebra/index.ts';
import { readGibbsModel } from '../../src/cli/gibbs-model-file.ts';
import { InputError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'gibbs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'model.json');

function read(content: unknown) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readGibbsModel(file);
}

/** The message without the file's name, which every message opens with or contains. */
function refusal(content: unknown): string {
  try {
    read(content);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { message } = error as Error;
    expect(message).toContain(file);
    return message.replace(`${file}: `, '');
  }
  throw new Error('nothing was refused');
}

describe('a model file', () => {
  it('gives one row of collective variables a state, exactly: 0.1 is one tenth, and fractions are text', () => {
    const model = read({ states: [['up'], ['down']], variables: [[0.1], ['-2/3']] });
    expect(model).toEqual({
      coordinates: ['theta1'],
      variables: [[parseRational('1/10')], [parseRational('-2/3')]],
    });
  });

  it('may name the conjugate parameters', () => {
    const content = {
      states: [[1], [2]],
      variables: [
        [0, 1],
        [1, 0],
      ],
      coordinates: ['h', 'J'],
    };
    expect(read(content).coordinates).toEqual(['h', 'J']);
  });
});

describe('a malformed model file is refused with the field and what was expected there:', () => {
  const states = [[0], [1]];
  const variables = [[0], [1]];

  it.each<[string, unknown, RegExp]>([
    ['text that is not JSON', '{', /expected \{"states": \[\[\.\.\.\], \.\.\.\]/],
    ['a value that is not an object', '3', /^the model: .*expected object/],
    ['a missing field', { states }, /^variables: .*expected array/],
    ['an unknown field', { states, variables, betas: [] }, /"betas"/],
    ['a row that is no list', { states, variables: [0, 1] }, /^variables\[0\]: .*expected array/],
    ['a value that is no number', { states, variables: [[0], [null]] }, /^variables\[1\]\[0\]: /],
    [
      'text that is no number',
      { states, variables: [[0], ['one']] },
      /^variables\[1\]\[0\]: expected a number such as/,
    ],
    ['a division by zero', { states, variables: [[0], ['1/0']] }, /^variables\[1\]\[0\]: /],
    ['rows of different lengths', { states, variables: [[0], [1, 2]] }, /^variables\[1\] has 2 values, expected 1/],
    ['fewer rows than states', { states, variables: [[0]] }, /states has 2 rows and variables has 1/],
    ['no states', { states: [], variables: [] }, /^states has 0 rows: a model has two or more/],
    ['no variables', { states, variables: [[], []] }, /^variables\[0\] has no values/],
    ['a name that is none', { states, variables, coordinates: ['2J'] }, /^coordinates\[0\]: expected a name such as J/],
    ['too few names', { states, variables, coordinates: [] }, /^variables\[0\] has 1 values, expected 0/],
  ])('%s', (_, content, message) => {
    expect(refusal(content)).toMatch(message);
  });

  it('a file that is not there', () => {
    expect(() => readGibbsModel(join(folder, 'none.json'))).toThrow(
      /cannot read the model .*none\.json: .*no such file/,
    );
  });
});
