import type { ExitCode } from './exit-code.ts';

/** How a command may print: for people, for programs, for a paper, or for a web page of text. */
export type Format = 'text' | 'json' | 'latex' | 'markdown';

/** What a running command sees of the world. It writes through these two only, so that tests and pipes are alike. */
export interface Context {
  readonly format: Format;
  /** Appends to stdout: the result, nothing else; with format `json` one JSON value. */
  readonly write: (text: string) => void;
  /** Appends to stderr: progress, warnings and remarks. */
  readonly note: (text: string) => void;
  /** Whether stderr is a terminal of this many columns, so that progress may redraw its line; undefined if it is not. */
  readonly columns: number | undefined;
}

/** One `--option`; its value is `parse(text)` when given, else `fallback`. Without a `placeholder` it takes no text. */
export interface CommandOption<Value> {
  /** The word for the value in the help text, as in `--seed <number>`; absent for a flag. */
  readonly placeholder?: string;
  readonly summary: string;
  /** Throws `InputError` saying what was expected; the shell adds which option it was. Not called for a flag. */
  readonly parse: (text: string) => Value;
  /** What an option means that is given again, after the values so far; without it the last value stands. */
  join?(before: Value, next: Value): Value;
  readonly fallback: Value;
}

/** The options of a command by name in camelCase: `relativeError` is written `--relative-error`. */
export type CommandOptions = Readonly<Record<string, CommandOption<unknown>>>;

/** The parsed values of `Options`. */
export type OptionValues<Options extends CommandOptions> = {
  readonly [Name in keyof Options]: Options[Name] extends CommandOption<infer Value> ? Value : never;
};

/** A positional argument in the manner of a usage line: `<family>` needed, `[family]` optional, `[paths...]` any number. */
export interface CommandArgument {
  readonly usage: string;
  readonly summary: string;
}

/** What every command shows of itself, whatever its options. */
export interface CommandHeading {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** A paragraph or more for `fisher-rao <name> --help`. */
  readonly description: string;
  readonly arguments: readonly CommandArgument[];
  readonly formats: readonly [Format, ...Format[]];
  /** Whole command lines that work, each with what it does. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
}

/** A command as its file defines it; `run` gets its positional arguments and option values already parsed. */
export interface CommandDefinition<Options extends CommandOptions> extends CommandHeading {
  readonly options: Options;
  readonly run: (
    input: { readonly positional: readonly string[]; readonly options: OptionValues<Options> },
    context: Context,
  ) => Promise<ExitCode>;
}

/** A command whose option types are known to nobody but itself; only `defineCommand` makes one. */
export interface Command extends CommandHeading {
  readonly options: CommandOptions;
  readonly run: (
    input: { readonly positional: readonly string[]; readonly options: Readonly<Record<string, unknown>> },
    context: Context,
  ) => Promise<ExitCode>;
}

/** Forgets the option types, which the shell has no use for: it fills `options` by the same table that gave the types. */
export function defineCommand<const Options extends CommandOptions>(definition: CommandDefinition<Options>): Command {
  return {
    ...definition,
    run: ({ positional, options }, context) =>
      definition.run({ positional, options: options as OptionValues<Options> }, context),
  };
}
