/**
 * The trusted kernel: equalities and inequalities between symbolic terms (undetermined densities on finite, countable or
 * continuous sample spaces, sums and integrals, derivatives in θ) that become a {@link Theorem} only by a derivation that
 * {@link prove} has checked, with the assumptions it rests on; and, for what is not proved, refutation by a concrete
 * finite model.
 */
export {
  type Application,
  assume,
  by,
  type ChainWriter,
  induction,
  start,
} from './argue.ts';
export type { Assumption } from './assumption.ts';
export { type Calculation, calculation, calculationOutcome, explainCalculationFault } from './calculation.ts';
export {
  type CalculationDerivation,
  type CalculationFault,
  type CalculationOutcome,
  type CalculationSide,
  type ExactTheorem,
  isExactTheorem,
  proveCalculation,
} from './calculation-kernel.ts';
export { calculationFunctions } from './calculation-language.ts';
export { type AssumedEquation, admitSubject, type Subject, type SubjectParts } from './calculation-subject.ts';
export {
  type CallableDefinition,
  type CallableFunction,
  type CallableRealFunction,
  next,
  pairOf,
  plus,
} from './callable.ts';
export { declare, type SpaceFamily } from './declare.ts';
export { parseDerivation } from './derivation-text.ts';
export { determinants } from './determinants.ts';
export { decide, isProofDocument, type ProofDocument, proofDocument, type Statement } from './document.ts';
export { type Examination, type ExaminationOptions, examine, replay, type Witness } from './examine.ts';
export {
  type Experiment,
  experiment,
  replayExperiment,
} from './experiment.ts';
export { type ExplainedChain, type ExplainedSide, explain } from './explain.ts';
export { type ExplainedArgument, type ExplainedText, explainArgument } from './explained-argument.ts';
export { isSameClaim } from './identity.ts';
export { type Instance, inputsText, instanceText, type Json, type Sides, sideText } from './instance.ts';
export type { Instance as TheoremInstance, Justification } from './justification.ts';
export {
  type Chain,
  type Derivation,
  type Fault,
  type Induction,
  isTheorem,
  type ProofOutcome,
  prove,
  type Step,
  type Theorem,
} from './kernel.ts';
export type { Law } from './law.ts';
export type { FiniteModel, PointValue } from './model.ts';
export type { Natural } from './natural.ts';
export { type OpenQuestion, openQuestion } from './open-question.ts';
export { printAssumption, printClaim, printTerm } from './print.ts';
export { type Replay, replayWitness } from './replay.ts';
export type { Direction, PointVariable, SamplePoint, SampleSpace } from './space.ts';
export { explainFault, type GeneralStatement, statement, theoremOf } from './statement.ts';
export { textToTex } from './statement-tex.ts';
export type { Claim, DefinedFunction, Parameter, Term, UndeterminedFunction } from './term.ts';
export { type Verdict, type VerdictKind, verdictKinds } from './verdict.ts';
export {
  reportOfAll,
  type StatementReport,
  undecidedReport,
  type VerificationOptions,
  type VerificationReport,
  verifyDocuments,
} from './verify.ts';
export { witnessText } from './witness-text.ts';
export { equation, inequality, type TermLike, term } from './write.ts';
