"""Geometry of dense tanh/softmax networks in PyTorch: reads a JSON request a line, writes a JSON answer a line.

A request {line, widths, samples, dtype, repetitions} is answered by {milliseconds: [...], way, check: [projection, norm]}.
Where PyTorch offers several ways to the same result the fastest is found first. The damping of the curvature is 0.1.
"""
import json
import math
import sys
import time

import functorch
import torch
from torch.autograd import grad

THREADS = int(sys.argv[1])
DAMPING = 0.1
torch.set_num_threads(THREADS)
clock = time.perf_counter if THREADS > 1 else time.process_time


def wave(count, dtype, scale=1.0):
    return scale * torch.cos(1 + 1.7 * torch.arange(count, dtype=torch.float64)).to(dtype)


class Subject:
    """A network with parameters and data; psi = 2 sqrt(p / N), whose J^T J is the Fisher matrix."""

    def __init__(self, widths, samples, dtype):
        self.layers = list(zip(widths[:-1], widths[1:]))
        self.count = sum(outputs * (inputs + 1) for inputs, outputs in self.layers)
        self.samples, self.classes = samples, widths[-1]
        self.flat = wave(self.count, dtype, 0.05 if self.count > 200 else 0.7)
        self.theta = tuple(part.clone().requires_grad_() for part in self.views(self.flat))
        self.x = wave(samples * widths[0], dtype).reshape(samples, widths[0])
        self.v = tuple(self.views(wave(self.count, dtype)))

    def views(self, flat):
        parts, offset = [], 0
        for inputs, outputs in self.layers:
            parts.append(flat[offset : offset + inputs * outputs].reshape(outputs, inputs))
            offset += inputs * outputs
            parts.append(flat[offset : offset + outputs])
            offset += outputs
        return parts

    def logits(self, theta, signal):
        for layer in range(len(self.layers)):
            if layer > 0:
                signal = torch.tanh(signal)
            signal = torch.nn.functional.linear(signal, theta[2 * layer], theta[2 * layer + 1])
        return signal

    def embedded(self, theta, signal):
        return 2 * torch.exp(0.5 * torch.log_softmax(self.logits(theta, signal), -1)) / math.sqrt(self.samples)

    # One list of ways for each line.

    def product(self):
        psi = self.embedded(self.theta, self.x)
        u = torch.zeros_like(psi).requires_grad_()
        pulled = grad(psi, self.theta, u, create_graph=True)

        def kept():
            (tangent,) = grad(pulled, u, self.v, retain_graph=True)
            return torch.cat([part.reshape(-1) for part in grad(psi, self.theta, tangent, retain_graph=True)])

        return [("reverse on kept graphs", kept)]

    def deltas(self, softmax):
        """Inputs a of each layer and the derivatives of every output by pre-activations, [C, N, w]."""
        signal, inputs, shifted = self.x, [], []
        for layer in range(len(self.layers)):
            inputs.append(signal.detach())
            shifted.append(torch.nn.functional.linear(signal, self.theta[2 * layer], self.theta[2 * layer + 1]))
            signal = torch.tanh(shifted[-1])
        out = shifted[-1]
        if softmax:
            out = 2 * torch.exp(0.5 * torch.log_softmax(out, -1)) / math.sqrt(self.samples)
        units = torch.eye(self.classes, dtype=self.x.dtype)
        each = [grad(out, shifted, unit.expand(self.samples, -1), retain_graph=True) for unit in units]
        return inputs, [torch.stack([one[layer] for one in each]) for layer in range(len(shifted))]

    def fisher(self):
        def structured():
            inputs, deltas = self.deltas(True)
            rows = []
            for a, d in zip(inputs, deltas):
                rows.append(torch.einsum("cni,nj->cnij", d, a).reshape(self.classes * self.samples, -1))
                rows.append(d.reshape(self.classes * self.samples, -1))
            jacobian = torch.cat(rows, 1)
            return jacobian.T @ jacobian

        def vectorised():
            one = lambda theta, x: self.embedded(self.views(theta), x)
            jacobian = functorch.vmap(functorch.jacrev(one), (None, 0))(self.flat, self.x)
            jacobian = jacobian.reshape(-1, self.count)
            return jacobian.T @ jacobian

        return [("deltas times inputs", structured), ("functorch, jacrev of each sample", vectorised)]

    def ntk(self):
        def structured():
            inputs, deltas = self.deltas(False)
            kernel, size = 0, self.classes * self.samples
            for a, d in zip(inputs, deltas):
                flat = d.transpose(0, 1).reshape(size, -1)
                gram = (a @ a.T + 1).repeat_interleave(self.classes, 0).repeat_interleave(self.classes, 1)
                kernel = kernel + (flat @ flat.T) * gram
            return kernel

        return [("deltas times inputs", structured)]

    def curvature(self):
        """The scalar curvature of J^T J + damping from its first and second derivatives by nested differentiation."""
        eye = DAMPING * torch.eye(self.count, dtype=self.x.dtype)

        def metric_by(jacobian_of):
            def metric(flat):
                jacobian = jacobian_of(lambda theta: self.embedded(self.views(theta), self.x).reshape(-1))(flat)
                return jacobian.T @ jacobian + eye

            return metric

        def scalar(metric):
            with torch.no_grad():
                g = metric(self.flat)
                first = functorch.jacfwd(metric)(self.flat)  # [i, j, k] = d_k g_ij
                second = functorch.jacfwd(functorch.jacfwd(metric))(self.flat)  # [i, j, k, l] = d_l d_k g_ij
                inverse = torch.linalg.inv(g)
                # Gamma_kij = (d_i g_jk + d_j g_ik - d_k g_ij) / 2, lowered; R = g^il g^jk R_ijkl with spheres positive.
                lowered = (first.permute(1, 2, 0) + first.permute(1, 0, 2) - first.permute(2, 0, 1)) / 2
                raised = torch.einsum("mk,kij->mij", inverse, lowered)
                # R = g^ac g^bd (d_b d_c g_ad - d_a d_c g_bd + g_mn (Gamma^m_bc Gamma^n_ad - Gamma^m_bd Gamma^n_ac)).
                linear = (torch.einsum("adbc,ac->bd", second, inverse) - torch.einsum("bdac,ac->bd", second, inverse)) * inverse
                along = torch.einsum("ac,mad->mcd", inverse, raised)
                back = torch.einsum("mn,nbc->mbc", g, torch.einsum("bd,nbc->ndc", inverse, raised))
                traced = torch.einsum("bd,mbd->m", inverse, raised)
                mixed = (along * back.transpose(1, 2)).sum()
                return (linear.sum() + mixed - traced @ g @ traced).reshape(1)

        return [
            ("jacfwd of jacfwd of J^T J, J by jacfwd", lambda: scalar(metric_by(functorch.jacfwd))),
            ("jacfwd of jacfwd of J^T J, J by jacrev", lambda: scalar(metric_by(functorch.jacrev))),
        ]


def trial(run):
    try:
        return timed(run)
    except NotImplementedError:  # forward differentiation of some operators
        return (math.inf, None)


def timed(run):
    start = clock()
    result = run()
    return 1000 * (clock() - start), result


print(torch.__version__, flush=True)
for text in sys.stdin:
    request = json.loads(text)
    subject = Subject(request["widths"], request["samples"], getattr(torch, request["dtype"]))
    ways = getattr(subject, request["line"])()
    repetitions = request["repetitions"]
    trials = [trial(run) for _, run in ways] if len(ways) > 1 else [(0, None)]
    best = min(range(len(trials)), key=lambda i: trials[i][0])
    way, run = ways[best]
    # A long run that has been tried is not done again.
    runs = [timed(run) for _ in range(repetitions)] if repetitions > 1 or len(ways) == 1 else [trials[best]]
    flat = runs[-1][1].detach().to(torch.float64).reshape(-1)
    check = float(flat @ wave(flat.numel(), torch.float64)), float(flat.norm())
    print(json.dumps({"milliseconds": [time for time, _ in runs], "way": way, "check": check}), flush=True)
