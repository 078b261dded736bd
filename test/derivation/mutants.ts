import {
  type Chain,
  type Derivation,
  declare,
  equation,
  inequality,
  type Justification,
  type SamplePoint,
  type Step,
  type Term,
  type Theorem,
  term,
} from '../../src/derivation/index.ts';
import { type Argument, partsOf, withParts } from '../../src/derivation/term.ts';

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
      const claimed = (isBound(chain) ? inequality : equation)(chain.from, ends);
      mutants.push({ change, derivation: { given, claim: claimed, proof: chain }, equalities });
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
    equalities: chain.steps[0]?.relation === 'atMost' ? [] : [[from, chain.from]],
  }));
  if (isBound(chain)) mutants.push({ change: 'the chain turned round', chain: turned(chain), equalities: [] });
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
        equalities: step.relation === 'atMost' ? [] : [[to, step.to]],
      });
    }
    if (step.relation === 'atMost') {
      const before = place === 0 ? chain.from : chain.steps[place - 1].to;
      mutants.push({
        change: `step ${place + 1}: <= taken for =`,
        chain: withStep({ to: step.to, by: step.by.filter(({ kind }) => kind !== 'difference') }),
        equalities: [[before, step.to]],
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

/** Whether a chain shows <= only. */
function isBound({ steps }: Chain): boolean {
  return steps.some(({ relation }) => relation === 'atMost');
}

/** The chain from its end to its start, each step with the reasons that it had in the other direction. */
function turned({ from, steps }: Chain): Chain {
  const terms = [from, ...steps.map(({ to }) => to)];
  const back = steps.map((step, place) => ({ ...step, to: terms[place] })).reverse();
  return { kind: 'chain', from: terms[terms.length - 1], steps: back };
}

type Reasons = readonly Justification<Theorem>[];

function mutantReasons(by: Reasons): readonly { readonly change: string; readonly by: Reasons }[] {
  return by.flatMap((reason, place) => {
    const others = by.filter((_, at) => at !== place);
    const dropped = { change: `${reason.kind} dropped`, by: others };
    if (reason.kind === 'difference') {
      const changed = mutantTerms(reason.term).map(({ change, term: other }) => ({
        change: `difference: ${change}`,
        by: [...others, { ...reason, term: other }],
      }));
      return [dropped, ...changed];
    }
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
    changes.push({ change: 'index', term: { ...whole, along: declare.direction(name) } });
    changes.push({ change: 'derivative dropped', term: whole.of });
    for (const along of pointsBeside(whole.along)) changes.push({ change: 'coordinate', term: { ...whole, along } });
  }
  if (whole.kind === 'at') {
    const other = declare.parameter(whole.parameter.kind === 'variable' ? `${whole.parameter.name}'` : 'θ1');
    changes.push(
      { change: 'evaluation dropped', term: whole.of },
      { change: 'other value of the parameter', term: { ...whole, parameter: other } },
    );
    const inside = whole.of;
    if (inside.kind === 'derivative' || inside.kind === 'sum') {
      changes.push({ change: 'evaluated inside', term: withParts(inside, [term.at(inside.of, whole.parameter)]) });
    }
  }
  if (whole.kind === 'compose') {
    const { along, over } = whole;
    const more = over.length === 0 ? [[]] : along.slice(0, 1);
    if (more.length > 0) changes.push({ change: 'derivative added', term: { ...whole, along: [...along, ...more] } });
    if (along.length > 0) changes.push({ change: 'derivative dropped', term: { ...whole, along: along.slice(1) } });
    along.forEach((points, place) => {
      for (const others of tuplesBeside(points)) {
        const changed = along.map((old, at) => (at === place ? others : old));
        changes.push({ change: 'partial derivative', term: { ...whole, along: changed } });
      }
    });
    over.forEach((variable, place) => {
      const renamed = over.map((old, at) => (at === place ? { ...variable, name: `${variable.name}'` } : old));
      changes.push({ change: 'other argument bound', term: { ...whole, over: renamed } });
    });
  }
  if (whole.kind === 'delta') {
    changes.push({ change: 'delta dropped', term: term.fraction(1, 1) });
    for (const left of pointsBeside(whole.left)) changes.push({ change: 'other point', term: { ...whole, left } });
    for (const right of pointsBeside(whole.right)) changes.push({ change: 'other point', term: { ...whole, right } });
  }
  if (whole.kind === 'determinant') {
    const { rows, columns, of } = whole;
    changes.push(
      { change: 'sum for determinant', term: term.sum(rows, term.sum(columns, of)) },
      { change: 'other row bound', term: { ...whole, rows: { ...rows, name: `${rows.name}'` } } },
      { change: 'other column bound', term: { ...whole, columns: { ...columns, name: `${columns.name}'` } } },
      { change: 'rows for columns', term: { ...whole, rows: columns, columns: rows } },
    );
  }
  if (whole.kind === 'sum') {
    const over = { ...whole.over, name: `${whole.over.name}'` };
    changes.push(
      { change: 'other variable bound', term: { ...whole, over } },
      { change: 'sum dropped', term: whole.of },
    );
    const { space } = whole.over;
    if (space.kind === 'base' && space.index !== null) {
      const index = { ...space.index, offset: space.index.offset + 1 };
      changes.push({
        change: 'another layer',
        term: { ...whole, over: { ...whole.over, space: { ...space, index } } },
      });
    }
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
  if (whole.kind === 'apply' || whole.kind === 'defined' || whole.kind === 'compose') {
    for (const values of argumentsBeside(whole.arguments)) {
      changes.push({ change: 'argument', term: { ...whole, arguments: values } });
    }
    changes.push({ change: 'squared', term: term.square(whole) });
  }
  return changes;
}

/** Arguments with one natural number one higher, or one point another, or two points exchanged. */
function argumentsBeside(values: readonly Argument[]): readonly (readonly Argument[])[] {
  const changed = values.flatMap((argument, place) => {
    const others: readonly Argument[] =
      argument.sort === 'natural'
        ? [{ sort: 'natural', value: { ...argument.value, offset: argument.value.offset + 1 } }]
        : pointsBeside(argument.value).map((value) => ({ sort: 'point', value }));
    return others.map((other) => values.map((old, at) => (at === place ? other : old)));
  });
  const points = values.flatMap((argument, place) => (argument.sort === 'point' ? [place] : []));
  const exchanged = points.slice(1).map((place, at) => {
    const before = points[at];
    return values.map((old, here) => (here === place ? values[before] : here === before ? values[place] : old));
  });
  return [...changed, ...exchanged];
}

/** A variable of another name in the same space; a numbered coordinate with other numbers. */
function pointsBeside(point: SamplePoint): readonly SamplePoint[] {
  if (point.kind === 'variable') return [{ ...point, name: `${point.name}'` }];
  if (point.kind !== 'coordinate') return [];
  return argumentsBeside(point.arguments).map((values) => ({ ...point, arguments: values }));
}

function tuplesBeside(points: readonly SamplePoint[]): readonly (readonly SamplePoint[])[] {
  return points.flatMap((point, place) =>
    pointsBeside(point).map((other) => points.map((old, at) => (at === place ? other : old))),
  );
}
