import { expect, it } from 'vitest';
import { isOpenQuestion, openQuestion } from '../../src/derivation/open-question.ts';

const parts = { label: 'T', title: 'a trend', claim: 'it often rises', reason: 'no number says how often is often' };

it('an open question has a label and a reason, and is made here only', () => {
  const made = openQuestion(parts);
  expect(made).toMatchObject({ kind: 'open-question', expected: 'undecided', ...parts });
  expect([isOpenQuestion(made), isOpenQuestion({ ...made })]).toEqual([true, false]);
  expect(() => openQuestion({ ...parts, label: '' })).toThrow('needs a label');
  expect(() => openQuestion({ ...parts, reason: ' ' })).toThrow('needs the reason');
});
