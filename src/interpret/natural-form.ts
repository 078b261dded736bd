import { type ClosedForm, type ClosedForms, type Expression, printExpression, symbolsOf } from '../calculus/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { type SampleTerms, sampleReading } from './sample-terms.ts';

/** A family that declares sufficient statistics. */
export type ExponentialFamily = Family & { readonly statistics: readonly Expression[] };

/** The family declares sufficient statistics. */
export function hasStatistics(family: Family): family is ExponentialFamily {
  return family.statistics !== undefined;
}

/**
 * The log-density of an exponential family as sum_a `natural[a]` T_a + `rest`, up to a function of the sample alone: the
 * natural parameters and minus the log-partition, as expressions in coordinates and constants.
 */
export interface NaturalForm {
  readonly natural: readonly Expression[];
  readonly rest: Expression;
}

/**
 * Reads the natural form off a log-density, and confirms it: `evaluate` gives expressions in coordinates and constants
 * their closed forms. Throws {@link UnsupportedError} where the score is no linear combination of the statistics and one.
 */
export function naturalForm(
  family: ExponentialFamily,
  forms: ClosedForms,
  evaluate: (e: Expression) => ClosedForm,
): NaturalForm {
  const { statistics, coordinates, logDensity } = family;
  const expected = (family.base?.family ?? family).coordinates.length;
  if (statistics.length !== expected) {
    throw new DomainError(
      `${statistics.length} statistics for ${expected} coordinates: a full exponential family has as many`,
    );
  }
  const { terms, show } = sampleReading(family);
  const read = statistics.map(terms);
  const density = terms(logDensity);
  const natural: Expression[] = [];
  /** What the statistics whose parameter is known leave of the coefficient of a monomial. */
  const remainder = (monomial: string): Expression => {
    const taken = read.flatMap((statistic, a): Expression[] => {
      const coefficient = statistic.get(monomial)?.coefficient;
      return coefficient === undefined || natural[a] === undefined
        ? []
        : [{ kind: 'negate', of: { kind: 'multiply', factors: [coefficient, natural[a]] } }];
    });
    const whole = coefficientAt(density, monomial);
    return taken.length === 0 ? whole : { kind: 'add', terms: [whole, ...taken] };
  };
  const leads = leadsOf(read, statistics.map(printExpression));
  for (const [a, lead] of leads) {
    const own = read[a].get(lead)?.coefficient ?? zero;
    natural[a] = divided(remainder(lead), own);
  }
  const taken = new Set(leads.values());
  const monomials = new Map([density, ...read].flatMap((list) => [...list]));
  const names = coordinates.map(({ name }) => name);
  for (const [monomial, { exponents }] of monomials) {
    if (monomial === '' || taken.has(monomial)) continue;
    const left = remainder(monomial);
    if (!symbolsOf(left).some((name) => names.includes(name))) continue;
    const form = evaluate(left);
    if (names.every((name) => forms.isZero(forms.derivative(form, name)))) continue;
    throw new UnsupportedError(
      `the score contains ${show(exponents)}, which is not among the sufficient statistics of ${family.name}`,
    );
  }
  return { natural, rest: remainder('') };
}

/**
 * For each statistic a monomial that it contains and those after it in the order of the result do not, so that the natural
 * parameters follow one by one.
 */
function leadsOf(read: readonly SampleTerms[], names: readonly string[]): Map<number, string> {
  const leads = new Map<number, string>();
  while (leads.size < read.length) {
    const open = read.map((_, a) => a).filter((a) => !leads.has(a));
    const found = open.flatMap((a): [number, string][] => {
      const others = open.filter((b) => b !== a).map((b) => read[b]);
      const own = [...read[a].keys()].find((key) => key !== '' && !others.some((other) => other.has(key)));
      return own === undefined ? [] : [[a, own]];
    });
    if (found.length === 0) {
      throw new UnsupportedError(
        `the sufficient statistics ${open.map((a) => names[a]).join(', ')} share all their terms: leave out what depends on others, or take sums and differences apart`,
      );
    }
    leads.set(...found[0]);
  }
  return leads;
}

const zero: Expression = { kind: 'add', terms: [] };

function coefficientAt(terms: SampleTerms, monomial: string): Expression {
  return terms.get(monomial)?.coefficient ?? zero;
}

function divided(numerator: Expression, denominator: Expression): Expression {
  const isOne = denominator.kind === 'number' && denominator.value.numerator === denominator.value.denominator;
  return isOne ? numerator : { kind: 'divide', numerator, denominator };
}
