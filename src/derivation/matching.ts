import { keyOf, keyOfDefinition, keyOfFunction } from './identity.ts';
import { type Natural, variableNatural } from './natural.ts';
import type { Substitution } from './replacements.ts';
import { expandedSpace, type PointVariable, type SamplePoint, type SampleSpace, spaceOf } from './space.ts';
import { substitute } from './substitution.ts';
import { type Argument, partsOf, type Term } from './term.ts';

/** The names in a pattern that may stand for anything begin with this sign, which no user's name has. */
export const patternSign = '?';

/**
 * Values of the pattern's variables under which pattern and term look alike, or `null`. A proposal only: the caller
 * must substitute and compare. Sums and products are matched in any order, as long as there are not too many of them.
 */
export function match(pattern: Term, term: Term): Substitution | null {
  const matcher = new Matcher();
  return matcher.term(pattern, term, () => true) ? matcher.found() : null;
}

type Next = () => boolean;

/** After so many comparisons of parts a match is given up: products of many alike factors have too many orders. */
const mostSteps = 10_000;

/** What several point variables are bound in. */
interface Bodied {
  readonly over: readonly PointVariable[];
  readonly of: Term;
}

function bodied({ rows, columns, of }: Extract<Term, { kind: 'determinant' }>): Bodied {
  return { over: [rows, columns], of };
}

/** Depth-first search with continuations: `next` asks whether the rest can be matched too. */
class Matcher {
  private bindings = new Map<string, Argument>();
  private locals = 0;
  private steps = 0;

  found(): Substitution {
    const [naturals, points] = [new Map<string, Natural>(), new Map<string, SamplePoint>()];
    for (const [name, argument] of this.bindings) {
      if (argument.sort === 'natural') naturals.set(name, argument.value);
      else points.set(name, argument.value);
    }
    return { naturals, points };
  }

  term(pattern: Term, term: Term, next: Next): boolean {
    if (++this.steps > mostSteps) return false;
    switch (pattern.kind) {
      case 'rational':
        return keyOf(pattern) === keyOf(term) && next();
      case 'compose':
        return (
          term.kind === 'compose' &&
          keyOfFunction(pattern.function) === keyOfFunction(term.function) &&
          this.arguments(pattern.arguments, term.arguments, () =>
            this.tuples(pattern.along, term.along, () => this.underAll(pattern, term, next)),
          )
        );
      case 'recurrence':
        return term.kind === 'recurrence' && this.arguments(pattern.arguments, term.arguments, next);
      case 'delta':
        return (
          term.kind === 'delta' &&
          [
            [term.left, term.right],
            [term.right, term.left],
          ].some((points) => this.points([pattern.left, pattern.right], points, next))
        );
      case 'apply':
        return (
          term.kind === 'apply' &&
          keyOfFunction(pattern.function) === keyOfFunction(term.function) &&
          this.arguments(pattern.arguments, term.arguments, next)
        );
      case 'defined':
        return (
          term.kind === 'defined' &&
          keyOfDefinition(pattern.definition) === keyOfDefinition(term.definition) &&
          this.arguments(pattern.arguments, term.arguments, next)
        );
      case 'derivative':
        return term.kind === 'derivative' && this.derivative(pattern, term, next);
      case 'sum':
        return (
          term.kind === 'sum' && this.space(pattern.over.space, term.over.space) && this.under(pattern, term, next)
        );
      case 'at':
        return (
          term.kind === 'at' &&
          this.points([pattern.parameter], [term.parameter], () => this.term(pattern.of, term.of, next))
        );
      case 'determinant':
        return (
          term.kind === 'determinant' &&
          this.space(pattern.rows.space, term.rows.space) &&
          this.underAll(bodied(pattern), bodied(term), next)
        );
      case 'cases':
        return (
          term.kind === 'cases' &&
          this.natural(pattern.on, term.on) &&
          this.term(pattern.zero, term.zero, () => this.underIndex(pattern, term, next))
        );
      case 'range':
        return (
          term.kind === 'range' &&
          pattern.operation === term.operation &&
          this.natural(pattern.to, term.to) &&
          this.under(pattern, term, next)
        );
      case 'add':
      case 'multiply':
        return pattern.kind === term.kind && this.anyOrder(partsOf(pattern), partsOf(term), next);
      case 'divide':
      case 'log':
      case 'power':
        return pattern.kind === term.kind && this.inOrder(partsOf(pattern), partsOf(term), next);
    }
  }

