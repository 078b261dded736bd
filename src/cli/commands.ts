import type { Command } from './command.ts';

/** Where each command comes from. It is loaded only when asked for, so that `derive` never waits for a neural engine. */
export type CommandTable = Readonly<Record<string, () => Promise<Command>>>;

/** Every command of `fisher-rao`, in the order of the help text. One file and one line here add one. */
export const commands: CommandTable = {
  derive: async () => (await import('./derive.ts')).derive,
  distance: async () => (await import('./distance.ts')).distance,
  geodesic: async () => (await import('./geodesic.ts')).geodesic,
  'cramer-rao': async () => (await import('./cramer-rao.ts')).cramerRao,
  families: async () => (await import('./families.ts')).families,
  'network curvature': async () => (await import('./network-curvature.ts')).networkCurvature,
  'network fisher': async () => (await import('./network-fisher.ts')).networkFisher,
  'network spectrum': async () => (await import('./network-spectrum.ts')).networkSpectrum,
  'network ntk': async () => (await import('./network-ntk.ts')).networkNtk,
  'network natural-gradient': async () => (await import('./network-natural-gradient.ts')).networkNaturalGradient,
  'network geodesic': async () => (await import('./network-geodesic.ts')).networkGeodesic,
  verify: async () => (await import('./verify.ts')).verify,
  report: async () => (await import('./report.ts')).report,
  engines: async () => (await import('./engines.ts')).engines,
  environment: async () => (await import('./environment.ts')).environment,
};
