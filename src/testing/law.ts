import assert from 'node:assert/strict';
import fc from 'fast-check';

/** A statement that holds for every case, with a check that says where it does not. */
export interface Law<Case> {
  /** The statement, to serve as the title of a test. */
  readonly name: string;
  /** How the case breaks the law, in a sentence; `null` where it keeps it. */
  readonly violation: (subject: Case) => string | null | Promise<string | null>;
}

/**
 * The law as a property for `fc.assert`, over cases from the arbitrary: fast-check shrinks a case that breaks the law, and
 * the sentence that says how is the cause of its error.
 */
export function lawProperty<Case>(
  law: Law<Case>,
  cases: fc.Arbitrary<Case>,
): fc.IAsyncPropertyWithHooks<[subject: Case]> {
  return fc.asyncProperty(cases, async (subject) => {
    const violation = await law.violation(subject);
    assert.ok(violation === null, `${law.name}: ${violation}`);
  });
}
