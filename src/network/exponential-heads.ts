import { parseRational, rationalToNumber } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { beta, type Family, gamma, negativeBinomial, normal, poisson, reparametrize } from '../families/index.ts';
import { drawGamma, drawPoisson } from './draws.ts';
import type { Head } from './head.ts';
import { lawHead, outputCoordinates } from './law-head.ts';

/**
 * Normal with natural parameters z1 and -exp(z2), of y and y^2: mean z1 exp(-z2) / 2, variance exp(-z2) / 2. Two outputs
 * a variable. The normal family is a hyperbolic plane, so it has no flat embedding.
 */
export function learnedVarianceHead(): Head {
  const law: Family = {
    ...normal(),
    name: 'normal-learned-variance',
    summary: 'normal distribution with natural parameters z1 and -exp(z2)',
    coordinates: outputCoordinates(2),
    logDensity: parseExpression('z1*x - exp(z2)*x^2 - z1^2*exp(-z2)/4 + z2/2 - log(pi)/2'),
  };
  return lawHead({
    law,
    description: 'normal with natural parameters z1 and -exp(z2): mean z1 exp(-z2)/2, variance exp(-z2)/2',
    draw: ([z1, z2], random) => (z1! * Math.exp(-z2!)) / 2 + Math.sqrt(Math.exp(-z2!) / 2) * random.normal(),
  });
}

/** Poisson with mean exp(z), one output a variable; psi(z) = 2 exp(z/2). */
export function poissonHead(): Head {
  return lawHead({
    law: reparametrize(poisson(), outputCoordinates(1), { lambda: 'exp(z1)' }),
    description: 'Poisson with mean exp(z)',
    draw: ([z], random) => drawPoisson(Math.exp(z!), random),
    embedding: (b, h) => b.multiply(b.exp(b.multiply(h, 0.5)), 2),
  });
}

/** Gamma with shape exp(z1) and rate exp(z2), two outputs a variable: natural parameters exp(z1) and -exp(z2). */
export function gammaHead(): Head {
  return lawHead({
    law: reparametrize(gamma(), outputCoordinates(2), { k: 'exp(z1)', theta: 'exp(-z2)' }),
    description: 'gamma with shape exp(z1) and rate exp(z2)',
    draw: ([z1, z2], random) => drawGamma(Math.exp(z1!), random) * Math.exp(-z2!),
  });
}

/** Beta with shapes exp(z1) and exp(z2), two outputs a variable. */
export function betaHead(): Head {
  return lawHead({
    law: reparametrize(beta(), outputCoordinates(2), { a: 'exp(z1)', b: 'exp(z2)' }),
    description: 'beta with shapes exp(z1) and exp(z2)',
    draw: ([z1, z2], random) => {
      const first = drawGamma(Math.exp(z1!), random);
      return first / (first + drawGamma(Math.exp(z2!), random));
    },
  });
}

/**
 * Negative binomial: failures before the r-th success, r > 0 fixed, with mean r exp(z), so that a success has probability
 * 1 / (1 + exp z). One output a variable.
 *
 * @throws InputError if r is not positive.
 */
export function negativeBinomialHead(successes: number): Head {
  const r = parseRational(String(successes));
  return lawHead({
    law: reparametrize(negativeBinomial(r), outputCoordinates(1), { theta: '1/(1 + exp(z1))' }),
    description: `negative binomial with r = ${successes} and mean r exp(z)`,
    // Poisson with a gamma distributed mean.
    draw: ([z], random) => drawPoisson(drawGamma(rationalToNumber(r), random) * Math.exp(z!), random),
  });
}
