import { rational } from '../algebra/index.ts';
import {
  type ClosedForm,
  evaluateExpression,
  evaluator,
  numberPiBeside,
  parseExpression,
  printClosedForm,
} from '../calculus/index.ts';
import type { Family } from '../families/index.ts';
import type { DensityInField } from './density-field.ts';
import { type RecognisedIntegral, unlessRefused } from './recognised-integral.ts';

/** A von Mises density: its integral, and its family over unit vectors. */
export interface RecognisedCircle {
  readonly integral: RecognisedIntegral;
  /** Normalised, over the unit vector with the cosine and the sine of the angle as components. */
  readonly onVectors: Family;
  /** The names of the components. */
  readonly components: readonly [cosine: string, sine: string];
}

/**
 * A density exp(A cos x + B sin x + free) of an angle x, or `null`: its integral over the circle is
 * 2 pi I0(sqrt(A^2 + B^2)) exp(free) [Mardia, Jupp 2000, Directional Statistics, section 3.5.4].
 */
export function recogniseVonMises(family: Family, density: DensityInField): RecognisedCircle | null {
  if (family.sampleSpace.kind !== 'circle') return null;
  return unlessRefused(() => vonMisesOf(family, density));
}

function vonMisesOf(family: Family, { forms, variables, logDensity }: DensityInField): RecognisedCircle | null {
  const [variable] = variables;
  const along = (f: ClosedForm): ClosedForm => forms.derivative(f, variable);
  const first = along(logDensity);
  const second = along(first);
  if (forms.isZero(first) || !forms.isZero(forms.add(first, along(second)))) return null;
  const atZero = evaluator(forms, forms, (name) => (name === variable ? forms.zero : forms.symbol(name)));
  const [cosine, sine] = [forms.negate(atZero(second)), atZero(first)];
  const free = forms.subtract(atZero(logDensity), cosine);
  const squared = forms.add(forms.integerPower(cosine, 2), forms.integerPower(sine, 2));
  const single = forms.isZero(sine) ? cosine : forms.isZero(cosine) ? sine : null;
  const concentration = single ?? forms.power(squared, rational(1, 2));
  const taken = [...family.coordinates, ...family.constants].map(({ name }) => name).concat(variables);
  const pi = numberPiBeside(taken);
  const logIntegral = evaluateExpression(forms, parseExpression(`log(2*${pi}*besseli(0, k))`), (name) =>
    name === pi ? forms.symbol(pi) : concentration,
  );
  const fresh = (name: string): string => (taken.includes(name) ? fresh(`${name}_`) : name);
  const components = [fresh('cosine'), fresh('sine')] as const;
  const text = (f: ClosedForm): string => `(${printClosedForm(forms, f)})`;
  const linear = `${text(cosine)}*${components[0]} + ${text(sine)}*${components[1]}`;
  return {
    integral: {
      name: 'von Mises',
      logIntegral: forms.add(free, logIntegral),
      conditions: [],
      moment: () => null,
    },
    onVectors: {
      ...family,
      sampleSpace: { kind: 'sphere', variables: components },
      logDensity: parseExpression(`${linear} - ${text(logIntegral)}`),
    },
    components,
  };
}