  /** Either part may settle variables of which the other mentions only the sum. */
  private derivative(
    pattern: Extract<Term, { kind: 'derivative' }>,
    term: Extract<Term, { kind: 'derivative' }>,
    next: Next,
  ): boolean {
    const before = new Map(this.bindings);
    if (this.point(pattern.along, term.along) && this.term(pattern.of, term.of, next)) return true;
    this.bindings = before;
    // The order matters where the coordinate has numbers such as l + k; for a plain index the second try would be the first.
    if (pattern.along.kind === 'variable') return false;
    return this.term(pattern.of, term.of, () => this.point(pattern.along, term.along) && next());
  }

  private inOrder(patterns: readonly Term[], terms: readonly Term[], next: Next): boolean {
    if (patterns.length === 0) return next();
    return this.term(patterns[0], terms[0], () => this.inOrder(patterns.slice(1), terms.slice(1), next));
  }

  private anyOrder(patterns: readonly Term[], terms: readonly Term[], next: Next): boolean {
    if (patterns.length !== terms.length) return false;
    if (patterns.length === 0) return next();
    return terms.some((term, place) => {
      const before = new Map(this.bindings);
      const rest = terms.filter((_, other) => other !== place);
      if (this.term(patterns[0], term, () => this.anyOrder(patterns.slice(1), rest, next))) return true;
      this.bindings = before;
      return false;
    });
  }

  private under(
    pattern: Extract<Term, { kind: 'sum' | 'range' }>,
    term: Extract<Term, { kind: 'sum' | 'range' }>,
    next: Next,
  ): boolean {
    const name = `#match${this.locals++}`;
    return this.term(withBinder(pattern, name), withBinder(term, name), next);
  }

  private underIndex(
    pattern: Extract<Term, { kind: 'cases' }>,
    term: Extract<Term, { kind: 'cases' }>,
    next: Next,
  ): boolean {
    const name = variableNatural(`#match${this.locals++}`);
    const body = ({ index, successor }: typeof term): Term =>
      substitute(successor, { naturals: new Map([[index, name]]) });
    return this.term(body(pattern), body(term), next);
  }

  /** Lists of points in any order. */
  private tuples(
    patterns: readonly (readonly SamplePoint[])[],
    all: readonly (readonly SamplePoint[])[],
    next: Next,
  ): boolean {
    if (patterns.length !== all.length) return false;
    if (patterns.length === 0) return next();
    return all.some((points, place) => {
      const rest = all.filter((_, other) => other !== place);
      return this.points(patterns[0], points, () => this.tuples(patterns.slice(1), rest, next));
    });
  }

  private underAll(pattern: Bodied, term: Bodied, next: Next): boolean {
    const names = pattern.over.map(() => `#match${this.locals++}`);
    const body = ({ over, of }: Bodied): Term =>
      substitute(of, {
        points: new Map(over.map((variable, place) => [variable.name, { ...variable, name: names[place] }])),
      });
    return this.term(body(pattern), body(term), next);
  }

  private points(patterns: readonly SamplePoint[], points: readonly SamplePoint[], next: Next): boolean {
    const before = new Map(this.bindings);
    if (patterns.every((pattern, place) => this.point(pattern, points[place])) && next()) return true;
    this.bindings = before;
    return false;
  }

