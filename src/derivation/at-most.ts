import { rationalFunctions } from '../algebra/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import type { Uses } from './assumption.ts';
import { Atoms } from './atoms.ts';
import { Canonicaliser, type Means } from './canonical.ts';
import { casesOf, claimIn } from './case-distinction.ts';
import { freeVariables } from './free-variables.ts';
import type { Justification } from './justification.ts';
import { match, patternSign } from './matching.ts';
import { type Finding, follows, meansOf, type Setting, type Source, sourcesOf } from './reasoning.ts';
import { checkScopes } from './scope.ts';
import { substitute } from './substitution.ts';
import type { Claim, Parameter, Term } from './term.ts';

/** Whether the claim, an equality or an inequality, follows by the justifications. */
export function claimFollows(claim: Claim, by: readonly Justification[], setting: Setting): Finding {
  const distinction = by.find((reason) => reason.kind === 'cases');
  if (distinction !== undefined) return followsInCases(claim, distinction.on, by, setting);
  return (claim.relation === 'atMost' ? followsAtMost : follows)(claim.left, claim.right, by, setting);
}

/** The claim in every case, by the other justifications. */
function followsInCases(claim: Claim, on: Parameter, by: readonly Justification[], setting: Setting): Finding {
  if (on.name === setting.hypothesis?.on) {
    return { objection: `the induction hypothesis is about this ${on.name}: distinguish another variable` };
  }
  const differences = by.flatMap((reason) => (reason.kind === 'difference' ? [reason.term] : []));
  const cases = casesOf(on, [claim.left, claim.right, ...differences]);
  if (cases === null)
    return { objection: `${on.name} is neither a natural, nor a point of a product, nor a new value of θ` };
  const rest = by.filter((reason) => reason.kind !== 'cases' || reason.on !== on);
  const uses: Uses[] = [];
  for (const given of cases) {
    const reasons = rest.map((reason) =>
      reason.kind === 'difference' ? { ...reason, term: given(reason.term) } : reason,
    );
    const finding = claimFollows(claimIn(claim, given), reasons, setting);
    if ('objection' in finding) return finding;
    uses.push(finding.uses);
  }
  return { uses: uses.flat() };
}

/**
 * Whether left <= right follows by the justifications: right - left, or the difference that is given for it and that
 * the other justifications show to be equal to it, must be seen to be >= 0 from how it is written. Inequalities that are
 * cited say this of parts of it: of (b - a) for a <= b, so that only monotone contexts come out. Both terms must have
 * been found to have a meaning.
 */
export function followsAtMost(left: Term, right: Term, by: readonly Justification[], setting: Setting): Finding {
  const whole: Term = { kind: 'add', terms: [right, negated(left)] };
  const given = by.filter((reason) => reason.kind === 'difference');
  if (given.length > 1) return { objection: 'a step with <= has one difference' };
  const sorted = sortedReasons(by, setting);
  if ('objection' in sorted) return sorted;
  const means = meansOf(sorted.equalities, setting);
  if ('objection' in means) return means;
  const known = knownBy(sorted.inequalities, { ...means, rewritings: [] }, setting);
  const difference = given[0]?.term ?? whole;
  const uses: Uses[] = [];
  if (given.length > 0) {
    checkScopes([left, right, difference]);
    const meaning = setting.regularity.meaning(difference);
    if ('objection' in meaning) return meaning;
    const equality = follows(whole, difference, sorted.equalities, setting);
    if ('objection' in equality) return { objection: `the difference is not the one given: ${equality.objection}` };
    uses.push(meaning.uses, equality.uses);
  }
  const shown =
    setting.regularity.nonnegative(difference, known) ??
    (given.length > 0 ? null : inCanonicalForm(whole, { ...means, rewritings: [] }, known, setting));
  if (shown === null) return { objection: 'nothing shows that the difference, right - left, is nonnegative' };
  return { uses: [...uses.flat(), ...shown] };
}

/** As nonnegative, of the canonical form of a difference that was not written out. */
function inCanonicalForm(
  difference: Term,
  means: Means,
  known: (term: Term) => Uses | null,
  { regularity }: Setting,
): Uses | null {
  const atoms = new Atoms();
  const form = new Canonicaliser(means, regularity, atoms);
  const shown = regularity.nonnegative(atoms.toTerm(form.value(difference)), known);
  return shown === null ? null : [...form.uses, ...shown];
}

interface SortedReasons {
  readonly equalities: readonly Justification[];
  readonly inequalities: readonly Source[];
}

function sortedReasons(by: readonly Justification[], setting: Setting): SortedReasons | { readonly objection: string } {
  const equalities: Justification[] = [];
  const inequalities: Source[] = [];
  for (const reason of by) {
    if (reason.kind === 'difference') continue;
    if (reason.kind !== 'assumption' && reason.kind !== 'theorem' && reason.kind !== 'inductionHypothesis') {
      equalities.push(reason);
      continue;
    }
    const sources = sourcesOf(reason, setting);
    if ('objection' in sources) return sources;
    if (sources.every(({ relation }) => relation === undefined)) equalities.push(reason);
    else inequalities.push(...sources);
  }
  return { equalities, inequalities };
}

/** Why a term is right - left of one of the inequalities, for some values of their variables. */
function knownBy(inequalities: readonly Source[], means: Means, setting: Setting): (term: Term) => Uses | null {
  return (term) => {
    for (const { left, right, uses } of inequalities) {
      const atoms = new Atoms();
      const plain = new Canonicaliser(means, setting.regularity, atoms);
      const difference: Term = { kind: 'add', terms: [right, negated(left)] };
      try {
        const value = plain.value(term);
        const proposal = match(atoms.toTerm(plain.value(difference)), atoms.toTerm(value));
        if (proposal === null) continue;
        const instance = substitute(difference, proposal);
        if ([...freeVariables(instance)].some((name) => name.startsWith(patternSign))) continue;
        if (rationalFunctions.equals(plain.value(instance), value)) return [...uses, ...plain.uses];
      } catch (error) {
        if (!(error instanceof DomainError || error instanceof UnsupportedError)) throw error;
      }
    }
    return null;
  };
}

function negated(term: Term): Term {
  return { kind: 'multiply', factors: [{ kind: 'rational', numerator: -1, denominator: 1 }, term] };
}
