import { checkPassed, familySection, worstShare } from './family-section.ts';
import { formulaStyle } from './formula-markup.ts';
import { html, type Markup } from './markup.ts';
import { networkSection } from './network-section.ts';
import { countText, estimateText, numberText } from './number-text.ts';
import { pageStyle } from './page-style.ts';
import type { Environment, Report, Timings } from './report-data.ts';
import { statementSection } from './statement-section.ts';
import { type PlotSetting, trainingPlot } from './training-plot.ts';

/** The whole report as one HTML document that needs nothing else: style, fonts and plots are inside it. */
export function reportPage(report: Report, timings: Timings): string {
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>fisher-rao: from a density to curvature</title>
<style>${{ markup: formulaStyle() }}${{ markup: pageStyle }}</style>
</head>
<body>
<header>
<h1>From a density to curvature</h1>
<p>Information geometry of four families in closed form, statements about Fisher information as checked theorems, and the
geometry of a neural network while it learns, from the same definitions.</p>
${leadingFacts(report)}
</header>
<main>
${familySection(report.families)}
${statementSection(report.statements)}
${networkSection(report.network, plotPicture(report))}
${environmentSection(report.environment, timings)}
</main>
<footer></footer>
</body>
</html>
`;
  return markup;
}

function leadingFacts({ families, statements, network }: Report): Markup {
  const agreeing = families.filter((family) => checkPassed(family.check)).length;
  const worst = Math.max(0, ...families.map((family) => worstShare(family.check)));
  const count = (verdict: string) => statements.filter((statement) => statement.verdict === verdict).length;
  const others = (['supported', 'undecided'] as const).filter((verdict) => count(verdict) > 0);
  const unexpected = statements.filter((statement) => statement.verdict !== statement.expected).length;
  const accuracy = network.history.at(-1)?.accuracy ?? Number.NaN;
  const curvatures = network.geometry.map(
    ({ when, scalar }) =>
      html`<small class="figure">${when}: ${estimateText(scalar.value, scalar.standardError)}</small>`,
  );
  return html`<dl class="facts">
<div><dt>Families, exact against numeric</dt><dd>${agreeing} of ${families.length} agree
<small>largest difference: ${numberText(100 * worst, 2)} % of its tolerance</small></dd></div>
<div><dt>Statements</dt><dd>${count('proved')} proved, ${count('refuted')} refuted
<small>${others.map((verdict) => html`${count(verdict)} ${verdict}, `)}${unexpected === 0 ? 'all' : unexpected} ${unexpected === 0 ? 'as expected' : 'unexpected'}</small></dd></div>
<div><dt>Network on MNIST</dt><dd>${numberText(100 * accuracy, 3)} % accuracy
<small>${countText(network.parameters)} parameters</small></dd></div>
<div><dt>Damped scalar curvature</dt><dd>${curvatures}</dd></div>
</dl>`;
}

/** The plot in the form that suits the reader's screen and ground. */
function plotPicture({ network }: Report): Markup {
  const address = (setting: PlotSetting): string =>
    `data:image/svg+xml;base64,${Buffer.from(trainingPlot(network.history, setting)).toString('base64')}`;
  const dark = '(prefers-color-scheme: dark)';
  const narrow = '(max-width: 600px)';
  return html`<picture>
<source media="${dark} and ${narrow}" srcset="${address({ width: 'narrow', ground: 'dark' })}">
<source media="${narrow}" srcset="${address({ width: 'narrow', ground: 'light' })}">
<source media="${dark}" srcset="${address({ width: 'wide', ground: 'dark' })}">
<img src="${address({ width: 'wide', ground: 'light' })}" alt="Training loss, both Fisher traces and test accuracy over the training steps">
</picture>`;
}

function environmentSection(environment: Environment, timings: Timings): Markup {
  const facts: readonly (readonly [string, string | number])[] = [
    ['fisher-rao', environment.version],
    ['Node', environment.node],
    ['Platform', environment.platform],
    ['Processors', environment.processors],
    ['Engine', environment.engine],
    ['Seed', environment.seed],
    ['Started', timings.started],
  ];
  const total = timings.stages.reduce((sum, stage) => sum + stage.seconds, 0);
  const seconds = (value: number) => html`<td class="figure">${value.toFixed(1)} s</td>`;
  return html`<section id="environment">
<h2>How this was made</h2>
<p>The same command with the same seed gives the same numbers; only the times differ.</p>
<p><code>${environment.command}</code></p>
<div class="cards">
<div class="wide"><table><tbody>
${facts.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
</tbody></table></div>
<div class="wide"><table><tbody>
${timings.stages.map((stage) => html`<tr><th scope="row">${stage.name}</th>${seconds(stage.seconds)}</tr>`)}
<tr><th scope="row">total</th>${seconds(total)}</tr>
</tbody></table></div>
</div>
</section>`;
}
