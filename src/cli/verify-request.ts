import type { ExplainedArgument, StatementReport } from '../derivation/index.ts';
import type { SentFailure } from './worker-thread.ts';

/** What is to be verified. */
export interface VerifyRequest {
  /** Files and folders; the proofs that come with the package where there are none. */
  readonly paths: readonly string[];
  /** The label of the one statement that is asked for, with its argument; all of them where it is undefined. */
  readonly label: string | undefined;
}

/** A request for a thread, perhaps one that goes on where another was stopped. */
export interface VerifyTask extends VerifyRequest {
  /** How many statements have their reports. */
  readonly done: number;
  /** Why no verdict on the next statement came; `null` where nothing is known of it. */
  readonly gaveUp: { readonly reason: string; readonly seconds: number } | null;
}

/** What the thread of a verification tells, in this order: what there is, the reports one by one, an argument. */
export type VerifyMessage =
  | { readonly kind: 'statements'; readonly labels: readonly string[] }
  | { readonly kind: 'report'; readonly report: StatementReport }
  | { readonly kind: 'done'; readonly argument: ExplainedArgument | null }
  | SentFailure;
