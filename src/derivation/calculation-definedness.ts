import { determinant, generatorsOf, type Rational } from '../algebra/index.ts';
import {
  argumentsOf,
  type ClosedForm,
  type ClosedForms,
  constantValue,
  type Expression,
  evaluateExpression,
  evaluator,
  partsOf,
  printClosedForm,
  substitute,
} from '../calculus/index.ts';
import { DomainError, InputError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { type Condition, demandsOf, isLong, isManifest, numberOf, settled } from './calculation-conditions.ts';
import { domainIn, type Subject } from './calculation-subject.ts';
import { formulaText } from './formula-text.ts';
import { type DomainOf, isManifestlyNonnegative, isManifestlyPositive } from './nonnegative.ts';

/** Sample spaces on which a quotient may be undefined at single points: these have no probability. */
export const continuousSpaces: readonly string[] = [
  'line',
  'half-line',
  'interval',
  'circle',
  'simplex',
  'cut-line',
  'sphere',
  'positive-definite',
];

/** Of larger metrics no determinant is taken. */
const largestMetric = 3;

/** Collects what must hold for the values of a calculation to exist, while they are worked out. */
export class ConditionsOfCalculation {
  private readonly forms: ClosedForms;
  private readonly family: Family | null;
  private readonly domainOf: DomainOf;
  /** Names in whose place `at` puts what need not lie in their domain. */
  private readonly unsure = new Set<string>();
  private collected: Condition[] = [];
  /** What else is meant, in words. */
  readonly remarks = new Set<string>();
  private isRegular = false;

  constructor(subject: Subject, forms: ClosedForms) {
    this.forms = forms;
    this.family = subject.family;
    const domainOf = domainIn(subject);
    this.domainOf = (name) => (this.unsure.has(name) ? 'real' : domainOf(name));
  }

  get found(): readonly Condition[] {
    return this.collected;
  }

  /** What the outermost operation of an expression demands, in closed form where it is not seen to hold. */
  demand(e: Expression, value: (part: Expression) => ClosedForm): void {
    for (const demand of demandsOf(e)) {
      if (isManifest(demand, this.domainOf)) continue;
      this.note({ form: value(demand.of), is: demand.is }, formulaText(demand.of));
    }
  }

  /** That the metric with these entries is not singular. */
  noteRegularMetric(dimension: number, entry: (i: number, j: number) => ClosedForm): void {
    if (this.isRegular || dimension > largestMetric) return;
    this.isRegular = true;
    const range = Array.from({ length: dimension }, (_, k) => k);
    const form = determinant(
      this.forms,
      range.map((i) => range.map((j) => entry(i, j))),
    );
    this.note({ form, is: '≠ 0', said: 'the metric is not singular' }, 'the determinant of the metric');
    this.isRegular = false;
  }

  /** A derivative is taken where its function has a value all around the point. */
  onOpenSet(action: () => ClosedForm): ClosedForm {
    const { value, conditions } = this.gathered(action);
    this.collected.push(...conditions.map((one) => ({ ...one, is: one.is === '>= 0' ? ('> 0' as const) : one.is })));
    return value;
  }

  /**
   * The value with `by` put for a name: conditions are those at that value, which lies in the domain of the name or on
   * its boundary. Throws {@link InputError} where it may lie outside, {@link DomainError} where there is no value.
   */
  at(name: string, text: Expression, by: ClosedForm, action: () => ClosedForm): ClosedForm {
    const { forms } = this;
    const isInside = this.isInside(name, text, by);
    if (!isInside && numberOf(forms, by) !== null) {
      const said = `${name} = ${formulaText(text)}, on the boundary of its domain: closed forms have their values there`;
      this.remarks.add(said);
    }
    const wasUnsure = this.unsure.has(name);
    if (!isInside) this.unsure.add(name);
    const { value, conditions } = this.gathered(action);
    if (!isInside && !wasUnsure) this.unsure.delete(name);
    const put = evaluator(forms, forms, (symbol) => (symbol === name ? by : forms.symbol(symbol)));
    for (const { form, ...rest } of conditions) {
      this.note({ ...rest, form: put(form) }, `${shownForm(forms, form)} at ${name} = ${formulaText(text)}`);
    }
    this.refuseGammaOfNegative(value, put);
    return put(value);
  }

  /** Conditions on the sample hold for all outcomes, or for almost all where single points have no probability. */
  inExpectation(action: () => ClosedForm): ClosedForm {
    const { forms, family } = this;
    const { value, conditions } = this.gathered(action);
    const variables = family?.sampleSpace.variables ?? [];
    for (const condition of conditions) {
      if (!forms.symbolsOf(condition.form).some((name) => variables.includes(name))) this.collected.push(condition);
      else if (condition.is === '≠ 0' && continuousSpaces.includes(family?.sampleSpace.kind ?? '')) {
        this.collected.push({ ...condition, said: `${printClosedForm(forms, condition.form)} ≠ 0 almost surely` });
      } else {
        throw new InputError(
          `nothing shows that ${printClosedForm(forms, condition.form)} ${condition.is} for all outcomes, so that the expectation need not exist`,
        );
      }
    }
    return value;
  }

  /** What the density of a finite family, as it is written, demands of the coordinates at all outcomes. */
  ofDensity(value: (part: Expression) => ClosedForm): readonly Condition[] {
    const { family } = this;
    if (family?.sampleSpace.kind !== 'finite') return [];
    const { variables, states } = family.sampleSpace;
    const unsure = [...this.unsure];
    this.unsure.clear();
    const { conditions } = this.gathered(() => {
      for (const state of states) {
        const at = new Map(
          variables.map((name, place): [string, Expression] => [name, { kind: 'number', value: state[place] }]),
        );
        this.demandAll(substitute(family.logDensity, at), value);
      }
    });
    for (const name of unsure) this.unsure.add(name);
    return conditions;
  }

  /** Notes conditions that are known already. */
  add(conditions: readonly Condition[]): void {
    this.collected.push(...conditions);
  }

  private demandAll(e: Expression, value: (part: Expression) => ClosedForm): void {
    // An outcome may make the factor of a logarithm zero, 0 log(p): then the logarithm is not asked for.
    if (e.kind === 'multiply' && e.factors.some((factor) => constantValue(factor)?.numerator === 0)) return;
    this.demand(e, value);
    for (const part of partsOf(e)) this.demandAll(part, value);
  }

  private note(condition: Condition, shown: string): void {
    const left = settled(this.forms, condition, this.domainOf, shown);
    if (left === null || this.isPromised(left)) return;
    this.collected.push(isLong(left.form) && left.said === undefined ? { ...left, said: `${shown} ${left.is}` } : left);
  }

  /** What the family says of its domain. */
  private isPromised({ form }: Condition): boolean {
    const { forms, family } = this;
    if (family === null || this.unsure.size > 0) return false;
    return family.conditions.some((condition) =>
      forms.equals(
        evaluateExpression(forms, condition, (name) => valued(family, forms, name)),
        form,
      ),
    );
  }

  private gathered<V>(action: () => V): { readonly value: V; readonly conditions: readonly Condition[] } {
    const before = this.collected;
    this.collected = [];
    try {
      return { value: action(), conditions: this.collected };
    } finally {
      this.collected = before;
    }
  }

  /** Whether what takes the place of a name lies in its domain, or only in the closure of that. */
  private isInside(name: string, text: Expression, by: ClosedForm): boolean {
    const { forms } = this;
    const domain = this.domainOf(name) ?? 'real';
    if (domain === 'real') return true;
    const number = numberOf(forms, by);
    if (number !== null) {
      if (number < 0 || (domain === 'unit' && number > 1)) {
        throw new InputError(`${name} is ${domain}: ${formulaText(text)} does not lie in its domain`);
      }
      return number > 0 && (domain !== 'unit' || number < 1) && (domain !== 'natural' || Number.isInteger(number));
    }
    if (!isManifestlyNonnegative(text, this.domainOf)) {
      throw new InputError(
        `${name} is not negative: what takes its place must be written so that it is seen to be >= 0`,
      );
    }
    if (domain !== 'unit') return isManifestlyPositive(text, this.domainOf);
    const room: Condition = { form: forms.subtract(forms.one, by), is: '>= 0' };
    const isBelow = settled(forms, { ...room, is: '> 0' }, this.domainOf, `1 - ${formulaText(text)}`) === null;
    if (!isBelow) this.note(room, `1 - (${formulaText(text)})`);
    return isBelow && isManifestlyPositive(text, this.domainOf);
  }

  /** Forms move the argument of log Gamma by whole numbers, and of |Gamma| the sign is lost below 0. */
  private refuseGammaOfNegative(value: ClosedForm, put: (a: ClosedForm) => ClosedForm): void {
    const { forms } = this;
    for (const argument of gammaArguments(forms, value)) {
      const number = numberOf(forms, put(argument));
      if (number !== null && number <= 0) {
        throw new DomainError(
          `the closed form contains Gamma(${printClosedForm(forms, argument)}), which is to be taken at ${number}: put the value in before`,
        );
      }
    }
  }
}

function shownForm(forms: ClosedForms, form: ClosedForm): string {
  return isLong(form) ? 'a long condition' : printClosedForm(forms, form);
}

function gammaArguments(forms: ClosedForms, value: ClosedForm): readonly ClosedForm[] {
  return generatorsOf(value).flatMap((index) => {
    const kernel = forms.kernels[index];
    if (kernel.kind === 'symbol') return [];
    const inner = argumentsOf(kernel).flatMap((argument) => gammaArguments(forms, argument));
    return kernel.kind === 'polygamma' && kernel.order < 0 ? [kernel.argument, ...inner] : inner;
  });
}

function valued({ constants }: Family, forms: ClosedForms, name: string): ClosedForm {
  const value: Rational | undefined = constants.find((constant) => constant.name === name)?.value;
  return value === undefined ? forms.symbol(name) : forms.fromRational(value);
}
