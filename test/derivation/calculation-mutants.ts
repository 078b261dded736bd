import { type CalculationDerivation, calculus, type Subject } from 'fisher-rao';
import { bracketed, mutantFormulas } from './formula-mutants.ts';

/** A calculation with one thing changed in it: `change` says where, and after a colon what. */
export interface CalculationMutant {
  readonly change: string;
  readonly derivation: () => CalculationDerivation;
}

/**
 * Every mutant of a calculation by one change: of a formula in its chain, its definitions, its assumed equations, its
 * difference or its metric; of an assumption; of its steps and their order.
 */
export function calculationMutants(derivation: CalculationDerivation): readonly CalculationMutant[] {
  return [
    ...formulaMutants(derivation),
    ...assumptionMutants(derivation),
    ...stepMutants(derivation),
    ...metricMutants(derivation),
  ];
}

/** Names that may take the place of one another. */
function namesIn({ symbols, family, metric }: Subject): readonly string[] {
  return [...(family?.coordinates ?? metric?.coordinates ?? []), ...symbols].map(({ name }) => name);
}

function formulaMutants(derivation: CalculationDerivation): readonly CalculationMutant[] {
  const { subject, chain, definitions, difference } = derivation;
  const { equations } = subject;
  const mutants = (text: string, where: string, put: (text: string) => Partial<CalculationDerivation>) =>
    mutantFormulas(text, namesIn(subject)).map(({ change, text: changed }) => ({
      change: `${where}: ${change}`,
      derivation: () => ({ ...derivation, ...put(changed()) }),
    }));
  return [
    ...chain.flatMap((side, place) =>
      mutants(side.text, `side ${place + 1}`, (text) => ({ chain: chain.with(place, { ...side, text }) })),
    ),
    ...definitions.flatMap(([name, body], place) =>
      mutants(body, `definition of ${name}`, (text) => ({ definitions: definitions.with(place, [name, text]) })),
    ),
    ...(difference === null ? [] : mutants(difference, 'difference', (text) => ({ difference: text }))),
    ...equations.flatMap((equation, place) =>
      mutants(equation.right, `assumption ${equation.name}`, (right) => ({
        subject: { ...subject, equations: equations.with(place, { ...equation, right }) },
      })),
    ),
  ];
}

const wider = { unit: ['positive', 'real'], natural: ['positive', 'real'], positive: ['real'], real: [] } as const;

/** Citations and equations dropped, domains widened, functions that are smooth no longer declared, the family exchanged. */
function assumptionMutants(derivation: CalculationDerivation): readonly CalculationMutant[] {
  const { subject, chain } = derivation;
  const { symbols, equations, metric } = subject;
  const changed = (change: string, parts: Partial<Subject>): CalculationMutant => ({
    change,
    derivation: () => ({ ...derivation, subject: { ...subject, ...parts } }),
  });
  const uncited = chain.flatMap(({ text, by }, place) =>
    by.map((name) => ({
      change: `${name} not cited at side ${place + 1}`,
      derivation: () => ({
        ...derivation,
        chain: chain.with(place, { text, by: by.filter((one) => one !== name) }),
      }),
    })),
  );
  const widened = (names: Subject['symbols'], put: (names: Subject['symbols']) => Partial<Subject>) =>
    names.flatMap((one, place) =>
      wider[one.domain].map((domain) =>
        changed(`${one.name} ${domain} instead of ${one.domain}`, put(names.with(place, { ...one, domain }))),
      ),
    );
  return [
    ...uncited,
    ...equations.map(({ name }) =>
      changed(`assumption ${name} dropped`, { equations: equations.filter((one) => one.name !== name) }),
    ),
    ...widened(symbols, (names) => ({ symbols: names })),
    ...(metric === null ? [] : widened(metric.coordinates, (coordinates) => ({ metric: { ...metric, coordinates } }))),
    ...symbols.map(({ name }) =>
      changed(`${name} not declared`, { symbols: symbols.filter((one) => one.name !== name) }),
    ),
    ...(subject.family === null ? [] : [changed('family dropped', { family: null })]),
  ];
}

function stepMutants(derivation: CalculationDerivation): readonly CalculationMutant[] {
  const { chain, relation, difference, definitions } = derivation;
  const with_ = (change: string, parts: Partial<CalculationDerivation>): CalculationMutant => ({
    change,
    derivation: () => ({ ...derivation, ...parts }),
  });
  const dropped = definitions.map(([name], place) =>
    with_(`definition of ${name} dropped`, { definitions: definitions.filter((_, at) => at !== place) }),
  );
  if (relation === 'atMost') {
    const turned = [...chain].reverse();
    return [
      ...dropped,
      with_('inequality flipped', { chain: turned }),
      with_('inequality flipped, its difference negated', {
        chain: turned,
        difference: difference === null ? null : `-${bracketed(difference)}`,
      }),
      with_('difference dropped', { difference: null }),
      with_('equality instead of a bound', { relation: 'equal', difference: null }),
    ];
  }
  const bounds = chain.length > 2 ? [] : [chain, [...chain].reverse()];
  return [
    ...dropped,
    ...chain.map((_, place) =>
      with_(`side ${place + 1} left out`, { chain: chain.filter((_side, at) => at !== place) }),
    ),
    ...bounds.map((sides) =>
      with_('a bound instead of an equality', { chain: sides, relation: 'atMost', difference: '0' }),
    ),
  ];
}

function metricMutants(derivation: CalculationDerivation): readonly CalculationMutant[] {
  const { subject } = derivation;
  const { metric } = subject;
  if (metric === null) return [];
  return metric.entries.flatMap((row, i) =>
    row.flatMap((entry, j) =>
      mutantFormulas(calculus.printExpression(entry), namesIn(subject)).map(({ change, text }) => ({
        change: `metric ${i + 1}, ${j + 1}: ${change}`,
        derivation: () => {
          const entries = metric.entries.with(i, row.with(j, calculus.parseExpression(text())));
          return { ...derivation, subject: { ...subject, metric: { ...metric, entries } } };
        },
      })),
    ),
  );
}
