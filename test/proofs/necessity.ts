import {
  type Assumption,
  type Calculation,
  calculationOutcome,
  type GeneralStatement,
  printAssumption,
  prove,
  proveCalculation,
  type Statement,
  type Subject,
  theoremOf,
} from 'fisher-rao';

/** An assumption that a theorem rests on. */
export interface StatedAssumption {
  readonly kind: string;
  readonly text: string;
  /** Whether the same proof passes with less: without the assumption, or with a weaker one; `null` where it cannot be left out. */
  readonly passesWithout: (() => boolean) | null;
}

/** What the theorem of a statement rests on; nothing for a statement that is not proved. Ranges over all reals assume nothing. */
export function assumptionsOf(statement: Statement): readonly StatedAssumption[] {
  if (statement.expected !== 'proved') return [];
  if (statement.kind === 'statement') return ofGeneral(statement);
  return statement.kind === 'calculation' ? ofCalculation(statement) : [];
}

function ofGeneral(statement: GeneralStatement): readonly StatedAssumption[] {
  const { claim, given } = statement;
  return theoremOf(statement).assumptions.map((assumption) => {
    const text = printAssumption(assumption);
    const rest = given.filter((other) => printAssumption(other) !== text);
    const less = [rest, ...weaker(assumption).map((one) => [...rest, one])];
    const passes = (some: readonly Assumption[]): boolean =>
      prove({ given: some, claim, proof: statement.proof!() }).outcome === 'proved';
    return { kind: assumption.kind, text, passesWithout: () => less.some(passes) };
  });
}

/** Less differentiability, one order at a time. */
function weaker(assumption: Assumption): readonly Assumption[] {
  if (assumption.kind !== 'differentiable' || assumption.order === 1) return [];
  return [{ ...assumption, order: assumption.order - 1 }];
}

type Names = Subject['symbols'];

/** The domains that contain a domain. */
const wider = { unit: ['positive', 'real'], natural: ['positive', 'real'], positive: ['real'], real: [] } as const;

function ofCalculation(calculation: Calculation): readonly StatedAssumption[] {
  const outcome = calculationOutcome(calculation);
  if (outcome.outcome === 'failed') return [];
  const { subject, chain } = calculation;
  const { symbols, metric, functions, equations } = subject;
  const passes = (changed: Partial<Calculation>): boolean =>
    proveCalculation({ ...calculation, ...changed }).outcome === 'proved';
  const ranges = (names: Names, change: (changed: Names) => Partial<Subject>): StatedAssumption[] =>
    names
      .filter(({ domain }) => domain !== 'real')
      .map(({ name, domain }) => ({
        kind: 'range',
        text: `${name} ${domain}`,
        passesWithout: () =>
          wider[domain].some((wide) => {
            const changed = names.map((one) => (one.name === name ? { ...one, domain: wide } : one));
            return passes({ subject: { ...subject, ...change(changed) } });
          }),
      }));
  const own = new Set([...symbols, ...(metric?.coordinates ?? [])].map(({ name, domain }) => `${name} ${domain}`));
  const cited = equations.filter(({ name }) => chain.some(({ by }) => by.includes(name)));
  const told = [...functions.map((name) => `${name} is smooth`), ...cited.map((one) => equationText(one))];
  return [
    ...ranges(symbols, (changed) => ({ symbols: changed })),
    ...(metric === null
      ? []
      : ranges(metric.coordinates, (changed) => ({ metric: { ...metric, coordinates: changed } }))),
    ...functions.map((name) => ({ kind: 'smooth', text: `${name} is smooth`, passesWithout: null })),
    ...cited.map((one) => ({
      kind: 'equation',
      text: equationText(one),
      passesWithout: () =>
        passes({ chain: chain.map(({ text, by }) => ({ text, by: by.filter((name) => name !== one.name) })) }),
    })),
    // What is left are the domain of the family's parameters and the regularity of its density.
    ...outcome.theorem.assumptions
      .filter((text) => !own.has(text) && !told.includes(text))
      .map((text) => ({ kind: 'family', text, passesWithout: null })),
  ];
}

function equationText({ name, left, right }: Subject['equations'][number]): string {
  return `${name}: ${left} = ${right}`;
}
