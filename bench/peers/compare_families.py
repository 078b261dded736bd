"""Metric and scalar curvature of one family, computed by SymPy and mpmath from its density and metric as text.

Reads JSON on stdin: name, coordinates, point, variables, space, logDensity, normalised, metric, scalar (text or null).
Writes JSON: the metric E[s_i s_j] by quadrature or summation at the point (null where there is no rule for the space),
the scalar curvature of the given metric there, and whether the closed form of the scalar curvature is the same
(true, false, or null where that was not decided in time).
"""
import json
import re
import signal
import sys

import mpmath as mp
import sympy as sp

mp.mp.dps = 25
# log Gamma(x + 1) may be written log(x) + log Gamma(x): counts are taken just beside whole numbers.
nearly = mp.mpf(10) ** -20
data = json.load(sys.stdin)
names = data["coordinates"] + data["variables"]
symbols = {name: sp.Symbol("v_" + name, real=True) for name in names}
functions = {"lgamma": sp.loggamma, "digamma": sp.digamma, "polygamma": sp.polygamma, "besseli": lambda n, x: sp.besseli(n, x)}


def read(text):
    text = re.sub(r"\b([A-Za-z_]\w*)\b(?!\()", lambda m: "v_" + m[1] if m[1] in symbols else m[1], text)
    scope = {**functions, **{"v_" + name: symbol for name, symbol in symbols.items()}}
    return sp.sympify(text.replace("^", "**"), locals=scope, rational=True)


coordinates = [symbols[name] for name in data["coordinates"]]
point = {symbols[name]: sp.Rational(value) for name, value in data["point"].items()}
n = range(len(coordinates))


def at_point(expression):
    return mp.mpf(sp.N(expression.subs(point), 25))


def metric_by_expectation():
    space = data["space"]
    density = read(data["logDensity"])
    variables = [symbols[name] for name in data["variables"]]
    scores = [sp.diff(density, x).subs(point) for x in coordinates]
    log_density = sp.lambdify(variables, density.subs(point), "mpmath")
    pairs = [(i, j) for i in n for j in n if j <= i]
    products = {p: sp.lambdify(variables, scores[p[0]] * scores[p[1]], "mpmath") for p in pairs}
    means = [sp.lambdify(variables, s, "mpmath") for s in scores]

    def mean(f):
        def integrand(*x):
            log = log_density(*x)
            return mp.exp(log) * f(*x) if log > -2000 else mp.mpf(0)

        return expectation(space, integrand, log_density)

    if mean_is_missing(space):
        return None
    mass = mean(lambda *x: mp.mpf(1))
    average = [mean(f) / mass for f in means] if not data["normalised"] else [mp.mpf(0) for _ in n]
    values = {p: mean(products[p]) / mass - average[p[0]] * average[p[1]] for p in pairs}
    return [[values[max(i, j), min(i, j)] for j in n] for i in n]


def mean_is_missing(space):
    if space["kind"] == "simplex":
        return len(space["variables"]) != 2
    return space["kind"] not in ("finite", "line", "half-line", "interval", "cut-line", "counts")


def bound(text, otherwise):
    return otherwise if text is None else at_point(read(text))


def expectation(space, f, log_density):
    kind = space["kind"]
    if kind == "finite":
        states = [[mp.mpf(sp.Rational(v).p) / sp.Rational(v).q for v in state] for state in space["states"]]
        return mp.fsum(int(w) * f(*state) for state, w in zip(states, space["weights"]))
    if kind == "counts":
        total, x, largest = mp.mpf(0), space["first"], -mp.inf
        while True:
            largest = max(largest, log_density(x + nearly))
            total += f(x + nearly)
            x += 1
            if log_density(x + nearly) < largest - 60:
                return total
    if kind == "line":
        return mp.quad(f, [-mp.inf, -20, -5, 0, 5, 20, mp.inf])
    if kind == "half-line":
        return mp.quad(f, [0, mp.mpf(1) / 10, 1, 5, 20, 80, mp.inf])
    if kind == "interval":
        low, high = bound(space["low"], -mp.inf), bound(space["high"], mp.inf)
        return mp.quad(f, [low, low + 1, low + 10, high] if high == mp.inf else [low, (low + high) / 2, high])
    if kind == "cut-line":
        cut = at_point(read(space["cut"]))
        left = mp.quad(lambda x: f(x, mp.mpf(-1)), [-mp.inf, cut - 20, cut - 2, cut])
        return left + mp.quad(lambda x: f(x, mp.mpf(1)), [cut, cut + 2, cut + 20, mp.inf])
    return mp.quad(lambda x: f(x, 1 - x), [0, mp.mpf(1) / 2, 1])


# Kernels without closed form leave nothing to differentiate.
g = None if data["metric"] is None else sp.Matrix([[read(text) for text in row] for row in data["metric"]])


def scalar_at_point():
    first = [[[sp.diff(g[i, j], x) for x in coordinates] for j in n] for i in n]
    second = [[[[at_point(sp.diff(first[i][j][k], x)) for x in coordinates] for k in n] for j in n] for i in n]
    d = [[[at_point(first[i][j][k]) for k in n] for j in n] for i in n]
    metric = mp.matrix([[at_point(g[i, j]) for j in n] for i in n])
    h = metric**-1
    lowered = [[[(d[l][j][i] + d[l][i][j] - d[i][j][l]) / 2 for j in n] for i in n] for l in n]  # Gamma_l,ij
    raised = [[[mp.fsum(h[k, l] * lowered[l][i][j] for l in n) for j in n] for i in n] for k in n]

    def riemann(k, l, i, j):
        linear = (second[k][j][l][i] + second[l][i][k][j] - second[k][i][l][j] - second[l][j][k][i]) / 2
        return linear + mp.fsum(raised[m][l][i] * lowered[m][k][j] - raised[m][l][j] * lowered[m][k][i] for m in n)

    return mp.fsum(h[k, i] * h[l, j] * riemann(k, l, i, j) for k in n for l in n for i in n for j in n)


def scalar_symbolic():
    inverse = g.inv().applyfunc(sp.cancel)
    x = coordinates
    gamma = [
        [
            [sp.cancel(sum(inverse[k, l] * (sp.diff(g[j, l], x[i]) + sp.diff(g[i, l], x[j]) - sp.diff(g[i, j], x[l])) for l in n) / 2) for j in n]
            for i in n
        ]
        for k in n
    ]

    def ricci(l, j):
        return sum(
            sp.diff(gamma[k][j][l], x[k])
            - sp.diff(gamma[k][k][l], x[j])
            + sum(gamma[k][k][m] * gamma[m][j][l] - gamma[k][j][m] * gamma[m][k][l] for m in n)
            for k in n
        )

    return sum(inverse[l, j] * ricci(l, j) for l in n for j in n)


def same_closed_form():
    if data["scalar"] is None:
        return None
    signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(TimeoutError()))
    signal.alarm(10)
    try:
        difference = sp.simplify(scalar_symbolic() - read(data["scalar"]))
        return True if difference == 0 else None
    except (TimeoutError, Exception):
        return None
    finally:
        signal.alarm(0)


def number(value):
    return float(value)


metric = metric_by_expectation()
print(
    json.dumps(
        {
            "metric": None if metric is None else [[number(v) for v in row] for row in metric],
            "scalar": None if g is None else number(scalar_at_point()),
            "same": same_closed_form(),
        }
    )
)
