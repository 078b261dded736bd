import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type DifferentialField,
  evaluateExpression,
  numberPiBeside,
  prepareExpressions,
  rootOrders,
} from '../calculus/index.ts';
import type { Family } from '../families/index.ts';
import { constantOf, positiveSampleVariables, withKeptPartials } from './statistical-model.ts';

/** A log-density as a closed form in the sample variables, the coordinates and symbolic constants. */
export interface DensityInField {
  readonly forms: ClosedForms & DifferentialField<ClosedForm>;
  readonly coordinates: readonly string[];
  readonly variables: readonly string[];
  readonly logDensity: ClosedForm;
}

/** The log-density of a family in a field of its own; `spare` names symbols that the field is to have besides. */
export function densityInField(family: Family, spare: readonly string[] = []): DensityInField {
  const { sampleSpace, logDensity } = family;
  const { variables } = sampleSpace;
  const orders = rootOrders([logDensity]);
  const positive = positiveSampleVariables(sampleSpace);
  const coordinates = family.coordinates.map(({ name }) => name);
  const open = family.constants.filter(({ value }) => value === undefined);
  const symbols = [
    ...[...family.coordinates, ...open].map(({ name, domain }) => ({
      name,
      positive: domain !== 'real',
      variable: true,
    })),
    ...variables.map((name) => ({ name, positive: positive.includes(name), variable: true })),
    ...spare.map((name) => ({ name, positive: false, variable: true })),
  ];
  const names = symbols.map(({ name }) => name);
  const forms = closedForms(
    [...symbols, { name: numberPiBeside(names), positive: true }].map((symbol) => ({
      ...symbol,
      order: orders.get(symbol.name) ?? 1,
    })),
  );
  const field = withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a: ClosedForm, index: number) => forms.derivative(a, coordinates[index]),
  });
  const meaning = (name: string): ClosedForm => {
    const value = constantOf(family, name);
    return value === undefined ? field.symbol(name) : field.fromRational(value);
  };
  prepareExpressions(field, [logDensity], meaning);
  return { forms: field, coordinates, variables, logDensity: evaluateExpression(field, logDensity, meaning) };
}
