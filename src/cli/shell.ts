import { CommanderError, Command as Parser, Option as ParserOption } from 'commander';
import { InputError } from '../errors.ts';
import { unknownName } from '../suggestion.ts';
import type { Command, CommandOption, Context, Format } from './command.ts';
import type { CommandTable } from './commands.ts';
import { type ExitCode, exitCodeOf, exitCodes, failureKind } from './exit-code.ts';
import { packageVersion } from './version.ts';

/** The two streams of a terminal, as functions, so that a test or a page can stand in for them. */
export interface Terminal {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Columns of stderr if that is a terminal. */
  readonly columns: number | undefined;
}

const bugAddress = 'Please report it with this command line; --debug shows where it happened.';

/**
 * Runs one command line and returns its exit code; never throws.
 *
 * A failure goes to stderr as one line, and with `--format json` to stdout as `{error: {kind, message}}` besides nothing
 * else; a stack trace is shown with `--debug` only.
 * @param argv the words after `fisher-rao`
 */
export async function runShell(argv: readonly string[], table: CommandTable, terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, table, terminal);
  } catch (thrown) {
    const kind = failureKind(thrown);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (asksForJson(argv)) terminal.stdout(`${JSON.stringify({ error: { kind, message } })}\n`);
    else if (kind === 'bug') terminal.stderr(`fisher-rao: a bug in fisher-rao: ${message}\n${bugAddress}\n`);
    else terminal.stderr(`fisher-rao: ${message}\n`);
    if (argv.includes('--debug') && thrown instanceof Error) terminal.stderr(`${thrown.stack}\n`);
    return exitCodeOf(kind);
  }
}

/** Whether the words ask for JSON: read off before parsing, since a failure to parse must be JSON as well. */
export function asksForJson(argv: readonly string[]): boolean {
  return argv.some((word, i) => word === '--format=json' || (word === '--format' && argv[i + 1] === 'json'));
}

async function dispatch(argv: readonly string[], table: CommandTable, terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') {
    terminal.stdout(`${packageVersion()}\n`);
    return exitCodes.done;
  }
  if (first === 'help' && rest[0] !== undefined) return dispatch([...rest, '--help'], table, terminal);
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    terminal.stdout(await overview(table));
    return exitCodes.done;
  }
  if (first.startsWith('-'))
    throw new InputError(
      `expected a command before '${first}'; commands are ${Object.keys(table).join(', ')}. Options follow the command; alone stand only --help and --version.`,
    );
  const load = Object.hasOwn(table, first) ? table[first] : undefined;
  if (load !== undefined) return runCommand(await load(), rest, terminal);
  return dispatchPart(first, rest, table, terminal);
}

/** Runs a command of two words, such as `network curvature`; the first alone shows what it may be followed by. */
async function dispatchPart(
  first: string,
  [second, ...rest]: readonly string[],
  table: CommandTable,
  terminal: Terminal,
): Promise<ExitCode> {
  const parts = Object.keys(table).flatMap((name) =>
    name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : [],
  );
  if (parts.length === 0) throw unknownName('command', first, Object.keys(table));
  if (second === undefined || second === '--help' || second === '-h') {
    terminal.stdout(
      await overview(Object.fromEntries(parts.map((part) => [`${first} ${part}`, table[`${first} ${part}`]!]))),
    );
    return exitCodes.done;
  }
  if (second === 'help' && rest[0] !== undefined) return dispatchPart(first, [rest[0], '--help'], table, terminal);
  if (!parts.includes(second)) throw unknownName(`part of ${first}`, second, parts);
  return runCommand(await table[`${first} ${second}`]!(), rest, terminal);
}

async function runCommand(command: Command, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parser = parserOf(command, terminal.stdout);
  try {
    parser.parse(words, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === 'commander.helpDisplayed') return exitCodes.done;
    throw inputErrorOf(thrown, command, words);
  }
  const given = parser.opts<Record<string, unknown> & { format: Format }>();
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [name, name in given ? given[name] : option.fallback]),
  );
  const context: Context = {
    format: given.format,
    write: terminal.stdout,
    note: terminal.stderr,
    columns: terminal.columns,
  };
  return command.run({ positional: parser.args, options }, context);
}

