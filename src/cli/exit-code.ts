import { FisherRaoError } from '../errors.ts';

/**
 * What the process says to its caller; the same for every command.
 *
 * `done` the work was carried out; `unexpected` it was, and a verdict differs from the declared one; `input` a file,
 * argument or option is wrong; `domain` the mathematics refuses (singular, undefined); `unsupported` no rule or engine
 * (a closed form that is not there in time is null and `done`); `bug` a fault of this package (EX_SOFTWARE of
 * sysexits.h); `interrupted` SIGINT or SIGTERM.
 */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  input: 2,
  domain: 3,
  unsupported: 4,
  bug: 70,
  interrupted: 130,
} as const;

/** One of the numbers of `exitCodes`. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The `kind` under which a failure is reported in JSON: the kind of a `FisherRaoError`, or `bug` for anything else. */
export type FailureKind = FisherRaoError['kind'] | 'bug' | 'interrupted';

const codeOfKind: { readonly [K in FailureKind]: ExitCode } = {
  input: exitCodes.input,
  notation: exitCodes.input,
  shape: exitCodes.input,
  domain: exitCodes.domain,
  unsupported: exitCodes.unsupported,
  bug: exitCodes.bug,
  interrupted: exitCodes.interrupted,
};

/** The kind of anything that was thrown; everything that is not a `FisherRaoError` is a bug of this package. */
export function failureKind(thrown: unknown): FailureKind {
  return thrown instanceof FisherRaoError ? thrown.kind : 'bug';
}

/** The exit code that a failure of this kind gives. */
export function exitCodeOf(kind: FailureKind): ExitCode {
  return codeOfKind[kind];
}
