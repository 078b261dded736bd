import { html, type Markup } from './markup.ts';
import { countText, estimateText, numberText } from './number-text.ts';
import type { NetworkGeometry, NetworkResult } from './report-data.ts';

/** Training of the network as a plot, and the geometry of its Fisher metric before and after. */
export function networkSection(network: NetworkResult, plot: Markup): Markup {
  const last = network.history.at(-1);
  const outcome =
    last === undefined
      ? html``
      : html` It ends at a loss of ${numberText(last.loss)} nats and classifies
${numberText(100 * last.accuracy, 3)} % of ${countText(network.testImages)} test images correctly.`;
  return html`<section id="network">
<h2>Network</h2>
<p>${network.architecture}: ${countText(network.parameters)} parameters, trained on ${countText(network.trainingImages)}
MNIST images with ${network.optimiser}.${outcome}</p>
<figure>${plot}<figcaption>Training loss, traces of the true and of the empirical Fisher matrix, and accuracy on the test
images over training. The traces are means over the training images.</figcaption></figure>
<h3>Geometry before and after training</h3>
<div class="wide"><table class="stacked">
<thead><tr><th>When</th><th>tr F, true</th><th>tr F, empirical</th><th>Damping ε</th>
<th>Scalar curvature of F + ε</th><th>Pairs</th><th>Images</th></tr></thead>
<tbody>${network.geometry.map(geometryRow)}</tbody>
</table></div>
<p>${dampingRemark}</p>
</section>`;
}

/** What has to be said wherever a damped curvature is shown. */
export const dampingRemark =
  'With fewer independent scores than parameters the Fisher matrix F is singular, so the curvature is that of the damped ' +
  'metric F + ε, ε times the identity in the given parameters. Unlike the curvature of F it depends on the ' +
  'parametrisation, and on ε: compare it only between equal parametrisations and equal dampings. The figure after ± is a ' +
  'standard error, a delete-one jackknife over the random draws of which each pair takes two.';

function geometryRow(geometry: NetworkGeometry): Markup {
  const { value, standardError, pairs } = geometry.scalar;
  return html`<tr>
<td data-label="When"><strong>${geometry.when}</strong></td>
<td data-label="tr F, true" class="figure">${numberText(geometry.trueFisherTrace)}</td>
<td data-label="tr F, empirical" class="figure">${numberText(geometry.empiricalFisherTrace)}</td>
<td data-label="Damping ε" class="figure">${numberText(geometry.damping, 2)}</td>
<td data-label="Scalar curvature of F + ε" class="figure">${estimateText(value, standardError)}</td>
<td data-label="Pairs" class="figure">${countText(pairs)}</td>
<td data-label="Images" class="figure">${countText(geometry.samples)}</td>
</tr>
`;
}
