import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { studentT } from '../../src/families/index.ts';
import { expectMoments, lineIntegral, shape } from './density-checks.ts';

const parameters = fc.record({ mu: fc.integer({ min: -16, max: 16 }).map((n) => n / 8), sigma: shape });

describe('the Student t family', () => {
  it('has mass one, mean mu, variance nu sigma^2/(nu - 2) and E[1/(1 + z^2/nu)] = nu/(nu + 1), z = (x - mu)/sigma', () => {
    const nu = 5;
    expectMoments(parameters, lineIntegral, studentT(rational(nu)), ({ mu, sigma }) => [
      [(x) => x, mu],
      [(x) => (x - mu) ** 2, (nu * sigma ** 2) / (nu - 2)],
      [(x) => 1 / (1 + ((x - mu) / sigma) ** 2 / nu), nu / (nu + 1)],
    ]);
  });

  it('keeps nu symbolic unless given, and refuses a value that is not positive', () => {
    expect(studentT().constants).toEqual([{ name: 'nu', domain: 'positive' }]);
    expect(() => studentT(rational(0))).toThrow(InputError);
    expect(() => studentT(rational(-1))).toThrow('nu must be positive, got -1');
  });
});
