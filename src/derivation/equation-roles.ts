import { type Assumption, keyOfAssumption, normalisationOf } from './assumption.ts';
import { ExplicitEquations } from './explicit-equations.ts';
import { boundBy, freeVariables, namesInSpace, visitFree } from './free-variables.ts';
import { keyOf, keyOfFunction } from './identity.ts';
import { inventoryOf } from './inventory.ts';
import { asVariable } from './natural.ts';
import { minusOne, negated, termsIn } from './signed-terms.ts';
import { isSameSpace, type PointVariable } from './space.ts';
import { type Argument, partsOf, type Term, type UndeterminedFunction, variableArgument } from './term.ts';

/** What an assumed equation says a function to be, so that models can be made to satisfy it. */
export type Role = {
  readonly symbol: UndeterminedFunction;
  /** Variables: the arguments at which the rest says what the function is. */
  readonly arguments: readonly Argument[];
} & (
  | { readonly kind: 'value'; readonly of: Term }
  | { readonly kind: 'root'; readonly of: Term }
  /** A square matrix whose columns or rows are orthonormal, and so both. */
  | { readonly kind: 'orthogonal'; readonly over: PointVariable }
  /** exp of a term, divided by its sum over a variable if there is one. */
  | { readonly kind: 'exponential'; readonly of: Term; readonly over: PointVariable | null }
  /** That sum, or its logarithm. */
  | { readonly kind: 'partition' | 'logPartition'; readonly of: Term; readonly over: PointVariable }
  /** Linear equations, one for each point of `equations`, for the values at all points of `unknown` among the arguments. */
  | {
      readonly kind: 'solution';
      readonly left: Term;
      readonly right: Term;
      readonly unknown: readonly PointVariable[];
      readonly equations: readonly PointVariable[];
    }
);

type Equation = Extract<Assumption, { kind: 'equation' }>;
type Apply = Extract<Term, { kind: 'apply' }>;

/** The roles in which models satisfy the implicit equations among assumptions; `null` where they cannot all be given. */
export function rolesOf(given: readonly Assumption[]): readonly Role[] | null {
  const implicit = given.filter(isImplicit);
  const told = given.flatMap((assumption) => ExplicitEquations.nameIn(assumption) ?? []);
  const unfit = [...told, ...given.flatMap((known) => (known.kind === 'constant' ? [known.function.name] : []))];
  return chosen(implicit, given, [], unfit);
}

/** Whether an assumption is an equation, not an inequality, that is neither explicit nor a normalisation. */
function isImplicit(assumption: Assumption): assumption is Equation {
  if (assumption.kind !== 'equation' || assumption.claim.relation === 'atMost') return false;
  if (ExplicitEquations.covers(assumption)) return false;
  return !functionsIn(assumption.claim.left).some((symbol) => isNormalisation(assumption, symbol));
}

function isNormalisation(assumption: Assumption, symbol: UndeterminedFunction): boolean {
  const normalisation: Assumption = { kind: 'equation', name: '', claim: normalisationOf(symbol) };
  return keyOfAssumption(assumption) === keyOfAssumption(normalisation);
}

/** A role for each equation, of different functions, none of which is defined by itself. */
function chosen(
  equations: readonly Equation[],
  given: readonly Assumption[],
  roles: readonly Role[],
  taken: readonly string[],
): readonly Role[] | null {
  if (equations.length === 0) return isAcyclic(roles) ? roles : null;
  for (const some of candidates(equations[0], given)) {
    const names = some.map(({ symbol }) => symbol.name);
    if (names.some((name) => taken.includes(name))) continue;
    const found = chosen(equations.slice(1), given, [...roles, ...some], [...taken, ...names]);
    if (found !== null) return found;
  }
  return null;
}

function isAcyclic(roles: readonly Role[]): boolean {
  const uses = new Map(
    roles.map((role) => [
      role.symbol.name,
      termsOf(role)
        .flatMap(functionsIn)
        .map(({ name }) => name),
    ]),
  );
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (uses.get(from) ?? []).some((name) => {
      if (name === to) return true;
      if (seen.has(name)) return false;
      seen.add(name);
      return reaches(name, to, seen);
    });
  // A linear equation mentions its unknown itself; what else it mentions must not depend on it.
  return roles.every(({ symbol: { name } }) =>
    (uses.get(name) ?? []).every((other) => other === name || !reaches(other, name, new Set())),
  );
}

function termsOf(role: Role): readonly Term[] {
  if (role.kind === 'orthogonal') return [];
  return role.kind === 'solution' ? [role.left, role.right] : [role.of];
}

/** The undetermined functions that a term mentions, in definitions too. */
function functionsIn(term: Term): readonly UndeterminedFunction[] {
  return inventoryOf({ left: term, right: term }, []).functions;
}

