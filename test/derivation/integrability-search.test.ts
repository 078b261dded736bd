import { describe, expect, it } from 'vitest';
import { rationalFunctions as field } from '../../src/algebra/index.ts';
import { Atoms } from '../../src/derivation/atoms.ts';
import { assume, declare, next as natural, type Term, term } from '../../src/derivation/index.ts';
import { IntegrabilitySearch } from '../../src/derivation/integrability-search.ts';
import { factOf, knownIntegrals } from '../../src/derivation/known-integrals.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';
import { a, a2, d, fs, jointDensity, measures, observation, sample, u, v } from './measured.ts';
import { n, α } from './setting.ts';

const { add, multiply, square: squareOf } = term;
const z = observation(α);
const regularity = regularityUnder([]);

/** A fact about a term over a, as it stands. */
function fact(of: Term) {
  const [source] = knownIntegrals([assume.integrable(of, a)]);
  const atoms = new Atoms();
  const parts = of.kind === 'add' ? source.of : source.of;
  const value =
    parts.kind === 'add'
      ? field.sum(parts.terms.map((part) => atoms.value(part)))
      : parts.kind === 'multiply'
        ? parts.factors.map((part) => atoms.value(part)).reduce(field.multiply)
        : atoms.value(parts);
  return factOf(source, 0, value, atoms, []);
}

const search = (...known: Term[]): IntegrabilitySearch => new IntegrabilitySearch(regularity, known.map(fact));

describe('the search for integrability', () => {
  it('names the assumptions that it used', () => {
    expect(search(u(a), v(a)).integrable([a], u(a), 0, [])).toEqual([assume.integrable(u(a), a)]);
    expect(search(u(a), v(a)).integrable([a], add(u(a), v(a)), 0, [])?.length).toBe(2);
    expect(search(v(a)).integrable([a], u(a), 0, [])).toBeNull();
  });

  it('subtracts what is known of several terms together as long as fewer are left', () => {
    const together = add(multiply(d(a), u(a)), multiply(d(a), v(a)));
    expect(search(add(u(a), v(a))).integrable([a], add(u(a), v(a)), 0, [])).not.toBeNull();
    expect(search(add(u(a), v(a))).integrable([a], together, 0, [])).toBeNull();
    expect(search(add(u(a), v(a)), u(a)).integrable([a], v(a), 0, [])).not.toBeNull();
  });

  it('never puts a variable of integration for one that is held fixed in the assumption', () => {
    const fixed = multiply(u(a), u(a2));
    expect(search(fixed).integrable([a], multiply(u(a), v(a2)), 0, [])).toBeNull();
    expect(search(fixed).integrable([a], multiply(u(a), u(a)), 0, [])).toBeNull();
  });

  it('gives up where inductions inside inductions double the powers of a recursion, and finds the recursion itself', () => {
    const w = sample(n);
    const recursion = (next: (before: Term, value: Term) => Term) =>
      declare.recursion('S', measures, term.fraction(0, 1), (before, number, _v, last) =>
        next(before, fs(natural(number), last)),
      );
    const known = regularityUnder([assume.normalised(fs), assume.integrable(squareOf(fs(α, z)), z)]);
    const joint = jointDensity(n, w);
    const sum = recursion((before, value) => add(before, value))(n, w);
    expect(known.integrable([w], multiply(joint, sum), 0)).not.toBeNull();
    const squares = recursion((before, value) => squareOf(add(before, value)))(n, w);
    expect(known.integrable([w], multiply(joint, squares, squares), 0)).toBeNull();
  });
});
