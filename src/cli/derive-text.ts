import type { Rational } from '../algebra/index.ts';
import { nameToTex } from '../calculus/index.ts';
import {
  amariChentsov,
  christoffel,
  einstein,
  fisherMetric,
  kretschmann,
  ricci,
  riemann,
  scalarCurvature,
  weyl,
} from '../geometry/index.ts';
import {
  componentsToTex,
  type ExpectationKernel,
  type Nested,
  nonzeroComponents,
  tensorToTex,
} from '../interpret/index.ts';
import { type Definition, indices } from '../notation/index.ts';
import type { Format } from './command.ts';
import { type AtPoint, type Derived, isAlpha, type ShownQuantity } from './derive-request.ts';

/** How a tensor is written: its symbol in TeX, its letter in plain text, its indices. */
type Writing = Pick<Definition, 'symbol' | 'indices'> & { readonly letter: string };

const writings: Readonly<Partial<Record<ShownQuantity, Writing>>> = {
  metric: { ...fisherMetric, letter: 'g' },
  'metric-from-hessian': { symbol: '-\\mathbb{E}\\left[\\nabla^2 \\ell\\right]', indices: indices('_ij'), letter: 'h' },
  inverse: { symbol: 'g', indices: indices('^ij'), letter: 'g' },
  determinant: { symbol: '\\det g', indices: [], letter: 'det g' },
  'jeffreys-prior': { symbol: '\\sqrt{\\det g}', indices: [], letter: 'sqrt(det g)' },
  christoffel: { ...christoffel, letter: 'Gamma' },
  riemann: { ...riemann, letter: 'R' },
  ricci: { ...ricci, letter: 'Ric' },
  scalar: { ...scalarCurvature, letter: 'R' },
  kretschmann: { ...kretschmann, letter: 'K' },
  einstein: { ...einstein, letter: 'G' },
  weyl: { ...weyl(4), letter: 'C' }, // written alike in every dimension
  'amari-chentsov': { ...amariChentsov, letter: 'T' },
  'cramer-rao': { symbol: 'B', indices: indices('_ij'), letter: 'B' },
};

const titles: Readonly<Partial<Record<ShownQuantity, string>>> = {
  'jeffreys-prior': 'Jeffreys prior up to a constant factor: the volume density sqrt(det g)',
  'metric-from-hessian': '-E[Hessian of the log-density], which is another matrix here',
  bianchi: 'Bianchi identities',
  'cramer-rao': 'Cramer-Rao bound',
  sectional: 'sectional curvature of the coordinate planes',
};

/** The closed form of a quantity: matrices as rows, other tensors by their nonzero components; nothing for JSON. */
export function closedFormShown(
  format: Format,
  coordinates: readonly string[],
  quantity: ShownQuantity,
  components: Derived<string>,
): string {
  switch (format) {
    case 'json':
      return '';
    case 'text':
    case 'markdown':
      return block(quantity, coordinates, components);
    case 'latex':
      return displays(texLines(quantity, coordinates, components));
  }
}

/** Numbers at a point, in the same way. */
export function atPointShown(
  format: Format,
  coordinates: readonly string[],
  { point, values, method, exact = {}, error = {} }: AtPoint,
): string {
  if (Object.keys(values).length === 0) return '';
  const shown = (Object.entries(values) as [ShownQuantity, Derived<number>][]).map(
    ([quantity, numbers]) => [quantity, exact[quantity] ?? asText(numbers)] as const,
  );
  switch (format) {
    case 'json':
      return '';
    case 'text':
    case 'markdown': {
      const where = namesOf(point, coordinates)
        .map((name) => `${name} = ${point[name]}`)
        .join(', ');
      const blocks = shown.map(([quantity, numbers]) => block(quantity, coordinates, numbers));
      const doubts = Object.entries(error)
        .map(([name, change]) =>
          method === 'numeric'
            ? `the numeric error of ${name} is about ${change.toPrecision(1)}\n`
            : `rounding may change ${name} by ${change.toPrecision(1)}\n`,
        )
        .join('');
      const sharp = Object.keys(exact).map((name) => `${name} is not rounded\n`);
      return `at ${where} (${method === 'numeric' ? 'numeric: expectations by quadrature or summation' : `${method}, rounded`})\n${blocks.join('')}${sharp.join('')}${doubts}\nin closed form\n`;
    }
    case 'latex': {
      const where = namesOf(point, coordinates)
        .map((name) => `${nameToTex(name)} = ${point[name]}`)
        .join(', \\; ');
      const lines = shown.flatMap(([quantity, numbers]) => texLines(quantity, coordinates, numbers));
      return displays(lines.map((line) => `${line} \\qquad \\text{at } ${where}`));
    }
  }
}

/** The coordinates, then constants that have their value from the point. */
function namesOf(point: AtPoint['point'], coordinates: readonly string[]): string[] {
  return [...coordinates, ...Object.keys(point).filter((name) => !coordinates.includes(name))];
}

/** A value at the point that only the closed form gives. */
export function exactAtShown(format: Format, quantity: ShownQuantity, value: string): string {
  switch (format) {
    case 'json':
      return '';
    case 'text':
    case 'markdown':
      return `    ${value} at the point, exactly: evaluated from the closed form\n`;
    case 'latex':
      return displays([`${(writings[quantity] as Writing).symbol} = ${value} \\qquad \\text{at the point}`]);
  }
}

