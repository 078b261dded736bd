import type { Justification, Law, Theorem, TheoremInstance } from '../../src/derivation/index.ts';
import { laws } from '../../src/derivation/law.ts';
import { mutantDefinitions } from './mutant-definitions.ts';
import { mutantTerms, pointsBeside } from './mutant-terms.ts';

type Reason = Justification<Theorem>;

/** The reasons of a step with one thing changed in them. */
interface MutantReasons {
  readonly change: string;
  readonly by: () => readonly Reason[];
}

/** Every list of reasons that differs from one in one place: a reason dropped, or changed. */
export function mutantReasons(by: readonly Reason[]): readonly MutantReasons[] {
  return by.flatMap((reason, place) => [
    { change: `${reason.kind} dropped`, by: () => by.toSpliced(place, 1) },
    ...others(reason).map(({ change, reason: other }) => ({ change, by: () => by.with(place, other()) })),
  ]);
}

interface MutantReason {
  readonly change: string;
  readonly reason: () => Reason;
}

function others(reason: Reason): readonly MutantReason[] {
  switch (reason.kind) {
    case 'algebra':
    case 'assumption':
    case 'inductionHypothesis':
      return [];
    case 'cases':
      return reason.on.sort === 'natural'
        ? [
            {
              change: 'cases of another number',
              reason: () => ({ ...reason, on: { ...reason.on, name: `${reason.on.name}'` } }),
            },
          ]
        : [];
    case 'law':
      return [{ change: 'another law', reason: () => ({ ...reason, law: nextLaw(reason.law) }) }];
    case 'definition':
      return mutantDefinitions(reason.definition).map(({ change, definition }) => ({
        change: `definition, ${change}`,
        reason: () => ({ ...reason, definition: definition() }),
      }));
    case 'difference':
      return mutantTerms(reason.term).map(({ change, term }) => ({
        change: `difference, ${change}`,
        reason: () => ({ ...reason, term: term() }),
      }));
    case 'theorem':
      return [
        ...reason.discharging.map((_, place) => ({
          change: 'theorem not discharged',
          reason: () => ({ ...reason, discharging: reason.discharging.toSpliced(place, 1) }),
        })),
        ...mutantInstances(reason.instance).map(({ change, instance }) => ({
          change,
          reason: () => ({ ...reason, instance: instance() }),
        })),
      ];
  }
}

function nextLaw(law: Law): Law {
  return laws[(laws.indexOf(law) + 1) % laws.length];
}

function mutantInstances(
  of: TheoremInstance,
): readonly { readonly change: string; readonly instance: () => TheoremInstance }[] {
  const { naturals = {}, points = {}, spaces = {}, functions = [] } = of;
  const [numbers, places] = [Object.entries(naturals), Object.entries(points)];
  return [
    ...numbers.map(([name, value]) => ({
      change: `number for ${name}`,
      instance: () => ({ ...of, naturals: { ...naturals, [name]: { ...value, offset: value.offset + 1 } } }),
    })),
    ...places.flatMap(([name, point]) =>
      pointsBeside(point).map((other) => ({
        change: `point for ${name}`,
        instance: () => ({ ...of, points: { ...points, [name]: other } }),
      })),
    ),
    ...places.slice(1).map(([name, point], before) => ({
      change: 'points exchanged',
      instance: () => ({ ...of, points: { ...points, [name]: places[before][1], [places[before][0]]: point } }),
    })),
    ...Object.keys(spaces).map((name) => ({
      change: `space ${name} not replaced`,
      instance: () => ({ ...of, spaces: Object.fromEntries(Object.entries(spaces).filter(([key]) => key !== name)) }),
    })),
    ...functions.flatMap((entry, place) => [
      {
        change: `function ${entry.replace.name} not replaced`,
        instance: () => ({ ...of, functions: functions.toSpliced(place, 1) }),
      },
      ...functions.slice(place + 1, place + 2).map((next) => ({
        change: 'functions exchanged',
        instance: () => ({
          ...of,
          functions: functions.with(place, { ...entry, by: next.by }).with(place + 1, { ...next, by: entry.by }),
        }),
      })),
      ...mutantTerms(entry.by.body).map(({ change, term }) => ({
        change: `function ${entry.replace.name}, ${change}`,
        instance: () => ({
          ...of,
          functions: functions.with(place, { ...entry, by: { ...entry.by, body: term() } }),
        }),
      })),
    ]),
  ];
}
