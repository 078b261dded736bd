import { rationalFunctions as field, generatorsOf, type RationalFunction } from '../algebra/index.ts';
import type { Assumption, Uses } from './assumption.ts';
import { integralOver } from './assumption.ts';
import { type Atoms, monomialsOf } from './atoms.ts';
import { namesInPoint } from './free-variables.ts';
import { patternSign } from './matching.ts';
import { valueOfMonomial } from './monomial-factors.ts';
import type { Natural } from './natural.ts';
import { renaming, type Substitution } from './replacements.ts';
import { coordinates, expandedSpace, isFiniteSpace, isSameSpace, type PointVariable } from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
import { substitute } from './substitution.ts';
import { partsOf, type Term } from './term.ts';

/** What an assumption says of an integral, for all values of variables whose names begin with `?`. */
export interface KnownIntegral {
  readonly over: readonly PointVariable[];
  readonly of: Term;
  /** How many derivatives may be taken under the integral. */
  readonly order: number;
  /** The term, its derivatives along any direction, along any two, and so on: as many as the order. */
  readonly derivatives: readonly Term[];
  readonly uses: Uses;
}

/** A term in canonical form that is integrable over the variables, with `order` derivatives under the integral. */
export interface Fact {
  readonly over: readonly PointVariable[];
  readonly of: Term;
  /** The monomials of the form over its denominator, without their numbers. */
  readonly monomials: readonly Term[];
  readonly order: number;
  readonly uses: Uses;
}

/** Not more derivatives than this are looked for under an integral. */
const derivativesTaken = 4;

/**
 * What the assumptions say of integrals. An equation that holds has a meaning, so that its integrals exist: those over
 * spaces that are no products, since of these only the joint integrability would be known.
 */
export function knownIntegrals(given: readonly Assumption[]): readonly KnownIntegral[] {
  return given.flatMap((assumption): readonly KnownIntegral[] => {
    if (assumption.kind === 'integrable') {
      const { over, of, order } = assumption;
      const joint = known(over, of, order, [assumption]);
      return subsets(joint.over).map((some) => ({ ...joint, over: some }));
    }
    if (assumption.kind !== 'equation') return [];
    const { left, right } = assumption.claim;
    return [left, right].flatMap((side) => integralsIn(side).map(({ over, of }) => known([over], of, 0, [assumption])));
  });
}

/** The variables together, and any of them: the assumption says it of both. */
function subsets(over: readonly PointVariable[]): readonly (readonly PointVariable[])[] {
  return Array.from({ length: 2 ** over.length - 1 }, (_, before) =>
    over.filter((_variable, place) => ((before + 1) >> place) % 2 === 1),
  );
}

/** Integrals that exist for all values of the variables around them; below Σ_{α=1}^n, and in cases, only for some. */
function integralsIn(term: Term): readonly Extract<Term, { kind: 'sum' }>[] {
  if (term.kind === 'range' || term.kind === 'cases') return [];
  const inner = partsOf(term).flatMap(integralsIn);
  if (term.kind !== 'sum' || isFiniteSpace(term.over.space)) return inner;
  return expandedSpace(term.over.space).kind === 'pairs' ? inner : [term, ...inner];
}

function known(over: readonly PointVariable[], of: Term, order: number, uses: Uses): KnownIntegral {
  const change = renaming([of, integralOver(over, of)], patternSign);
  const variables = over.map(({ name, space }): PointVariable => {
    const renamed = renaming([{ kind: 'sum', over: { kind: 'variable', name, space }, of: zero }], patternSign);
    const inside = substitute({ kind: 'sum', over: { kind: 'variable', name, space }, of: zero }, renamed);
    return {
      kind: 'variable',
      name: `${patternSign}${name}`,
      space: inside.kind === 'sum' ? inside.over.space : space,
    };
  });
  let opened: { over: readonly PointVariable[]; of: Term } = { over: [], of: substitute(of, change) };
  for (const variable of variables) opened = withFactors(opened, variable);
  const derivatives: Term[] = [opened.of];
  for (let place = 0; place < Math.min(order, derivativesTaken); place++) {
    const along: PointVariable = { kind: 'variable', name: `${patternSign}∂${place}`, space: coordinates };
    derivatives.push({ kind: 'derivative', along, of: derivatives[place] });
  }
  return { ...opened, order, derivatives, uses };
}

const zero: Term = { kind: 'rational', numerator: 0, denominator: 1 };

/** One variable more: one for each factor of its space, none for a finite one. */
function withFactors(
  { over, of }: { readonly over: readonly PointVariable[]; readonly of: Term },
  variable: PointVariable,
): { readonly over: readonly PointVariable[]; readonly of: Term } {
  const space = expandedSpace(variable.space);
  if (isFiniteSpace(space)) return { over, of };
  if (space.kind !== 'pairs') return { over: [...over, { ...variable, space }], of };
  const left: PointVariable = { kind: 'variable', name: `${variable.name}.1`, space: space.left };
  const right: PointVariable = { kind: 'variable', name: `${variable.name}.2`, space: space.right };
  const inside = substitute(of, { points: new Map([[variable.name, { kind: 'pair', left, right }]]) });
  return withFactors(withFactors({ over, of: inside }, left), right);
}

/** The canonical form of a known term as a fact; `uses` are the assumptions by which it has this form. */
export function factOf(source: KnownIntegral, order: number, value: RationalFunction, atoms: Atoms, uses: Uses): Fact {
  const denominator = field.fromPolynomials(value.denominator, field.one.numerator);
  const monomials = monomialsOf(value.numerator).map(({ powers }) => {
    const product = valueOfMonomial({ coefficient: field.one, powers });
    return atoms.toTerm(withoutNumber(field.divide(product, denominator)));
  });
  return { over: source.over, of: atoms.toTerm(value), monomials, order, uses: [...source.uses, ...uses] };
}

/** A monomial over a denominator, divided by the number in it. */
export function withoutNumber(value: RationalFunction): RationalFunction {
  const [{ coefficient }] = monomialsOf(value.numerator);
  const whole = field.divide(value, coefficient);
  const below = monomialsOf(whole.denominator);
  return below.length === 1 && generatorsOf(whole).length > 0 ? field.multiply(whole, below[0].coefficient) : whole;
}

/** Whether the proposal puts exactly these variables for those of the fact, and nothing else depends on them. */
export function fits(fact: Fact, proposal: Substitution, over: readonly PointVariable[]): boolean {
  const points = proposal.points ?? new Map();
  const naturals = proposal.naturals ?? new Map<string, Natural>();
  const taken = fact.over.map(({ name, space }) => {
    const value = points.get(name);
    const variable = value?.kind === 'variable' ? over.find((known) => known.name === value.name) : undefined;
    if (variable === undefined || !isSameSpace(variable.space, substituteInSpace(space, { naturals }))) return null;
    return variable.name;
  });
  if (taken.includes(null) || new Set(taken).size < taken.length || taken.length !== over.length) return false;
  const own = fact.over.map(({ name }) => name);
  return [...points].every(
    ([name, point]) => own.includes(name) || !namesInPoint(point).some((used) => taken.includes(used)),
  );
}
