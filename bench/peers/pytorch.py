"""Runs lines of bench/numeric.ts in PyTorch: reads a JSON request a line, writes a JSON answer a line.

A request {line, samples, dtype, repetitions} is answered by {milliseconds: [...], check: number}. Where PyTorch offers
several ways to the same result the fastest is found first, and used from then on; its name is in the answer.
"""
import json
import math
import sys
import time

import functorch
import torch
import torch.autograd.forward_ad as forward_ad
from torch.autograd import grad

WIDTHS = [int(width) for width in sys.argv[1].split(",")]
THREADS = int(sys.argv[2])
torch.set_num_threads(THREADS)
# As in numeric.ts: with one thread, the time of the processor.
clock = time.perf_counter if THREADS > 1 else time.process_time


def wave(count, dtype, scale=1.0):
    return scale * torch.cos(1 + 1.7 * torch.arange(count, dtype=torch.float64)).to(dtype)


def split(flat):
    parts, offset = [], 0
    for inputs, outputs in zip(WIDTHS[:-1], WIDTHS[1:]):
        parts.append(flat[offset : offset + inputs * outputs].reshape(outputs, inputs).clone())
        offset += inputs * outputs
        parts.append(flat[offset : offset + outputs].clone())
        offset += outputs
    return tuple(parts)


def join(parts):
    return torch.cat([part.reshape(-1) for part in parts])


class Subject:
    """The network of one size in one dtype: parameters, data, directions."""

    def __init__(self, samples, dtype):
        count = sum(outputs * (inputs + 1) for inputs, outputs in zip(WIDTHS[:-1], WIDTHS[1:]))
        self.samples = samples
        self.theta = tuple(part.requires_grad_() for part in split(wave(count, dtype, 0.05)))
        self.x = wave(samples * WIDTHS[0], dtype).reshape(samples, WIDTHS[0])
        self.y = wave(samples * WIDTHS[-1], dtype).reshape(samples, WIDTHS[-1])
        self.v = split(wave(count, dtype))
        self.u = torch.zeros_like(self.y).requires_grad_()
        self.u2 = torch.zeros_like(self.y).requires_grad_()
        self.square = wave(1024 * 1024, dtype).reshape(1024, 1024)
        psi = self.psi(self.theta)
        self.kept = psi, grad(psi, self.theta, self.u, create_graph=True)

    def outputs(self, theta):
        signal = self.x
        for layer in range(len(WIDTHS) - 1):
            if layer > 0:
                signal = torch.tanh(signal)
            signal = torch.nn.functional.linear(signal, theta[2 * layer], theta[2 * layer + 1])
        return signal

    def psi(self, theta):
        return 2 * torch.exp(0.5 * torch.log_softmax(self.outputs(theta), 1)) / math.sqrt(self.samples)

    def loss(self, theta):
        return -(self.y * torch.log_softmax(self.outputs(theta), 1)).sum() / self.samples

    # One list of ways for each line.

    def gemm(self):
        return [("plain", lambda: self.square @ self.square)]

    def forward(self):
        def run():
            with torch.no_grad():
                return self.psi(self.theta)

        return [("plain", run)]

    def gradient(self):
        return [("reverse", lambda: join(grad(self.loss(self.theta), self.theta)))]

    def dual(self):
        with forward_ad.dual_level():
            pairs = tuple(forward_ad.make_dual(part, v) for part, v in zip(self.theta, self.v))
            return forward_ad.unpack_dual(self.psi(pairs))

    def jvp(self):
        def dual():
            with torch.no_grad():
                return self.dual().tangent

        def twice():
            psi = self.psi(self.theta)
            (tangent,) = grad(grad(psi, self.theta, self.u, create_graph=True), self.u, self.v)
            return tangent

        return [
            ("dual numbers", dual),
            ("functorch", lambda: functorch.jvp(self.psi, (self.theta,), (self.v,))[1]),
            ("reverse twice", twice),
        ]

    def vjp(self):
        return [("reverse", lambda: join(grad(self.psi(self.theta), self.theta, self.y)))]

    def fvp(self):
        def dual():
            psi, tangent = self.dual()
            return join(grad(psi, self.theta, tangent.detach()))

        def twice():
            psi = self.psi(self.theta)
            (tangent,) = grad(grad(psi, self.theta, self.u, create_graph=True), self.u, self.v, retain_graph=True)
            return join(grad(psi, self.theta, tangent))

        return [("dual numbers, reverse", dual), ("reverse three times", twice)]

    def fvp_fixed(self):
        def kept():
            psi, pulled = self.kept
            (tangent,) = grad(pulled, self.u, self.v, retain_graph=True)
            return join(grad(psi, self.theta, tangent, retain_graph=True))

        return [("reverse on kept graphs", kept), *self.fvp()]

    def jet(self):
        def nested():
            first = lambda theta: functorch.jvp(self.psi, (theta,), (self.v,))[1]
            return functorch.jvp(first, (self.theta,), (self.v,))[1]

        def reverse():
            psi = self.psi(self.theta)
            (first,) = grad(grad(psi, self.theta, self.u, create_graph=True), self.u, self.v, create_graph=True)
            (second,) = grad(grad(first, self.theta, self.u2, create_graph=True), self.u2, self.v)
            return second

        return [("functorch, nested jvp", nested), ("reverse four times", reverse)]

    def ntk(self):
        """Per output: the sum over layers of (delta delta^T) * (a a^T + 1), delta the derivative by pre-activations."""

        def run():
            signal, kernel = self.x, 0
            inputs, shifted = [], []
            for layer in range(len(WIDTHS) - 1):
                inputs.append(signal.detach())
                shifted.append(torch.nn.functional.linear(signal, self.theta[2 * layer], self.theta[2 * layer + 1]))
                signal = torch.tanh(shifted[-1])
            units = torch.eye(WIDTHS[-1], dtype=self.x.dtype)
            for a, z in zip(inputs, shifted):
                gram = a @ a.T + 1
                deltas = torch.stack(
                    [grad(shifted[-1], z, unit.expand(self.samples, -1), retain_graph=True)[0] for unit in units]
                )
                kernel = kernel + torch.bmm(deltas, deltas.transpose(1, 2)) * gram
            return kernel.detach()

        return [("structured", run)]


def timed(run):
    start = clock()
    result = run()
    return 1000 * (clock() - start), result


print(torch.__version__, flush=True)
subjects, chosen = {}, {}
for text in sys.stdin:
    request = json.loads(text)
    key = request["samples"], request["dtype"]
    if key not in subjects:
        subjects.clear()
        subjects[key] = Subject(request["samples"], getattr(torch, request["dtype"]))
    subject = subjects[key]
    name = request["line"]
    if (name, *key) not in chosen:
        ways = getattr(subject, name)()
        best = min((min(timed(run)[0] for _ in range(5)), i) for i, (_, run) in enumerate(ways))[1]
        chosen[name, *key] = best
    way, run = getattr(subject, name)()[chosen[name, *key]]
    times = []
    for _ in range(request["repetitions"]):
        milliseconds, result = timed(run)
        times.append(milliseconds)
    flat = result.detach().to(torch.float64).reshape(-1)
    check = float(flat @ wave(flat.numel(), torch.float64)), float(flat.norm())
    print(json.dumps({"milliseconds": times, "way": way, "check": check}), flush=True)
