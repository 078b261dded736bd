export * from './derivation/index.ts';
export * from './errors.ts';
