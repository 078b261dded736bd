import { configureGlobal } from 'fast-check';

/** One seed for the whole suite; fast-check prints it with the counterexample. FISHER_RAO_SEED explores others. */
configureGlobal({ seed: Number(process.env['FISHER_RAO_SEED'] ?? 20261122) });