function mentions(term: Term, name: string): boolean {
  return functionsIn(term).some((symbol) => symbol.name === name);
}

/** The ways to satisfy an equation, each by one function, or by a law and its normaliser together. */
function candidates({ claim }: Equation, given: readonly Assumption[]): readonly (readonly Role[])[] {
  const { left, right } = claim;
  return [
    ...value(right, left),
    ...root(left, right),
    ...root(right, left),
    ...orthogonal(left, right),
    ...exponential(left, right, given),
    ...solutions(left, right, given),
    ...solutionsOfAll(left, right, given),
  ].filter((some) => some.length > 0);
}

/** f(...) = u for an equation u = f(...). */
function value(left: Term, of: Term): readonly (readonly Role[])[] {
  if (!isCall(left) || mentions(of, left.function.name) || !isDetermined(left, of)) return [];
  return [[{ symbol: left.function, arguments: left.arguments, kind: 'value', of }]];
}

/** f(...) = √u for f(...) f(...) = u. */
function root(left: Term, of: Term): readonly (readonly Role[])[] {
  if (left.kind !== 'multiply' || left.factors.length !== 2) return [];
  const [first, second] = left.factors;
  if (!isCall(first) || keyOf(first) !== keyOf(second)) return [];
  if (mentions(of, first.function.name) || !isDetermined(first, of)) return [];
  return [[{ symbol: first.function, arguments: first.arguments, kind: 'root', of }]];
}

/** Σ_c f(a, c) f(b, c) = δ(a, b), or the same with f(c, a) f(c, b), for a square matrix f. */
function orthogonal(left: Term, right: Term): readonly (readonly Role[])[] {
  if (left.kind !== 'sum' || left.of.kind !== 'multiply' || right.kind !== 'delta') return [];
  const [first, second, ...others] = left.of.factors;
  if (others.length > 0 || !isCall(first) || !isCall(second)) return [];
  if (keyOfFunction(first.function) !== keyOfFunction(second.function)) return [];
  const [row, column] = first.function.parameters;
  if (first.function.parameters.length !== 2 || row.sort !== 'point' || column.sort !== 'point') return [];
  const [one, other] = [first, second].map(({ arguments: values }) => namesIn(values));
  const place = one.indexOf(left.over.name);
  const sides = [right.left, right.right].map((point) => (point.kind === 'variable' ? point.name : ''));
  const isFit =
    isSameSpace(row.space, column.space) &&
    place >= 0 &&
    other[place] === left.over.name &&
    [one[1 - place], other[1 - place]].sort().join() === sides.sort().join();
  if (!isFit) return [];
  const over: PointVariable = { kind: 'variable', name: row.name, space: row.space };
  const values = first.function.parameters.map(variableArgument);
  return [[{ symbol: first.function, arguments: values, kind: 'orthogonal', over }]];
}

/** f(..., x) = exp u for log f(..., x) = u; a law f with -log Z or -F in u is exp of the rest divided by its sum Z. */
function exponential(left: Term, right: Term, given: readonly Assumption[]): readonly (readonly Role[])[] {
  if (left.kind !== 'log' || !isCall(left.of) || !isDetermined(left.of, right)) return [];
  const { function: symbol, arguments: values } = left.of;
  if (mentions(right, symbol.name)) return [];
  const law = { symbol, arguments: values, kind: 'exponential' } as const;
  if (!given.some((assumption) => isNormalisation(assumption, symbol))) return [[{ ...law, of: right, over: null }]];
  const last = values[values.length - 1];
  if (last?.sort !== 'point' || last.value.kind !== 'variable') return [];
  const over = last.value;
  const terms = termsIn(right);
  return terms.flatMap((term, place): readonly (readonly Role[])[] => {
    const subtracted = negated(term);
    const [call, kind] =
      subtracted?.kind === 'log' ? [subtracted.of, 'partition' as const] : [subtracted, 'logPartition' as const];
    if (call === null || !isCall(call)) return [];
    const of: Term = { kind: 'add', terms: terms.filter((_, other) => other !== place) };
    const normaliser = call.function.name;
    const isFit =
      !mentions(of, normaliser) && !freeVariables(call).has(over.name) && isDetermined(call, of, [over.name]);
    return isFit
      ? [
          [
            { ...law, of, over },
            { symbol: call.function, arguments: call.arguments, kind, of, over },
          ],
        ]
      : [];
  });
}