  private arguments(patterns: readonly Argument[], values: readonly Argument[], next: Next): boolean {
    const isAlike = patterns.every((pattern, place) => {
      const value = values[place];
      if (pattern.sort === 'natural') return value.sort === 'natural' && this.natural(pattern.value, value.value);
      return value.sort === 'point' && this.point(pattern.value, value.value);
    });
    return isAlike && next();
  }

  private variable(name: string, value: Argument): boolean {
    const known = this.bindings.get(name);
    if (known === undefined) {
      this.bindings.set(name, value);
      return true;
    }
    return JSON.stringify(known) === JSON.stringify(value);
  }

  private natural(pattern: Natural, value: Natural): boolean {
    let [unknown, rest]: [string | null, Natural | null] = [null, { ...value, offset: value.offset - pattern.offset }];
    for (const name of pattern.variables) {
      const known = name.startsWith(patternSign)
        ? this.bindings.get(name)
        : ({ sort: 'natural', value: variableNatural(name) } as const);
      if (known === undefined && unknown === null) unknown = name;
      else if (known?.sort !== 'natural') return false;
      else rest = rest === null ? null : difference(rest, known.value);
    }
    if (rest === null || rest.offset < 0) return false;
    if (unknown !== null) return this.variable(unknown, { sort: 'natural', value: rest });
    return rest.offset === 0 && rest.variables.length === 0;
  }

  private point(pattern: SamplePoint, value: SamplePoint): boolean {
    if (pattern.kind === 'variable' && pattern.name.startsWith(patternSign)) {
      return this.space(pattern.space, spaceOf(value)) && this.variable(pattern.name, { sort: 'point', value });
    }
    if (pattern.kind === 'pair') {
      return value.kind === 'pair' && this.point(pattern.left, value.left) && this.point(pattern.right, value.right);
    }
    if (pattern.kind === 'empty') return value.kind === 'empty';
    if (pattern.kind === 'coordinate') {
      const isSameMap = value.kind === 'coordinate' && keyOfFunction(pattern.map) === keyOfFunction(value.map);
      return isSameMap && this.arguments(pattern.arguments, value.arguments, () => true);
    }
    return value.kind === 'variable' && value.name === pattern.name;
  }

  private space(pattern: SampleSpace, value: SampleSpace): boolean {
    if (pattern.kind === 'power' && value.kind === 'power') {
      return (
        pattern.name === value.name && pattern.measure === value.measure && this.natural(pattern.length, value.length)
      );
    }
    const [a, b] = [expandedSpace(pattern), expandedSpace(value)];
    if (a.kind === 'pairs' && b.kind === 'pairs') return this.space(a.left, b.left) && this.space(a.right, b.right);
    if (a.kind === 'base' && b.kind === 'base' && a.name === b.name && a.measure === b.measure) {
      return a.index === null || b.index === null ? a.index === b.index : this.natural(a.index, b.index);
    }
    if (a.kind === 'power' && b.kind === 'power') {
      return a.name === b.name && a.measure === b.measure && this.natural(a.length, b.length);
    }
    return a.kind === b.kind && (a.kind === 'unit' || a.kind === 'coordinates' || a.kind === 'parameters');
  }
}

/** a - b, if all variables of b occur in a; the number may be negative. */
function difference(a: Natural, b: Natural): Natural | null {
  const variables = [...a.variables];
  for (const name of b.variables) {
    const place = variables.indexOf(name);
    if (place < 0) return null;
    variables.splice(place, 1);
  }
  return { variables, offset: a.offset - b.offset };
}

function withBinder(term: Extract<Term, { kind: 'sum' | 'range' }>, name: string): Term {
  if (term.kind === 'sum') {
    return substitute(term.of, { points: new Map([[term.over.name, { ...term.over, name }]]) });
  }
  return substitute(term.of, { naturals: new Map([[term.index, variableNatural(name)]]) });
}
