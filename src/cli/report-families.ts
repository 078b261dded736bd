import { rational } from '../algebra/index.ts';
import { type ClosedForm, closedFormToTex, printClosedForm } from '../calculus/index.ts';
import type { Engine } from '../engine/index.ts';
import { binomial, categorical, type Family, gibbs, normal, spinModel } from '../families/index.ts';
import { fisherMetric, scalarCurvature } from '../geometry/index.ts';
import {
  checkFamily,
  componentsToTex,
  exactGeometry,
  exactModel,
  type FamilyCheck,
  type Nested,
  nested,
} from '../interpret/index.ts';
import type { RandomSource } from '../network/index.ts';
import type { FamilyResult, QuantityError } from '../report/index.ts';
import { randomPoint } from './random-point.ts';

/** A family of the report; where its sizes are symbolic, the member that the numeric check takes. */
interface ReportedFamily {
  readonly title: string;
  readonly family: Family;
  readonly checked?: { readonly family: Family; readonly title: string };
}

/** The four families of the main job. */
const reported: readonly ReportedFamily[] = [
  { title: 'normal', family: normal() },
  {
    title: 'binomial (any n)',
    family: binomial(),
    checked: { family: binomial(rational(10)), title: 'n = 10' },
  },
  { title: 'categorical (4 outcomes)', family: categorical(4) },
  {
    title: 'Gibbs measure (two spins in fields h1, h2, coupled by J)',
    family: gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'each' })),
  },
];

/** What the check of a family needs. */
export interface FamilyCheckSettings {
  readonly engine: Engine;
  readonly random: RandomSource;
  /** Random points per family. */
  readonly points: number;
}

/**
 * Derives the families of the report in closed form and checks each at random points against the numeric layer.
 * @param onFamily told after each family how many of how many are done
 */
export async function reportFamilies(
  settings: FamilyCheckSettings,
  onFamily: (title: string, done: number, total: number) => void,
): Promise<FamilyResult[]> {
  const results: FamilyResult[] = [];
  for (const one of reported) {
    results.push(await resultOf(one, settings));
    onFamily(one.title, results.length, reported.length);
  }
  return results;
}

async function resultOf({ title, family, checked }: ReportedFamily, settings: FamilyCheckSettings) {
  const model = exactModel(family);
  const geometry = exactGeometry(model);
  const coordinates = family.coordinates.map(({ name }) => name);
  const shown = (show: (value: ClosedForm) => string) => ({
    metric: nested(coordinates.length, geometry.metric, show),
    scalar: nested(coordinates.length, geometry.scalar, show),
  });
  const text = shown((value) => printClosedForm(model.field, value));
  const tex = shown((value) => closedFormToTex(model.field, value));
  const equation = (definition: typeof fisherMetric, components: Nested<string>): string =>
    componentsToTex(definition, coordinates, components).join(', \\quad ');
  const exact = checked === undefined ? { model, geometry } : undefined;
  const checks: FamilyCheck[] = [];
  for (let i = 0; i < settings.points; i++) {
    const member = checked?.family ?? family;
    const question = { family: member, point: randomPoint(member, settings.random), engine: settings.engine };
    checks.push(await checkFamily(exact === undefined ? question : { ...question, exact }));
  }
  return {
    family: title,
    description: `${family.summary}.`,
    coordinates,
    metric: text.metric as readonly (readonly string[])[],
    scalar: text.scalar as string,
    latex: { metric: equation(fisherMetric, tex.metric), scalar: equation(scalarCurvature, tex.scalar) },
    ...(checked === undefined ? {} : { checked: checked.title }),
    check: { points: checks.length, worst: worstOf(checks) },
  };
}

/** Of each quantity the difference that is largest in comparison with its tolerance. */
function worstOf(checks: readonly FamilyCheck[]): QuantityError[] {
  const worst = new Map<string, QuantityError>();
  for (const one of checks.flatMap((check) => check.quantities)) {
    const known = worst.get(one.quantity);
    if (known === undefined || one.error * known.tolerance > known.error * one.tolerance) worst.set(one.quantity, one);
  }
  return [...worst.values()];
}