/** The closed form of a quantity at the point in many digits. */
export function digitsShown(
  format: Format,
  coordinates: readonly string[],
  quantity: ShownQuantity,
  components: Derived<string>,
  digits: number,
): string {
  switch (format) {
    case 'json':
      return '';
    case 'text':
    case 'markdown':
      return block(quantity, coordinates, components).replace('\n', ` at the point, to ${digits} digits\n`);
    case 'latex':
      return displays(
        texLines(quantity, coordinates, components).map((line) => `${line} \\qquad \\text{at the point}`),
      );
  }
}

/** What the names of expectations mean that have no closed form. */
export function kernelsShown(format: Format, kernels: readonly ExpectationKernel[]): string {
  switch (format) {
    case 'json':
      return '';
    case 'text':
    case 'markdown': {
      const lines = kernels.map(({ name, arguments: names, text }) => `    ${applied(name, names)} = ${text}\n`);
      return `where these expectations have no closed form here\n${lines.join('')}`;
    }
    case 'latex':
      return displays(
        kernels.map(({ name, arguments: names, tex }) => `${applied(nameToTex(name), names.map(nameToTex))} = ${tex}`),
      );
  }
}

function applied(name: string, names: readonly string[]): string {
  return names.length === 0 ? name : `${name}(${names.join(', ')})`;
}

type Parts = Readonly<Record<string, Nested<string> | null>>;

/** Components in which a text stands for those that have no value. */
function filled(components: Nested<string | null>, missing: string): Nested<string> {
  if (components === null) return missing;
  return typeof components === 'string' ? components : components.map((part) => filled(part, missing));
}

function isParts(components: Derived<unknown>): components is Parts {
  return typeof components === 'object' && components !== null && !Array.isArray(components);
}

function block(quantity: ShownQuantity, coordinates: readonly string[], components: Derived<string>): string {
  if (!isParts(components)) {
    const lines = componentLines(writings[quantity] as Writing, coordinates, filled(components, 'does not exist'));
    return `${titles[quantity] ?? quantity}\n${lines}\n`;
  }
  const parts = Object.entries(components);
  if (isAlpha(quantity)) {
    const blocks = parts.map(([name, part]) => {
      const writing = writings[name as ShownQuantity] as Writing;
      return `${quantity} ${name}\n${componentLines(writing, coordinates, part ?? '')}\n`;
    });
    return blocks.join('');
  }
  const lines = parts.map(([name, part]) => (quantity === 'bianchi' ? `    ${name}: ${part}` : planeLine(name, part)));
  return `${titles[quantity] ?? quantity}\n${lines.length > 0 ? lines.join('\n') : '    none: one dimension has no planes'}\n`;
}

function planeLine(plane: string, value: Nested<string> | null): string {
  return `    K(${plane.replace(',', ', ')}) ${value === null ? 'is undefined: the plane has no area' : `= ${value}`}`;
}

function texLines(quantity: ShownQuantity, coordinates: readonly string[], components: Derived<string>): string[] {
  if (!isParts(components)) {
    return tensorTex(writings[quantity] as Writing, coordinates, filled(components, '\\text{does not exist}'));
  }
  return Object.entries(components).flatMap(([name, part]) => {
    if (isAlpha(quantity)) {
      const { symbol, indices: places } = writings[name as ShownQuantity] as Writing;
      const marked = `\\overset{(${quantity.slice('alpha='.length)})}{${symbol}}`;
      return tensorTex({ symbol: marked, indices: places }, coordinates, part ?? '');
    }
    if (quantity === 'bianchi') return [`\\text{${name} Bianchi identity: ${part}}`];
    const plane = `K(${name.split(',').map(nameToTex).join(', ')})`;
    return [part === null ? `${plane} \\text{ is undefined: the plane has no area}` : `${plane} = ${part}`];
  });
}

function tensorTex(
  writing: Pick<Definition, 'symbol' | 'indices'>,
  coordinates: readonly string[],
  components: Nested<string>,
): string[] {
  const lines = componentsToTex(writing, coordinates, components);
  return lines.length > 0 ? lines : [`${tensorToTex(writing)} = 0`];
}

function displays(lines: readonly string[]): string {
  return lines.map((line) => `\\[ ${line} \\]\n`).join('');
}

function asText(components: Derived<number>): Derived<string> {
  return isParts(components)
    ? Object.fromEntries(
        Object.entries(components).map(([name, part]) => [
          name,
          part === null ? null : (digits(part as Nested<number>) as Nested<string>),
        ]),
      )
    : digits(components as Nested<number | null>);
}

function digits(components: Nested<number | null>): Nested<string | null> {
  if (components === null) return null;
  return typeof components === 'number' ? String(Number(components.toPrecision(12))) : components.map(digits);
}

function componentLines(
  { letter, indices: places }: Writing,
  coordinates: readonly string[],
  components: Nested<string>,
): string {
  if (typeof components === 'string') return `    ${components}`;
  if (places.length === 2) return matrixLines(components as readonly (readonly string[])[]);
  const lines = nonzeroComponents(components).map(({ place, value }) => {
    const marks = place.map((index, k) => `${places[k].position === 'up' ? '^' : '_'}${coordinates[index]}`);
    return `    ${letter}${marks.join('')} = ${value}`;
  });
  return lines.length === 0 ? '    0 (all components)' : lines.join('\n');
}

function matrixLines(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, j) => Math.max(...rows.map((row) => row[j].length)));
  return rows.map((row) => `    [ ${row.map((entry, j) => entry.padEnd(widths[j])).join('  ')} ]`).join('\n');
}

/** A rational number as people write it. */
export function fractionText({ numerator, denominator }: Rational): string {
  return denominator === 1 ? `${numerator}` : `${numerator} / ${denominator}`;
}
