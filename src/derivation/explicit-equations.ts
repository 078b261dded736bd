import { DomainError } from '../errors.ts';
import type { Assumption } from './assumption.ts';
import { seriesOf } from './evaluate.ts';
import { freeVariables } from './free-variables.ts';
import type { ModelSource, PointValue } from './model.ts';

import type { Natural } from './natural.ts';
import { type Scalar, toNumber } from './scalar.ts';
import type { SamplePoint } from './space.ts';
import type { Argument, Term } from './term.ts';

/** An equation that says what an undetermined function, or a partial derivative of it, is. */
interface Rule {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly along: readonly SamplePoint[];
  readonly value: Term;
}

/** Values of variables. */
export type Bindings = ReadonlyMap<string, PointValue>;

/** What a model has to answer so that equations can be solved in it. */
export interface CoordinateNumbers {
  /** The arguments by which a map numbers this coordinate, or `null`. */
  argumentsOf(map: string, coordinate: number): readonly PointValue[] | null;
}

/** Deeper than this equations define functions by one another without end. */
const deepest = 60;

/** The equations among assumptions that give a function explicitly: f(...) = u or ∂ ... ∂ f(...) = u. */
export class ExplicitEquations {
  private readonly rules: readonly Rule[];
  private depth = 0;

  constructor(given: readonly Assumption[]) {
    this.rules = given.flatMap((assumption) => ruleOf(assumption) ?? []);
  }

  /** Whether the equation is one that models can be made to satisfy. */
  static covers(assumption: Assumption): boolean {
    return ruleOf(assumption) !== null;
  }

  /** The function of which an assumption gives the values or derivatives, or `null`. */
  static nameIn(assumption: Assumption): string | null {
    return ruleOf(assumption)?.name ?? null;
  }

  /** The function of points whose values, not derivatives, an assumption gives, or `null`. */
  static valueIn(assumption: Assumption): string | null {
    const rule = ruleOf(assumption);
    const isValue = rule?.along.length === 0 && rule.arguments.every(({ sort }) => sort === 'point');
    return isValue ? rule.name : null;
  }

  /** The maps to coordinates that the equations speak of: of these no two arguments have one coordinate. */
  get maps(): ReadonlySet<string> {
    const points = this.rules.flatMap((rule) => rule.along);
    return new Set(points.flatMap((point) => (point.kind === 'coordinate' ? [point.map.name] : [])));
  }

  /**
   * What the equations say of a partial derivative of a function at arguments, or `null` where they say nothing. Throws
   * {@link DomainError} where they contradict each other or define functions by one another without end.
   */
  derivative(
    name: string,
    values: readonly PointValue[],
    along: readonly number[],
    model: ModelSource & CoordinateNumbers,
  ): Scalar | null {
    const answers = this.rules.flatMap((rule) => {
      if (rule.name !== name || rule.along.length > along.length) return [];
      return choices(along, rule.along.length).flatMap(([chosen, rest]) => {
        const bindings = solve(rule, values, chosen, model);
        return bindings === null ? [] : [this.value(rule.value, bindings, rest, model)];
      });
    });
    if (answers.length === 0) return null;
    const isSame = answers.every(
      (answer) => Math.abs(toNumber(answer) - toNumber(answers[0])) <= 1e-9 * Math.max(1, Math.abs(toNumber(answer))),
    );
    if (isSame) return answers[0];
    throw new DomainError(`the equations assumed say two different things of ${name} in this model`);
  }

  private value(term: Term, bindings: Bindings, rest: readonly number[], model: ModelSource): Scalar {
    if (++this.depth > deepest) throw new DomainError('the equations assumed define functions by one another');
    try {
      const series = seriesOf(term, boundModel(model, bindings), rest);
      return series[series.length - 1];
    } finally {
      this.depth--;
    }
  }
}

