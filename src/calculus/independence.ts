import { generatorsOf } from '../algebra/index.ts';
import type { ClosedForms } from './closed-forms.ts';
import { argumentsOf, type ClosedForm, type Kernel } from './kernel.ts';
import { rationalRelations } from './rational-dependence.ts';

/**
 * Why the kernels on which a closed form depends are not known to be algebraically independent, in words; nothing where
 * they are, so that a form other than 0 is not the function 0. They are where
 *
 * - no relation with rational coefficients holds between the differentials of the exponents, of the logarithms and, among
 *   themselves, of the angles: then exponentials, logarithms and tangents of any nesting are independent [Rosenlicht 1976,
 *   Pacific J. Math. 65; Risch 1979, Amer. J. Math. 101, structure theorem];
 * - roots are of forms without roots, whose radicands are coprime by construction;
 * - at most one number other than algebraic ones occurs, which is pi, or an exponential, logarithm or tangent of an
 *   algebraic number (Lindemann);
 * - log Gamma and its derivatives are taken at one form that is not constant, or at several symbols: they satisfy no
 *   algebraic differential equation [Hoelder 1886, Math. Ann. 28];
 * - there is one error function, which is not elementary (Liouville), and no Bessel function beside it, or one ratio of
 *   Bessel functions of a symbol, without logarithms and exponentials [Siegel 1929];
 * - undetermined functions are independent by what they are.
 */
export function doubtsOfIndependence(forms: ClosedForms, a: ClosedForm): string[] {
  const kernels = kernelsBehind(forms, a);
  const ofKind = (...kinds: readonly Kernel['kind'][]): Kernel[] => kernels.filter(({ kind }) => kinds.includes(kind));
  const isConstant = (kernel: Kernel): boolean =>
    kernel.kind === 'symbol'
      ? kernel.name === numberPiOf(forms)
      : argumentsOf(kernel).every((argument) => variablesOf(forms, argument).length === 0);
  const varying = kernels.filter((kernel) => !isConstant(kernel));
  const doubts: string[] = [];
  const doubt = (condition: boolean, reason: string): void => {
    if (condition) doubts.push(reason);
  };

  const numbers = kernels.filter((kernel) => isConstant(kernel) && kernel.kind !== 'root');
  doubt(numbers.length > 1, 'several transcendental numbers occur');
  doubt(
    numbers.some(({ kind }) => !['symbol', 'exp', 'log', 'tan'].includes(kind)),
    'a number occurs that is not known to be transcendental',
  );
  doubt(
    ofKind('root').some((root) =>
      argumentsOf(root).some((r) => kernelsBehind(forms, r).some(({ kind }) => kind === 'root')),
    ),
    'roots are nested',
  );
  doubt(elementaryRelation(forms, varying), 'exponents, logarithms or angles are related');

  const gammas = new Set(varying.filter(({ kind }) => kind === 'polygamma').map((kernel) => argumentsOf(kernel)[0]));
  const places = [...gammas].filter((u, k, all) => all.findIndex((v) => forms.equals(u, v)) === k);
  const isSymbol = (u: ClosedForm): boolean => {
    const [name, ...others] = variablesOf(forms, u);
    return others.length === 0 && name !== undefined && forms.equals(u, forms.symbol(name));
  };
  doubt(places.length > 1 && !places.every(isSymbol), 'gamma functions of related arguments may be related');

  const errors = varying.filter(({ kind }) => kind === 'erf').length;
  const bessel = varying.filter(({ kind }) => kind === 'besselRatio' || kind === 'logBesselI0');
  const elementary = varying.some(({ kind }) => ['exp', 'log', 'tan', 'polygamma', 'unknown'].includes(kind));
  doubt(errors > 1, 'several error functions occur');
  doubt(
    bessel.length > 1 || (bessel.length === 1 && (elementary || errors > 0 || !argumentsOf(bessel[0]).every(isSymbol))),
    'Bessel functions occur beside other functions',
  );
  return doubts;
}

/** The kernels that occur in a closed form and in the arguments of these, each once. */
export function kernelsBehind(forms: ClosedForms, a: ClosedForm): Kernel[] {
  const found = new Set<number>();
  const visit = (form: ClosedForm): void => {
    for (const index of generatorsOf(form)) {
      if (found.has(index)) continue;
      found.add(index);
      argumentsOf(forms.kernels[index]).forEach(visit);
    }
  };
  visit(a);
  return [...found].sort((i, j) => i - j).map((index) => forms.kernels[index]);
}

/** The symbols on which a form depends, the number pi left out. */
export function variablesOf(forms: ClosedForms, a: ClosedForm): string[] {
  return forms.symbolsOf(a).filter((name) => name !== numberPiOf(forms));
}

function numberPiOf({ pi, symbolsOf }: ClosedForms): string | undefined {
  return pi === null ? undefined : symbolsOf(pi)[0];
}

function elementaryRelation(forms: ClosedForms, kernels: readonly Kernel[]): boolean {
  const names = [...new Set(kernels.flatMap((kernel) => argumentsOf(kernel).flatMap((u) => variablesOf(forms, u))))];
  const differential = (u: ClosedForm): ClosedForm[] => names.map((name) => forms.derivative(u, name));
  const logarithmic = (u: ClosedForm): ClosedForm[] => differential(u).map((d) => forms.divide(d, u));
  const real = kernels.flatMap((kernel) => {
    if (kernel.kind === 'exp') return [differential(kernel.argument)];
    return kernel.kind === 'log' ? [logarithmic(kernel.argument)] : [];
  });
  const angular = kernels.flatMap((kernel) => (kernel.kind === 'tan' ? [differential(kernel.argument)] : []));
  return [real, angular].some((columns) => columns.length > 1 && rationalRelations(columns).length > 0);
}