/** Each function in which left = right is linear, its values at the points of the sums around it being the unknowns. */
function solutions(left: Term, right: Term, given: readonly Assumption[]): readonly (readonly Role[])[] {
  return functionsIn(left).flatMap((symbol): readonly (readonly Role[])[] => {
    const { name } = symbol;
    if (mentions(right, name) || degree(left, name) !== 1) return [];
    if (given.some((assumption) => isNormalisation(assumption, symbol))) return [];
    const calls = occurrences(left, name, []);
    if (calls.length !== 1) return [];
    const [{ call, bound }] = calls;
    if (!isCall(call)) return [];
    const unknown = bound.filter((variable) => namesIn(call.arguments).includes(variable.name));
    const free = new Map<string, PointVariable | null>();
    for (const side of [left, right]) {
      visitFree(side, [], (sort, variable) =>
        free.set(variable, sort === 'natural' ? null : { kind: 'variable', name: variable, space: sort }),
      );
    }
    const others = [...free].filter(([variable]) => !namesIn(call.arguments).includes(variable));
    const equations = others.flatMap(([, variable]) => (variable === null ? [] : [variable]));
    const isClosed = unknown.every(({ space }) => namesInSpace(space).every((variable) => free.has(variable)));
    if (equations.length < others.length || !isClosed) return [];
    return [[{ symbol, arguments: call.arguments, kind: 'solution', left, right, unknown, equations }]];
  });
}

/** Each function in which left = right is linear wherever it is called, in definitions too: all its values together. */
function solutionsOfAll(left: Term, right: Term, given: readonly Assumption[]): readonly (readonly Role[])[] {
  const whole: Term = { kind: 'add', terms: [left, { kind: 'multiply', factors: [minusOne, right] }] };
  const sorts = new Map<string, PointVariable | null>();
  visitFree(whole, [], (sort, name) =>
    sorts.set(name, sort === 'natural' ? null : { kind: 'variable', name, space: sort }),
  );
  const equations = [...sorts.values()].filter((variable) => variable !== null);
  return functionsIn(whole).flatMap((symbol): readonly (readonly Role[])[] => {
    if (degree(whole, symbol.name) !== 1 || given.some((assumption) => isNormalisation(assumption, symbol))) return [];
    const unknown = symbol.parameters.flatMap((parameter): readonly PointVariable[] =>
      parameter.sort === 'point' ? [{ kind: 'variable', name: parameter.name, space: parameter.space }] : [],
    );
    if (unknown.length < symbol.parameters.length || equations.length < sorts.size) return [];
    const values = symbol.parameters.map(variableArgument);
    return [[{ symbol, arguments: values, kind: 'solution', left: whole, right: zero, unknown, equations }]];
  });
}

const zero: Term = { kind: 'rational', numerator: 0, denominator: 1 };

/** How often a function is a factor of each term, at most; `null` where the term is no polynomial in its values. */
function degree(term: Term, name: string): number | null {
  const all = (parts: readonly Term[], join: (degrees: readonly number[]) => number): number | null => {
    const degrees = parts.map((part) => degree(part, name));
    return degrees.some((one) => one === null) ? null : join(degrees as readonly number[]);
  };
  switch (term.kind) {
    case 'apply':
      return term.function.name === name ? 1 : 0;
    case 'add':
      return all(term.terms, (degrees) => Math.max(0, ...degrees));
    case 'multiply':
      return all(term.factors, (degrees) => degrees.reduce((sum, one) => sum + one, 0));
    case 'divide':
      return mentions(term.denominator, name) ? null : degree(term.numerator, name);
    case 'sum':
      return degree(term.of, name);
    case 'defined':
      if (term.definition.kind === 'plain') return degree(term.definition.body, name);
      return mentions(term, name) ? null : 0;
    default:
      return mentions(term, name) ? null : 0;
  }
}

/** Where a function is called, with the point variables that are bound there. */
function occurrences(
  term: Term,
  name: string,
  bound: readonly PointVariable[],
): readonly { readonly call: Apply; readonly bound: readonly PointVariable[] }[] {
  if (term.kind === 'apply') return term.function.name === name ? [{ call: term, bound }] : [];
  const own = boundBy(term).length > 0 && term.kind === 'sum' ? [term.over] : [];
  return partsOf(term).flatMap((part) => occurrences(part, name, [...bound, ...own]));
}

/** Whether a term is an undetermined function of different variables. */
function isCall(term: Term | null): term is Apply {
  if (term?.kind !== 'apply') return false;
  const names = namesIn(term.arguments);
  return names.length === term.arguments.length && new Set(names).size === names.length;
}

/** The names of the arguments that are variables. */
function namesIn(values: readonly Argument[]): readonly string[] {
  return values.flatMap(({ value: point }) => {
    if ('kind' in point) return point.kind === 'variable' ? [point.name] : [];
    const name = asVariable(point);
    return name === null ? [] : [name];
  });
}

/** Whether every variable of the term is one of the call, or among `others`. */
function isDetermined(call: Apply, of: Term, others: readonly string[] = []): boolean {
  const own = freeVariables(call);
  return [...freeVariables(of)].every((name) => own.has(name) || others.includes(name));
}
