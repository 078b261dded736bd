import { nameToTex } from '../calculus/index.ts';
import { christoffel, fisherMetric, ricci, riemann, scalarCurvature } from '../geometry/index.ts';
import { componentsToTex, type Nested, nonzeroComponents } from '../interpret/index.ts';
import type { Format } from './command.ts';
import type { AtPoint, Quantity } from './derive-request.ts';

const definitions = { metric: fisherMetric, christoffel, riemann, ricci, scalar: scalarCurvature };
const letters: { readonly [Q in Quantity]: string } = {
  metric: 'g',
  christoffel: 'Gamma',
  riemann: 'R',
  ricci: 'Ric',
  scalar: 'R',
};

/** The closed form of a quantity: matrices as rows, other tensors by their nonzero components; nothing for JSON. */
export function closedFormShown(
  format: Format,
  coordinates: readonly string[],
  quantity: Quantity,
  components: Nested<string>,
): string {
  switch (format) {
    case 'json':
      return '';
    case 'text':
      return `${quantity}\n${componentLines(quantity, coordinates, components)}\n`;
    case 'latex':
      return displays(texLines(quantity, coordinates, components));
  }
}

/** Numbers at a point, in the same way. */
export function atPointShown(
  format: Format,
  coordinates: readonly string[],
  { point, values, method }: AtPoint,
): string {
  const shown = Object.entries(values).map(([quantity, numbers]) => [quantity as Quantity, asText(numbers)] as const);
  switch (format) {
    case 'json':
      return '';
    case 'text': {
      const where = coordinates.map((name) => `${name} = ${point[name]}`).join(', ');
      const blocks = shown.map(
        ([quantity, numbers]) => `${quantity}\n${componentLines(quantity, coordinates, numbers)}\n`,
      );
      return `at ${where} (${method} expectation)\n${blocks.join('')}\nin closed form\n`;
    }
    case 'latex': {
      const where = coordinates.map((name) => `${nameToTex(name)} = ${point[name]}`).join(', \\; ');
      const lines = shown.flatMap(([quantity, numbers]) => texLines(quantity, coordinates, numbers));
      return displays(lines.map((line) => `${line} \\qquad \\text{at } ${where}`));
    }
  }
}

function texLines(quantity: Quantity, coordinates: readonly string[], components: Nested<string>): string[] {
  const lines = componentsToTex(definitions[quantity], coordinates, components);
  return lines.length > 0 ? lines : [`${definitions[quantity].symbol} = 0`];
}

function displays(lines: readonly string[]): string {
  return lines.map((line) => `\\[ ${line} \\]\n`).join('');
}

function asText(components: Nested<number>): Nested<string> {
  return typeof components === 'number' ? String(Number(components.toPrecision(12))) : components.map(asText);
}

function componentLines(quantity: Quantity, coordinates: readonly string[], components: Nested<string>): string {
  if (typeof components === 'string') return `    ${components}`;
  if (quantity === 'metric' || quantity === 'ricci') return matrixLines(components as readonly (readonly string[])[]);
  const { indices } = definitions[quantity];
  const lines = nonzeroComponents(components).map(({ place, value }) => {
    const marks = place.map((index, k) => `${indices[k].position === 'up' ? '^' : '_'}${coordinates[index]}`);
    return `    ${letters[quantity]}${marks.join('')} = ${value}`;
  });
  return lines.length === 0 ? '    0 (all components)' : lines.join('\n');
}

function matrixLines(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, j) => Math.max(...rows.map((row) => row[j].length)));
  return rows.map((row) => `    [ ${row.map((entry, j) => entry.padEnd(widths[j])).join('  ')} ]`).join('\n');
}
