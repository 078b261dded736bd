import type { Witness } from './examine.ts';
import { type Instance, instanceText } from './instance.ts';

/**
 * The case in which a claim fails, on one line: its two sides, and the inputs or the whole model, as in
 * `8 against 16, with m = 1; 2 elements in X; f(1, 0) = 1/2`. Numbers have so many significant digits.
 */
export function witnessText(witness: Witness | Instance, digits = 10): string {
  if (!('model' in witness)) return instanceText(witness, digits);
  const facts = modelFacts(witness.model);
  return `${witness.left} against ${witness.right}${facts.length === 0 ? '' : `, with ${facts.join('; ')}`}`;
}

function modelFacts(model: Witness['model']): string[] {
  return [
    ...Object.entries(model.naturals).map(([name, value]) => `${name} = ${value}`),
    ...Object.entries(model.sizes).map(([name, size]) => `${size} element${size === 1 ? '' : 's'} in ${name}`),
    ...Object.entries(model.functions).flatMap(([name, table]) => functionText(name, table)),
    ...Object.entries(model.polynomials ?? {}).flatMap(([name, table]) => polynomialText(name, table)),
  ];
}

/** A function's value and partial derivatives at each of its arguments; all of them, for a witness is small. */
function functionText(name: string, table: Witness['model']['functions'][string]): string[] {
  return Object.entries(table).flatMap(([point, values]) =>
    Object.entries(values)
      .sort(([along], [other]) => along.length - other.length)
      .map(([along, value]) => {
        const derivative = along === '' ? '' : `∂${along.split(',').join('∂')} `;
        return `${derivative}${name}(${point.split(';').join(', ')}) = ${value}`;
      }),
  );
}

/** A function of real arguments, as `σ(u) = 1 + (2 u) + (u)^2/2!`; the arguments are numbered, `u[0]`, where they are many. */
function polynomialText(name: string, table: NonNullable<Witness['model']['polynomials']>[string]): string[] {
  return Object.entries(table).map(([point, powers]) => {
    const terms = Object.entries(powers).flatMap(([power, coefficients]) => {
      const inner = Object.entries(coefficients)
        .filter(([, value]) => value !== '0')
        .map(([input, value]) =>
          input === '' ? value : `${value === '1' ? '' : `${value} `}u${input === '[]' ? '' : input}`,
        );
      if (inner.length === 0) return [];
      if (power === '0') return [inner[0]];
      return [`(${inner.join(' + ')})${power === '1' ? '' : `^${power}/${power}!`}`];
    });
    const place = point === '' ? '' : `${point.split(';').join(', ')}, `;
    return `${name}(${place}u) = ${terms.length === 0 ? '0' : terms.join(' + ')}`;
  });
}