function ruleOf(assumption: Assumption): Rule | null {
  if (assumption.kind !== 'equation') return null;
  const { left, right, relation } = assumption.claim;
  if (relation === 'atMost') return null;
  const along: SamplePoint[] = [];
  let of = left;
  for (; of.kind === 'derivative'; of = of.of) along.push(of.along);
  if (of.kind !== 'apply') return null;
  const bound = freeVariables(left);
  if ([...freeVariables(right)].some((name) => !bound.has(name))) return null;
  return { name: of.function.name, arguments: of.arguments, along, value: right };
}

/** The model in which variables have these values. */
export function boundModel(model: ModelSource, bindings: Bindings): ModelSource {
  return {
    dimension: model.dimension,
    at: (parameter) => boundModel(model.at(parameter), bindings),
    size: (space, index) => model.size(space, index),
    natural: (name) => (bindings.get(name) as number | undefined) ?? model.natural(name),
    point: (name, space) => bindings.get(name) ?? model.point(name, space),
    derivative: (name, values, along) => model.derivative(name, values, along),
    coordinate: (map, values) => model.coordinate(map, values),
    coefficient: (name, values, power, input) => model.coefficient(name, values, power, input),
  };
}

/** The values of the rule's variables at which it speaks of these arguments and coordinates, or `null`. */
export function solve(
  rule: Pick<Rule, 'arguments' | 'along'>,
  values: readonly PointValue[],
  chosen: readonly number[],
  model: CoordinateNumbers,
): Bindings | null {
  const bindings = new Map<string, PointValue>();
  const points: [SamplePoint, PointValue][] = rule.along.map((point, place) => [point, chosen[place]]);
  const naturals: [Natural, number][] = [];
  const note = (argument: Argument, value: PointValue): void => {
    if (argument.sort === 'natural') naturals.push([argument.value, value as number]);
    else points.push([argument.value, value]);
  };
  rule.arguments.forEach((argument, place) => {
    note(argument, values[place]);
  });
  for (let next = points.pop(); next !== undefined; next = points.pop()) {
    const [point, value] = next;
    if (point.kind === 'variable') {
      const known = bindings.get(point.name);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value)) return null;
      bindings.set(point.name, value);
    } else if (point.kind === 'pair') {
      const [left, right] = value as readonly [PointValue, PointValue];
      points.push([point.left, left], [point.right, right]);
    } else if (point.kind === 'coordinate') {
      const numbered = model.argumentsOf(point.map.name, value as number);
      if (numbered === null) return null;
      point.arguments.forEach((argument, place) => {
        note(argument, numbered[place]);
      });
    }
  }
  return settled(naturals, bindings);
}

/** The bindings with those of natural variables, settled one by one; `null` where they do not fit or stay open. */
function settled(
  naturals: readonly (readonly [Natural, number])[],
  bindings: Map<string, PointValue>,
): Bindings | null {
  let open = naturals;
  while (open.length > 0) {
    const later: (readonly [Natural, number])[] = [];
    for (const [{ variables, offset }, value] of open) {
      const unknown = variables.filter((name) => !bindings.has(name));
      const rest = variables.reduce(
        (left, name) => left - ((bindings.get(name) as number | undefined) ?? 0),
        value - offset,
      );
      if (unknown.length > 1) later.push([{ variables, offset }, value]);
      else if (rest < 0 || (unknown.length === 0 && rest !== 0)) return null;
      else if (unknown.length === 1) bindings.set(unknown[0], rest);
    }
    if (later.length === open.length) return null;
    open = later;
  }
  return bindings;
}

/** The ways to take so many of the numbers, in any order, with what is left. */
function choices(all: readonly number[], count: number): readonly (readonly [readonly number[], readonly number[]])[] {
  if (count === 0) return [[[], all]];
  return all.flatMap((first, place) =>
    choices(
      all.filter((_, other) => other !== place),
      count - 1,
    ).map(([chosen, rest]) => [[first, ...chosen], rest] as const),
  );
}
