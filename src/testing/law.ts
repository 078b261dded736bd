import assert from 'node:assert/strict';
import fc from 'fast-check';
import { caseText } from './case-text.ts';

/** A statement that holds for every case, with a check that says where it does not. */
export interface Law<Case> {
  /** The statement, to serve as the title of a test. */
  readonly name: string;
  /** How the case breaks the law, in a sentence; `null` where it keeps it. */
  readonly violation: (subject: Case) => string | null | Promise<string | null>;
}

/** A case that says what it is in plain words where fast-check tells of it. */
export interface ShownCase<Case> {
  readonly subject: Case;
  readonly [fc.toStringMethod]: () => string;
}

/**
 * The law as a property for `fc.assert`, over cases from the arbitrary: fast-check shrinks a case that breaks the law and
 * shows it ({@link caseText}), and the sentence that says how is the cause of its error.
 */
export function lawProperty<Case>(
  law: Law<Case>,
  cases: fc.Arbitrary<Case>,
): fc.IAsyncPropertyWithHooks<[shown: ShownCase<Case>]> {
  const shown = cases.map((subject): ShownCase<Case> => ({ subject, [fc.toStringMethod]: () => caseText(subject) }));
  return fc.asyncProperty(shown, async ({ subject }) => {
    const violation = await law.violation(subject);
    assert.ok(violation === null, `${law.name}: ${violation}`);
  });
}
