import {
  type Chain,
  type Derivation,
  declare,
  equation,
  type Justification,
  type Step,
  type Term,
  type Theorem,
  term,
} from '../../src/derivation/index.ts';
import { partsOf, withParts } from '../../src/derivation/term.ts';

/** A derivation with one thing changed in it, and terms that must be equal if the kernel accepts it. */
export interface Mutant {
  readonly change: string;
  readonly derivation: Derivation;
  readonly equalities: readonly (readonly [Term, Term])[];
}

/** Every mutant of a derivation by one change of a term, an assumption or a justification. */
export function mutantsOf(derivation: Derivation): readonly Mutant[] {
  const { given, claim, proof } = derivation;
  const mutants: Mutant[] = given.map((dropped, place) => ({
    change: `assumption ${place} (${dropped.kind}) dropped`,
    derivation: { ...derivation, given: given.filter((assumption) => assumption !== dropped) },
    equalities: [],
  }));
  if (proof.kind === 'chain') {
    for (const { change, chain, equalities } of mutantChains(proof)) {
      const ends = chain.steps.length === 0 ? chain.from : chain.steps[chain.steps.length - 1].to;
      mutants.push({ change, derivation: { given, claim: equation(chain.from, ends), proof: chain }, equalities });
    }
    return mutants;
  }
  for (const part of ['base', 'step'] as const) {
    for (const { change, chain, equalities } of mutantChains(proof[part])) {
      mutants.push({
        change: `${part}: ${change}`,
        derivation: { ...derivation, proof: { ...proof, [part]: chain } },
        equalities,
      });
    }
  }
  for (const side of ['left', 'right'] as const) {
    for (const changed of mutantTerms(claim[side])) {
      mutants.push({
        change: `claim, ${side}: ${changed.change}`,
        derivation: { ...derivation, claim: { ...claim, [side]: changed.term } },
        equalities: [],
      });
    }
  }
  return mutants;
}

interface MutantChain {
  readonly change: string;
  readonly chain: Chain;
  readonly equalities: readonly (readonly [Term, Term])[];
}

function mutantChains(chain: Chain): readonly MutantChain[] {
  const mutants: MutantChain[] = mutantTerms(chain.from).map(({ change, term: from }) => ({
    change: `start: ${change}`,
    chain: { kind: 'chain', from, steps: chain.steps },
    equalities: [[from, chain.from]],
  }));
  chain.steps.forEach((step, place) => {
    const withStep = (changed: Step): Chain => ({
      kind: 'chain',
      from: chain.from,
      steps: chain.steps.map((old, at) => (at === place ? changed : old)),
    });
    for (const { change, term: to } of mutantTerms(step.to)) {
      mutants.push({
        change: `step ${place + 1}: ${change}`,
        chain: withStep({ ...step, to }),
        equalities: [[to, step.to]],
      });
    }
    for (const { change, by } of mutantReasons(step.by)) {
      mutants.push({ change: `step ${place + 1}: ${change}`, chain: withStep({ ...step, by }), equalities: [] });
    }
    if (place + 1 < chain.steps.length) {
      const steps = chain.steps.filter((_, at) => at !== place);
      mutants.push({
        change: `step ${place + 1} left out`,
        chain: { kind: 'chain', from: chain.from, steps },
        equalities: [],
      });
    }
  });
  return mutants;
}

type Reasons = readonly Justification<Theorem>[];

function mutantReasons(by: Reasons): readonly { readonly change: string; readonly by: Reasons }[] {
  return by.flatMap((reason, place) => {
    const others = by.filter((_, at) => at !== place);
    const dropped = { change: `${reason.kind} dropped`, by: others };
    if (reason.kind !== 'theorem') return [dropped];
    const { functions = [] } = reason.instance;
    const undischarged = { ...reason, discharging: [] };
    const exchanged = functions.map((entry, at) => ({ ...entry, by: functions[functions.length - 1 - at].by }));
    return [
      dropped,
      { change: 'theorem not discharged', by: [...others, undischarged] },
      {
        change: 'functions exchanged',
        by: [...others, { ...reason, instance: { ...reason.instance, functions: exchanged } }],
      },
      { change: 'spaces not replaced', by: [...others, { ...reason, instance: { ...reason.instance, spaces: {} } }] },
    ];
  });
}

interface MutantTerm {
  readonly change: string;
  readonly term: Term;
}

/** The term with one place in it changed, for every place and kind of change. */
export function mutantTerms(whole: Term): readonly MutantTerm[] {
  const parts = partsOf(whole);
  const inside = parts.flatMap((part, place) =>
    mutantTerms(part).map(({ change, term: changed }) => ({
      change,
      term: withParts(
        whole,
        parts.map((old, at) => (at === place ? changed : old)),
      ),
    })),
  );
  return [...changesAt(whole), ...inside];
}

function changesAt(whole: Term): readonly MutantTerm[] {
  const parts = partsOf(whole);
  const changes: MutantTerm[] = [
    { change: 'sign', term: term.negate(whole) },
    { change: 'factor 2', term: term.multiply(2, whole) },
  ];
  if (whole.kind === 'add' || whole.kind === 'multiply') {
    parts.forEach((_, place) => {
      const rest = parts.filter((_part, at) => at !== place);
      changes.push({ change: whole.kind === 'add' ? 'term dropped' : 'factor dropped', term: withParts(whole, rest) });
    });
    const other: Term = whole.kind === 'add' ? { kind: 'multiply', factors: parts } : { kind: 'add', terms: parts };
    changes.push({ change: 'sum for product', term: other });
  }
  if (whole.kind === 'divide') changes.push({ change: 'turned over', term: withParts(whole, [...parts].reverse()) });
  if (whole.kind === 'log') changes.push({ change: 'log dropped', term: whole.of });
  if (whole.kind === 'derivative') {
    const name = whole.along.kind === 'variable' && whole.along.name === 'i' ? 'j' : 'i';
    const along = declare.direction(name);
    changes.push({ change: 'index', term: { ...whole, along } }, { change: 'derivative dropped', term: whole.of });
  }
  if (whole.kind === 'sum') {
    const over = { ...whole.over, name: `${whole.over.name}'` };
    changes.push(
      { change: 'other variable bound', term: { ...whole, over } },
      { change: 'sum dropped', term: whole.of },
    );
  }
  if (whole.kind === 'range') {
    const to = { ...whole.to, offset: whole.to.offset + 1 };
    const operation = whole.operation === 'sum' ? 'product' : 'sum';
    changes.push(
      { change: 'one term more', term: { ...whole, to } },
      { change: 'other range', term: { ...whole, operation } },
    );
  }
  if (whole.kind === 'rational') changes.push({ change: 'number', term: term.add(whole, 1) });
  if (whole.kind === 'apply' || whole.kind === 'defined') {
    const [first, ...rest] = whole.arguments;
    if (first?.sort === 'natural') {
      const value = { ...first.value, offset: first.value.offset + 1 };
      changes.push({
        change: 'number of observation',
        term: { ...whole, arguments: [{ sort: 'natural', value }, ...rest] },
      });
    }
    changes.push({ change: 'squared', term: term.square(whole) });
  }
  return changes;
}
