/** The reference engine: the definition of every primitive in plain float64 JavaScript, to which other engines are held. */

export { evaluate, referenceEngine } from './evaluate.ts';
