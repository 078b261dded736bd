import { categorical, reparametrize } from '../families/index.ts';
import type { Builder, Variable } from '../program/index.ts';
import type { Head } from './head.ts';
import { outputCoordinates } from './law-head.ts';

/**
 * log softmax of each row, log p_c = h_c - log sum_k exp h_k. The row's largest entry is taken off before the
 * exponential, so that no finite h overflows; it carries no derivative because the result does not depend on it.
 */
export function logSoftmax(b: Builder, h: Variable): Variable {
  const rows = h.type.shape[0]!;
  const largest = b.reshape(b.reduceMax(b.stopGradient(h), [1]), [rows, 1]);
  const centred = b.subtract(h, largest);
  const total = b.reshape(b.reduceSum(b.exp(centred), [1]), [rows, 1]);
  return b.subtract(centred, b.log(total));
}

/**
 * y is one of C classes, as a row of the identity matrix, with probabilities p = softmax(h). I(h) = diag(p) - p p^T, and
 * psi_c(h) = 2 sqrt(p_c), which maps onto a sphere of radius 2 in R^C.
 */
export function categoricalHead(): Head {
  return {
    family: 'categorical',
    description: 'categorical with softmax link',
    group: 'all',
    targets: 'group',
    law: (classes) => reparametrize(categorical(classes), outputCoordinates(classes), softmax(classes)),
    // exp(log p / 2) rather than sqrt(p): its derivatives stay finite where p underflows.
    embedding: (b, h) => b.multiply(b.exp(b.multiply(logSoftmax(b, h), 0.5)), 2),
    negativeLogLikelihood: (b, h, y) => b.negate(b.reduceSum(b.multiply(y, logSoftmax(b, h)), [1])),
    sample: (h, random) => {
      const largest = Array.from(h).reduce((a, c) => Math.max(a, c));
      const weights = Array.from(h, (logit) => Math.exp(logit - largest));
      let left = random.uniform() * weights.reduce((sum, weight) => sum + weight);
      const chosen = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      const y = new Float64Array(weights.length);
      y[chosen < 0 ? weights.length - 1 : chosen] = 1;
      return y;
    },
  };
}

/** p1, ..., p(C-1) as expressions in the logits z1, ..., zC, of which one is redundant. */
function softmax(classes: number): Record<string, string> {
  const terms = Array.from({ length: classes }, (_, c) => `exp(z${c + 1})`);
  return Object.fromEntries(terms.slice(0, -1).map((term, c) => [`p${c + 1}`, `${term}/(${terms.join(' + ')})`]));
}
