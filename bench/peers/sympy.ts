import type { Invariant, MetricFile, PeerTime } from '../metric-file.ts';
import { peerSeconds } from './run-peer.ts';

/** The formulas over SymPy's expressions, each component brought to lowest terms by `cancel`. */
const program = `
import json, re, sys, time
from itertools import product
from sympy import Matrix, Rational, cancel, diff, symbols, sympify
data = json.loads(re.sub(r'\\blambda\\b', 'lamda', sys.stdin.read()))
names = data['coordinates'] + data['parameters']
scope = dict(zip(names, symbols(names)))
x = [scope[name] for name in data['coordinates']]
n = range(len(x))
g = Matrix([[sympify(e.replace('^', '**'), locals=scope) for e in row] for row in data['metric']])
start = time.time()
h = g.inv().applyfunc(cancel)
d = [[[cancel(diff(g[i, j], x[k])) for j in n] for i in n] for k in n]
G = [[[cancel(sum(h[k, l] * (d[i][j][l] + d[j][i][l] - d[l][i][j]) for l in n) / 2) for j in n] for i in n] for k in n]
def riemann(k, l, i, j):
    terms = sum(G[k][i][m] * G[m][j][l] - G[k][j][m] * G[m][i][l] for m in n)
    return cancel(diff(G[k][j][l], x[i]) - diff(G[k][i][l], x[j]) + terms)
if data['invariant'] == 'scalar':
    ricci = lambda l, j: cancel(sum(riemann(k, l, k, j) for k in n))
    result = cancel(sum(h[l, j] * ricci(l, j) for l in n for j in n if h[l, j] != 0))
else:
    R = {p: riemann(*p) for p in product(n, repeat=4) if p[2] < p[3]}
    for k, l, i, j in product(n, repeat=4):
        if i >= j: R[k, l, i, j] = 0 if i == j else -R[k, l, j, i]
    O = {(k, l, i, j): cancel(sum(h[l, m] * R[k, m, i, j] for m in n)) for k, l, i, j in product(n, repeat=4)}
    result = cancel(sum(O[a, b, c, e] * O[c, e, a, b] for a, b, c, e in product(n, repeat=4)))
print('seconds', time.time() - start)
print(result)
`;

/** Seconds that SymPy takes. */
export function sympySeconds(file: MetricFile, invariant: Invariant): PeerTime {
  const input = JSON.stringify({ ...file, invariant });
  // Where python3 on the path is another one than the system's, SymPy may belong to either.
  return peerSeconds(
    [
      ['python3', '-c', program],
      ['/usr/bin/python3', '-c', program],
    ],
    input,
  );
}
