/** Base of every error that a user can cause or meet; anything else that is thrown is a bug of this package. */
export abstract class FisherRaoError extends Error {
  abstract readonly kind: 'domain' | 'notation' | 'shape' | 'unsupported' | 'input';
}

/** The mathematics is undefined here: a singular metric, a division by zero, a point outside the domain. */
export class DomainError extends FisherRaoError {
  readonly kind = 'domain';
  override readonly name = 'DomainError';
}

/** A formula in index notation is ill-formed: an index unbalanced, shadowed or used three times. */
export class NotationError extends FisherRaoError {
  readonly kind = 'notation';
  override readonly name = 'NotationError';
}

/** A tensor program is ill-typed: the message names the primitive, the operand types and the rule. */
export class ShapeError extends FisherRaoError {
  readonly kind = 'shape';
  override readonly name = 'ShapeError';
}

/** This engine or rule cannot do what was asked; the message says what can. */
export class UnsupportedError extends FisherRaoError {
  readonly kind = 'unsupported';
  override readonly name = 'UnsupportedError';
}

/** A file, an argument or an option is wrong: what was expected, what came, what to try. */
export class InputError extends FisherRaoError {
  readonly kind = 'input';
  override readonly name = 'InputError';
}
