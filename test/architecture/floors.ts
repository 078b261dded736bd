/**
 * The house: every folder of src and its floor. A folder may import strictly lower floors only; this table is the one
 * place that says so, and a folder that is not in it is a violation. `errors.ts` and `suggestion.ts` lie below all, `index.ts` above all
 * that it re-exports.
 */
export const floors: Readonly<Record<string, number>> = {
  algebra: 1,
  notation: 1,
  'onnx-file': 1,
  program: 1,
  calculus: 2,
  geometry: 2,
  transform: 2,
  engine: 2,
  'engine/onnx': 3,
  'engine/tfjs': 3,
  families: 3,
  interpret: 4,
  derivation: 5,
  geodesic: 5,
  network: 5,
  methods: 6,
  testing: 7,
  report: 7,
  cli: 8,
};
