import { calculation, experiment } from 'fisher-rao';

export const steepestDescent = experiment({
  label: 'T-1.3.6a',
  title: 'the gradient is the direction of steepest ascent (as printed, whatever the metric): lengths by diag(1, 4)',
  claim: 'the unit direction of largest increase is that of the gradient',
  expected: 'refuted',
  instances: [{ metric: [1, 4], gradient: [1, 1] }],
  evaluate: ({ metric, gradient }) => {
    let best = { value: Number.NEGATIVE_INFINITY, ratio: 0 };
    for (let k = 0; k < 100_000; k++) {
      const angle = (2 * Math.PI * k) / 100_000;
      const d = [Math.cos(angle) / Math.sqrt(metric[0]), Math.sin(angle) / Math.sqrt(metric[1])];
      const value = gradient[0] * d[0] + gradient[1] * d[1];
      if (value > best.value) best = { value, ratio: d[1] / d[0] };
    }
    return { left: best.ratio, right: gradient[1] / gradient[0] };
  },
});

export const steepestDescentInAMetric = calculation({
  label: 'T-1.3.6a/repaired',
  title: 'in the metric diag(a, b) it is G^(-1) g: no direction of the same length increases more (Cauchy-Schwarz)',
  symbols: { a: 'positive', b: 'positive', u: 'real', v: 'real', d1: 'real', d2: 'real' },
  claim: '(u*d1 + v*d2)^2 <= (u^2/a + v^2/b)*(a*d1^2 + b*d2^2)',
  difference: 'a*b*(v*d1/b - u*d2/a)^2',
  expected: 'proved',
});
