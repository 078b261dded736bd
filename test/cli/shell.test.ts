import { describe, expect, it } from 'vitest';
import { type Command, type CommandTable, defineCommand, exitCodes } from '../../src/cli/index.ts';
import { choices, flag, wholeNumber } from '../../src/cli/options.ts';
import { packageVersion } from '../../src/cli/version.ts';
import { DomainError, InputError, NotationError, ShapeError, UnsupportedError } from '../../src/errors.ts';
import { runCaptured } from './run-captured.ts';

/** A command that fails as its argument says, or prints what it was given. */
const probe: Command = defineCommand({
  name: 'probe',
  summary: 'print what came',
  description: 'Prints its input.',
  arguments: [{ usage: '[failure]', summary: 'how to fail' }],
  formats: ['text', 'json'],
  options: {
    relativeError: wholeNumber('a number', 1, undefined),
    loud: flag('shout'),
    pick: choices(['a', 'b'], 'a list', []),
  },
  examples: [{ line: 'fisher-rao probe', does: 'prints its input' }],
  run: async ({ positional, options }, context) => {
    const failure = positional[0];
    if (failure !== undefined) throw failures[failure]!();
    context.write(`${JSON.stringify({ ...options, format: context.format })}\n`);
    return exitCodes.unexpected;
  },
});

const failures: Readonly<Record<string, () => unknown>> = {
  input: () => new InputError('a reason'),
  notation: () => new NotationError('a reason'),
  shape: () => new ShapeError('a reason'),
  domain: () => new DomainError('a reason'),
  unsupported: () => new UnsupportedError('a reason'),
  bug: () => new TypeError('a reason'),
  word: () => 'a reason',
};

const table: CommandTable = { probe: async () => probe };
const run = (...words: string[]) => runCaptured(words, table);

describe('the command shell', () => {
  it('adds up lists that are given several times, and lets the last of other values stand', async () => {
    const { stdout } = await run(
      'probe',
      '--pick',
      'b',
      '--relative-error',
      '2',
      '--pick',
      'a,b',
      '--relative-error',
      '3',
    );
    expect(JSON.parse(stdout)).toMatchObject({ pick: ['b', 'a'], relativeError: 3 });
    expect(JSON.parse((await run('probe', '--pick', 'b')).stdout)).toMatchObject({ pick: ['b'] });
  });

  it.each([
    ['input', 2],
    ['notation', 2],
    ['shape', 2],
    ['domain', 3],
    ['unsupported', 4],
    ['bug', 70],
    ['word', 70],
  ])('turns a failure of kind %s into exit code %i with one reason and no stack trace', async (failure, code) => {
    const result = await run('probe', failure);
    expect(result.code).toBe(code);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain('a reason');
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });

  it('shows where it happened with --debug only', async () => {
    expect((await run('probe', 'bug', '--debug')).stderr).toMatch(/^\s+at .*shell\.test/m);
  });

  it.each([[['--format', 'json']], [['--format=json']]])(
    'puts a failure on stdout as JSON alone with %s',
    async (words) => {
      const result = await run('probe', 'domain', ...words);
      expect(JSON.parse(result.stdout)).toEqual({ error: { kind: 'domain', message: 'a reason' } });
      expect(result).toMatchObject({ code: 3, stderr: '' });
    },
  );

  it('reports even a failure to parse the words as JSON when JSON was asked for', async () => {
    const result = await run('probe', '--format', 'json', '--lod');
    expect(JSON.parse(result.stdout).error).toMatchObject({
      kind: 'input',
      message: expect.stringContaining("'--loud'"),
    });
  });

  it('passes parsed values, kebab-case names as camelCase, and fallbacks for what is not given', async () => {
    const result = await run('probe', '--relative-error', '3', '--format', 'json');
    expect(JSON.parse(result.stdout)).toEqual({ relativeError: 3, loud: false, pick: [], format: 'json' });
    expect(JSON.parse((await run('probe', '--loud')).stdout)).toEqual({ loud: true, pick: [], format: 'text' });
  });

  it('returns the exit code of the command', async () => {
    expect((await run('probe')).code).toBe(1);
  });

  it.each([
    [['prbe'], /unknown command 'prbe'; expected one of probe\. Did you mean 'probe'\?/],
    [['toString'], /unknown command 'toString'/],
    [['--format', 'json', 'probe'], /expected a command before '--format'/],
    [['probe', '--lod'], /unknown option '--lod'; expected one of --relative-error, --loud,.*Did you mean '--loud'\?/],
    [['probe', '--relative-error', '0'], /--relative-error: expected a whole number, at least 1; got '0'/],
    [['probe', '--relative-error'], /argument missing; expected: fisher-rao probe \[failure\]/],
    [['probe', 'one', 'two'], /too many arguments/],
    [['probe', '--format', 'latex'], /--format: unknown format 'latex'; expected one of text, json/],
  ])('answers the bad words %j with what it expected and exit code 2', async (words, message) => {
    const result = await run(...words);
    expect(`${result.stdout}${result.stderr}`).toMatch(message);
    expect(result.code).toBe(exitCodes.input);
  });

  it('prints its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, stdout: `${packageVersion()}\n`, stderr: '' });
  });

  it.each([[[]], [['help']], [['--help']], [['-h']]])('lists the commands for the words %j', async (words) => {
    const result = await run(...words);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^ {2}probe +print what came$/m);
  });

  it.each([[['help', 'probe']], [['probe', '--help']]])('explains one command with examples for %j', async (words) => {
    const result = await run(...words);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('--relative-error <NUMBER>');
    expect(result.stdout).toContain('fisher-rao probe\n      prints its input');
  });

  it('runs a command of two words, and shows what the first may be followed by', async () => {
    const two: CommandTable = {
      'probe again': async () => ({ ...probe, name: 'probe again' }),
      other: async () => probe,
    };
    const { code, stdout } = await runCaptured(['probe', 'again', '--relative-error', '7'], two);
    expect([code, JSON.parse(stdout).relativeError]).toEqual([1, 7]);
    for (const words of [['probe'], ['probe', '--help'], ['help', 'probe']]) {
      const shown = await runCaptured(words, two);
      expect(shown.code).toBe(0);
      expect(shown.stdout).toMatch(/probe again +print what came/);
    }
    expect((await runCaptured(['help', 'probe', 'again'], two)).stdout).toMatch(/--relative-error/);
    expect((await runCaptured(['probe', 'agian'], two)).stderr).toMatch(/again/);
    expect((await runCaptured(['nothing', 'again'], two)).code).toBe(2);
  });
});