function parserOf(command: Command, stdout: (text: string) => void): Parser {
  const parser = new Parser(`fisher-rao ${command.name}`)
    .description(command.description)
    .exitOverride()
    .configureOutput({ writeOut: stdout, outputError: () => {} })
    .allowExcessArguments(false)
    .addHelpText('after', examplesOf(command));
  for (const { usage, summary } of command.arguments) parser.argument(usage, summary);
  for (const [name, option] of Object.entries(command.options)) {
    const value = option.placeholder === undefined ? '' : ` <${option.placeholder}>`;
    const parsed = new ParserOption(`--${kebab(name)}${value}`, option.summary);
    if (value !== '') parsed.argParser(readerOf(name, option));
    const worthSaying = typeof option.fallback === 'string' || typeof option.fallback === 'number';
    parser.addOption(worthSaying ? parsed.default(option.fallback) : parsed);
  }
  const parseFormat = (given: string): Format =>
    withOptionName('format', () => {
      const format = command.formats.find((one) => one === given);
      if (format === undefined) throw unknownName('format', given, command.formats);
      return format;
    });
  parser.addOption(
    new ParserOption(`--format <${command.formats.join('|')}>`, 'how to print the result')
      .argParser(parseFormat)
      .default(command.formats[0]),
  );
  return parser.option('--debug', 'after a failure, show where it happened');
}

/** Reads one option, which may be given several times. */
function readerOf(name: string, { parse, join }: CommandOption<unknown>): (given: string) => unknown {
  let values: readonly unknown[] = [];
  return (given) =>
    withOptionName(name, () => {
      const next = parse(given);
      const value = join !== undefined && values.length > 0 ? join(values[0], next) : next;
      values = [value];
      return value;
    });
}

function withOptionName<Value>(name: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (thrown) {
    if (thrown instanceof InputError) throw new InputError(`--${kebab(name)}: ${thrown.message}`);
    throw thrown;
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Commander's message, with the list of valid options or arguments that it leaves out. */
function inputErrorOf(thrown: CommanderError, command: Command, words: readonly string[]): InputError {
  if (thrown.code === 'commander.unknownOption') {
    const given = /'(.+?)'/.exec(thrown.message)?.[1] ?? words.find((word) => word.startsWith('-')) ?? '';
    const valid = [...Object.keys(command.options), 'format', 'debug', 'help'].map((name) => `--${kebab(name)}`);
    return unknownName('option', given, valid);
  }
  const message = thrown.message.replace(/^error: /, '').replace(/\.$/, '');
  const usage = ['fisher-rao', command.name, ...command.arguments.map((argument) => argument.usage)].join(' ');
  return new InputError(`${message}; expected: ${usage} [options]. See 'fisher-rao ${command.name} --help'.`);
}

function examplesOf(command: Command): string {
  if (command.examples.length === 0) return '';
  return `\nExamples:\n${command.examples.map(({ line, does }) => `  ${line}\n      ${does}`).join('\n')}\n`;
}

async function overview(table: CommandTable): Promise<string> {
  const loaded = await Promise.all(Object.values(table).map((load) => load()));
  const width = Math.max(...loaded.map((command) => command.name.length)) + 2;
  const lines = loaded.map((command) => `  ${command.name.padEnd(width)}${command.summary}`);
  return `fisher-rao ${packageVersion()}: information geometry of statistical models and neural networks

Usage: fisher-rao <command> [arguments] [options]

Commands:
${lines.join('\n')}

  fisher-rao <command> --help   arguments, options and examples of one command
  fisher-rao --version          the version

Exit codes: 0 done, 1 an unexpected verdict, 2 bad input, 3 the mathematics refuses (singular, undefined),
            4 unsupported, 70 a bug, 130 interrupted.
`;
}
