import { DomainError, UnsupportedError } from '../errors.ts';
import type { Refusal } from './derive-request.ts';

/** A failure that says that there is no such quantity, rather than that the request is wrong. */
function isRefusal(error: unknown): error is DomainError | UnsupportedError {
  return error instanceof DomainError || error instanceof UnsupportedError;
}

/** Why there is no such quantity, as it is told. */
export function refusal({ message, kind }: DomainError | UnsupportedError): Refusal {
  return { message, failure: kind };
}

/** What `make` makes, or the failure that says that there is no such quantity; other errors pass. */
export function orRefused<T>(make: () => T): T | DomainError | UnsupportedError {
  try {
    return make();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}
