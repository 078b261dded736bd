import { InputError } from '../errors.ts';

/** A claim that no computation decides, with the reason: matters of taste, of history, of what the future will show. */
export interface OpenQuestion {
  readonly kind: 'open-question';
  readonly label: string;
  readonly title: string;
  readonly claim: string;
  readonly expected: 'undecided';
  readonly reason: string;
}

const questions = new WeakSet<object>();

/** Makes an open question. Throws {@link InputError} where label or reason is missing. */
export function openQuestion(parts: Omit<OpenQuestion, 'kind' | 'expected'>): OpenQuestion {
  if (parts.label === '') throw new InputError('an open question needs a label, such as "A-T.3"');
  if (parts.reason.trim() === '') throw new InputError(`open question ${parts.label} needs the reason why it is open`);
  const made: OpenQuestion = Object.freeze({ ...parts, kind: 'open-question', expected: 'undecided' });
  questions.add(made);
  return made;
}

/** Whether a value is an open question that {@link openQuestion} made. */
export function isOpenQuestion(value: unknown): value is OpenQuestion {
  return typeof value === 'object' && value !== null && questions.has(value);
}
