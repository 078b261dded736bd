import type {
  Assumption,
  Claim,
  DefinedFunction,
  Natural,
  SamplePoint,
  SampleSpace,
  Term,
  UndeterminedFunction,
} from 'fisher-rao';

/** What names in scope are called in a key: bound ones by their number, so that their names do not matter. */
interface Scope {
  readonly names: ReadonlyMap<string, string>;
  /** How many variables are bound around. */
  readonly depth: number;
  /** Whether products of sums are multiplied out. */
  readonly isExpanded: boolean;
}

const outside: Scope = { names: new Map(), depth: 0, isExpanded: false };

function bound(scope: Scope, names: readonly string[]): Scope {
  const all = new Map(scope.names);
  names.forEach((name, place) => {
    all.set(name, `#${scope.depth + place}`);
  });
  return { ...scope, names: all, depth: scope.depth + names.length };
}

/** A linear combination of products of what has no structure here: by the key of the product, its coefficient. */
type Form = ReadonlyMap<string, Fraction>;

type Fraction = readonly [numerator: bigint, denominator: bigint];
const zero: Fraction = [0n, 1n];
const one: Fraction = [1n, 1n];
/** Stands between the factors of a product, and in no factor. */
const times = ' · ';

function reduced(n: bigint, d: bigint): Fraction {
  let [a, b] = [n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  if (n === 0n) return zero;
  const divisor = a < 0n === d < 0n ? a : -a;
  return [n / divisor, d / divisor];
}

const sumOf = (a: Fraction, b: Fraction): Fraction => reduced(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const productOf = (a: Fraction, b: Fraction): Fraction => reduced(a[0] * b[0], a[1] * b[1]);

function added(forms: readonly Form[]): Form {
  const all = new Map<string, Fraction>();
  for (const form of forms)
    for (const [key, coefficient] of form) all.set(key, sumOf(all.get(key) ?? zero, coefficient));
  for (const [key, [n]] of all) if (n === 0n) all.delete(key);
  return all;
}

/** The coefficient and the factors of a form; a sum of several terms is one factor. */
function factored(form: Form): readonly [Fraction, readonly string[]] {
  if (form.size === 0) return [zero, []];
  const [[key, coefficient], ...others] = form;
  return others.length > 0 ? [one, [`(${textOf(form)})`]] : [coefficient, key === '' ? [] : key.split(times)];
}

function multiplied(forms: readonly Form[]): Form {
  const all = forms.map(factored);
  const coefficient = all.reduce((product, [own]) => productOf(product, own), one);
  return added([
    new Map([
      [
        all
          .flatMap(([, factors]) => factors)
          .sort()
          .join(times),
        coefficient,
      ],
    ]),
  ]);
}

/** The product as a sum of products. */
function expanded(forms: readonly Form[]): Form {
  const products = (a: Form, b: Form): Form => {
    const all: Form[] = [];
    for (const first of a) for (const second of b) all.push(multiplied([new Map([first]), new Map([second])]));
    return added(all);
  };
  return forms.reduce(products, new Map([['', one]]));
}

const atom = (key: string): Form => new Map([[key, one]]);
const textOf = (form: Form): string =>
  [...form]
    .map(([key, [n, d]]) => `${n}/${d} * ${key.replaceAll(times, ' * ')}`)
    .sort()
    .join(' + ');

/** The form times a number that depends on all its coefficients alike, as 1/2 on those of 2 u + 2 v. */
function monic(form: Form): Form {
  const [first] = [...form].sort(([a], [b]) => (a < b ? -1 : 1));
  if (first === undefined) return form;
  const [n, d] = first[1];
  return new Map([...form].map(([key, coefficient]) => [key, productOf(coefficient, reduced(d, n))]));
}

/** A linear operator: a coefficient before all that stands in it goes before it. */
function linear(name: string, of: Form): Form {
  const [coefficient, factors] = factored(of);
  return multiplied([new Map([['', coefficient]]), atom(`${name}[${factors.join(' * ')}]`)]);
}

function formOf(term: Term, scope: Scope): Form {
  const part = (inner: Term): Form => formOf(inner, scope);
  switch (term.kind) {
    case 'rational':
      return added([new Map([['', reduced(BigInt(term.numerator), BigInt(term.denominator))]])]);
    case 'add':
      return added(term.terms.map(part));
    case 'multiply':
      return (scope.isExpanded ? expanded : multiplied)(term.factors.map(part));
    case 'divide':
      return (scope.isExpanded ? expanded : multiplied)([
        part(term.numerator),
        atom(`1/(${textOf(part(term.denominator))})`),
      ]);
    case 'power':
      return atom(`(${textOf(part(term.of))})^(${textOf(part(term.exponent))})`);
    case 'log':
      return atom(`log(${textOf(part(term.of))})`);
    case 'derivative':
      return linear(`∂${pointKey(term.along, scope)}`, part(term.of));
    case 'at':
      return linear(`at ${pointKey(term.parameter, scope)}`, part(term.of));
    case 'sum':
      return sumForm(term, scope);
    case 'range':
      return atom(
        `${term.operation} to ${naturalKey(term.to, scope)}[${textOf(formOf(term.of, bound(scope, [term.index])))}]`,
      );
    case 'cases': {
      const after = textOf(formOf(term.successor, bound(scope, [term.index])));
      return atom(`cases ${naturalKey(term.on, scope)}[${textOf(part(term.zero))};${after}]`);
    }
    case 'apply':
      return atom(`${functionKey(term.function)}(${argumentsKey(term.arguments, scope)})`);
    case 'defined': {
      const { definition, arguments: values } = term;
      if (definition.kind !== 'plain') return atom(`${recursionKey(definition)}(${argumentsKey(values, scope)})`);
      const names = definition.parameters.map(({ name }, place): [string, string] => [
        name,
        argumentsKey([values[place]], scope),
      ]);
      return formOf(definition.body, { ...scope, names: new Map(names) });
    }
    case 'recurrence':
      return atom(`recurrence(${argumentsKey(term.arguments, scope)})`);
    case 'compose': {
      const along = term.along.map((points) => `(${points.map((point) => pointKey(point, scope))})`).join('');
      const inner = bound(
        scope,
        term.over.map(({ name }) => name),
      );
      const name = `${functionKey(term.function)}(${argumentsKey(term.arguments, scope)})[${along}]`;
      return atom(
        `${name}{${term.over.map(({ space }) => spaceKey(space, scope))}: ${textOf(formOf(term.of, inner))}}`,
      );
    }
    case 'delta':
      return atom(`δ(${[pointKey(term.left, scope), pointKey(term.right, scope)].sort()})`);
    case 'determinant': {
      const inner = bound(scope, [term.rows.name, term.columns.name]);
      return atom(`det ${spaceKey(term.rows.space, scope)}[${textOf(formOf(term.of, inner))}]`);
    }
  }
}

/** A recursion by its name, what its variables are called, and its clauses. */
function recursionKey(definition: Exclude<DefinedFunction, { kind: 'plain' }>): string {
  const { zero: first, successor, ...rest } = definition;
  return stable([rest, textOf(formOf(first, outside)), textOf(formOf(successor, outside))]);
}

/** Numbers of variables that no others have: products of two finite sums are over all pairs. */
const firstFresh = 1000;
let fresh = 0;

function isFiniteSpace(space: SampleSpace): boolean {
  if (space.kind === 'pairs') return isFiniteSpace(space.left) && isFiniteSpace(space.right);
  return space.kind !== 'parameters' && !('measure' in space);
}

/** A sum; what is free of its variable goes before it. */
function sumForm({ over, of }: Extract<Term, { kind: 'sum' }>, scope: Scope): Form {
  // What a finite sum rests on is what each of its terms rests on.
  if (scope.isExpanded && isFiniteSpace(over.space))
    return formOf(of, { ...scope, names: new Map(scope.names).set(over.name, `?${firstFresh + fresh++}`) });
  const [coefficient, factors] = factored(formOf(of, bound(scope, [over.name])));
  const isInside = (factor: string): boolean => new RegExp(`#${scope.depth}(?!\\d)`, 'u').test(factor);
  const [inside, before] = [factors.filter(isInside), factors.filter((factor) => !isInside(factor))];
  const sum = atom(`Σ${spaceKey(over.space, scope)}[${inside.join(' * ')}]`);
  return multiplied([new Map([['', coefficient]]), ...before.map(atom), sum]);
}

/**
 * What a sum rests on: for each product of its summand, multiplied out, the factors that depend on its variable, with the
 * space. Where sums with these factors alone exist, it exists. What other variables are called does not matter.
 */
export function partsOfSum(sum: Pick<Extract<Term, { kind: 'sum' }>, 'over' | 'of'>): readonly string[] {
  const { over, of } = sum;
  const around = { ...general(sum), isExpanded: true };
  const form = formOf(of, bound(around, [over.name]));
  return [...form.keys()].map((key) => {
    const inside = key.split(times).filter((factor) => factor.includes('#0'));
    const numbers = new Map<string, string>();
    return `${spaceKey(over.space, around)}: ${inside.join(' * ')}`.replaceAll(/\?\d+/gu, (name) => {
      const known = numbers.get(name) ?? `?${numbers.size}`;
      numbers.set(name, known);
      return known;
    });
  });
}

/** Plain data as text, whatever the order of its fields. */
function stable(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function functionKey(symbol: UndeterminedFunction): string {
  return `${symbol.name}<${stable([symbol.parameters, symbol.inputs])}>`;
}

function naturalKey({ variables, offset }: Natural, { names }: Scope): string {
  return `${variables.map((name) => names.get(name) ?? name).sort()}+${offset}`;
}

function pointKey(point: SamplePoint, scope: Scope): string {
  switch (point.kind) {
    case 'variable':
      return scope.names.get(point.name) ?? `${point.name}∈${spaceKey(point.space, scope)}`;
    case 'pair':
      return `(${pointKey(point.left, scope)}, ${pointKey(point.right, scope)})`;
    case 'empty':
      return '()';
    case 'coordinate':
      return `${point.map.name}<${stable(point.map.parameters)}>(${argumentsKey(point.arguments, scope)})`;
  }
}

function argumentsKey(values: Extract<Term, { kind: 'apply' }>['arguments'], scope: Scope): string {
  return values
    .map(({ sort, value }) => (sort === 'natural' ? naturalKey(value, scope) : pointKey(value, scope)))
    .join(', ');
}

function spaceKey(space: SampleSpace, scope: Scope): string {
  switch (space.kind) {
    case 'base':
      return `${space.name}${space.index === null ? '' : `[${naturalKey(space.index, scope)}]`}${space.measure ?? ''}`;
    case 'power':
      return `${space.name}^${naturalKey(space.length, scope)}${space.measure ?? ''}`;
    case 'pairs':
      return `(${spaceKey(space.left, scope)} x ${spaceKey(space.right, scope)})`;
    case 'unit':
    case 'coordinates':
    case 'parameters':
      return space.kind;
  }
}

/**
 * A text that two terms share only if they are equal for a trivial reason: bound variables have other names, a definition
 * is written out, factors or summands stand in another order, and rational coefficients are multiplied and added, so that
 * 2 · 0 = 0 and u - u = 0. It shares nothing with the identity of terms in `src/`.
 */
export function plainKey(term: Term): string {
  return textOf(formOf(term, outside));
}

/** {@link plainKey} of both sides of a claim and their relation. */
export function plainKeyOfClaim({ left, right, relation }: Claim): string {
  return `${plainKey(left)} ${relation ?? '='} ${plainKey(right)}`;
}

/**
 * Likewise of an assumption, which is made for all values of its free variables, so that the names of these do not matter
 * either; nor does a number before an integrand.
 */
export function plainKeyOfAssumption(assumption: Assumption): string {
  const scope = general(assumption);
  switch (assumption.kind) {
    case 'equation': {
      const { left, right, relation } = assumption.claim;
      return `${textOf(formOf(left, scope))} ${relation ?? '='} ${textOf(formOf(right, scope))}`;
    }
    case 'integrable': {
      const spaces = assumption.over.map(({ name, space }) => `${scope.names.get(name)}∈${spaceKey(space, scope)}`);
      return `integrable ${assumption.order} over ${spaces}: ${textOf(monic(formOf(assumption.of, scope)))}`;
    }
    case 'differentiable':
      return `differentiable ${assumption.order} ${functionKey(assumption.function)}`;
    default:
      return `${assumption.kind} ${functionKey(assumption.function)}`;
  }
}

/** Variables called by the order in which they first occur in plain data. */
function general(value: object): Scope {
  const names = new Map<string, string>();
  const note = (name: string): void => {
    if (!names.has(name)) names.set(name, `?${names.size}`);
  };
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('kind' in part && part.kind === 'variable' && 'name' in part) note(String(part.name));
    if ('variables' in part) for (const name of part.variables as readonly string[]) note(name);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(value);
  return { ...outside, names };
}
