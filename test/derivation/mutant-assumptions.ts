import { keyOfAssumption } from '../../src/derivation/assumption.ts';
import type { Assumption, Chain, Claim, Derivation, UndeterminedFunction } from '../../src/derivation/index.ts';
import { mutantTerms } from './mutant-terms.ts';

/** An assumption with one thing changed in it. */
interface MutantAssumption {
  readonly change: string;
  readonly assumption: () => Assumption;
}

/**
 * Every assumption that differs from one in one place: a weaker sign, less smoothness, another function, an equation or
 * an integral with one thing changed. `all` are the functions that may take the place of one another.
 */
export function mutantAssumptions(of: Assumption, all: readonly UndeterminedFunction[]): readonly MutantAssumption[] {
  switch (of.kind) {
    case 'equation':
      return mutantClaims(of.claim).map(({ change, claim }) => ({
        change,
        assumption: () => ({ ...of, claim: claim() }),
      }));
    case 'integrable':
      return [
        ...mutantTerms(of.of).map(({ change, term }) => ({ change, assumption: () => ({ ...of, of: term() }) })),
        ...lower(of.order, 0).map((order) => ({ change: 'order', assumption: () => ({ ...of, order }) })),
        ...(of.over.length === 1 ? [] : of.over).map((_, place) => ({
          change: 'variable dropped',
          assumption: () => ({ ...of, over: of.over.toSpliced(place, 1) }),
        })),
      ];
    case 'differentiable':
      return [
        ...ofAnother(of, all),
        ...lower(of.order, 1).map((order) => ({ change: 'order', assumption: () => ({ ...of, order }) })),
      ];
    case 'positive':
      return [
        ...ofAnother(of, all),
        ...(['nonnegative', 'nonzero'] as const).map((kind) => ({
          change: kind,
          assumption: () => ({ ...of, kind }),
        })),
      ];
    case 'nonnegative':
    case 'nonzero':
    case 'constant':
      return ofAnother(of, all);
  }
}

function lower(order: number, least: number): readonly number[] {
  return order > least ? [order - 1] : [];
}

function ofAnother(
  of: Extract<Assumption, { function: UndeterminedFunction }>,
  all: readonly UndeterminedFunction[],
): readonly MutantAssumption[] {
  const others = all.filter(({ name }) => name !== of.function.name);
  return others.slice(0, 1).map((other) => ({
    change: 'another function',
    assumption: () => ({ ...of, function: other }),
  }));
}

/** Every claim that differs from one in one place, its direction included. */
export function mutantClaims(of: Claim): readonly { readonly change: string; readonly claim: () => Claim }[] {
  const { left, right, relation } = of;
  const sides = (['left', 'right'] as const).flatMap((side) =>
    mutantTerms(of[side]).map(({ change, term }) => ({
      change: `${side}, ${change}`,
      claim: () => ({ ...of, [side]: term() }),
    })),
  );
  const direction: Claim = relation === 'atMost' ? { ...of, left: right, right: left } : { ...of, relation: 'atMost' };
  return [
    ...sides,
    { change: relation === 'atMost' ? 'turned round' : '<= for =', claim: () => direction },
    ...(relation === 'atMost' ? [{ change: '= for <=', claim: () => ({ left, right }) }] : []),
  ];
}

/** The functions of which something is assumed. */
export function functionsAssumed(given: readonly Assumption[]): readonly UndeterminedFunction[] {
  const all = given.flatMap((one) => ('function' in one ? [one.function] : []));
  return [...new Map(all.map((symbol) => [symbol.name, symbol])).values()];
}

/** The derivation with one assumption replaced by another where it is given and where steps cite it. */
export function withAssumption(derivation: Derivation, old: Assumption, by: Assumption): Derivation {
  const key = keyOfAssumption(old);
  const other = (one: Assumption): Assumption => (keyOfAssumption(one) === key ? by : one);
  const changed = (chain: Chain): Chain => ({
    kind: 'chain',
    from: chain.from,
    steps: chain.steps.map((step) => ({
      ...step,
      by: step.by.map((reason) =>
        reason.kind === 'assumption' ? { ...reason, assumption: other(reason.assumption) } : reason,
      ),
    })),
  });
  const { given, proof } = derivation;
  return {
    ...derivation,
    given: given.map(other),
    proof: proof.kind === 'chain' ? changed(proof) : { ...proof, base: changed(proof.base), step: changed(proof.step) },
  };
}
