import { html, type Markup } from './markup.ts';
import type { StatementResult } from './report-data.ts';

/** Every claim of the source documents with its verdict, the assumptions a theorem rests on, and the witness of a refutation. */
export function statementSection(statements: readonly StatementResult[]): Markup {
  const documents = [...new Set(statements.map((statement) => statement.document))];
  return html`<section id="statements">
<h2>Statements</h2>
<p>A claim is <em>proved</em> only by the derivation kernel, which also lists the assumptions that the theorem rests on;
it is <em>refuted</em> only with a witness that can be recomputed; <em>supported</em> means that numbers agree, and is no
proof.</p>
${documents.map((document) => documentTable(document, statements))}
</section>`;
}

function documentTable(document: string, statements: readonly StatementResult[]): Markup {
  const own = statements.filter((statement) => statement.document === document);
  return html`<h3>${document}</h3>
<div class="wide"><table class="stacked">
<thead><tr><th>Statement</th><th>Verdict</th><th>Rests on, or witness</th></tr></thead>
<tbody>${own.map(statementRow)}</tbody>
</table></div>
`;
}

function statementRow(statement: StatementResult): Markup {
  const unexpected =
    statement.verdict === statement.expected
      ? html``
      : html`<div class="reason">unexpected: its file declares ${statement.expected}</div>`;
  const witness =
    statement.witness === undefined
      ? html``
      : html`<div><span class="quiet">witness:</span> ${statement.witness}</div>`;
  const assumptions =
    statement.assumptions.length === 0
      ? html``
      : html`<ul>${statement.assumptions.map((one) => html`<li>${one}</li>`)}</ul>`;
  const nothing =
    statement.assumptions.length === 0 && statement.witness === undefined && statement.verdict === 'proved';
  const reason = statement.reason === undefined ? html`` : html`<div>${statement.reason}</div>`;
  return html`<tr>
<td data-label="Statement"><strong>${statement.label}</strong> ${statement.title}<div class="claim">${statement.claim}</div></td>
<td data-label="Verdict"><span class="badge ${statement.verdict}">${statement.verdict}</span>${unexpected}</td>
<td data-label="Rests on, or witness">${witness}${reason}${assumptions}${nothing ? 'no assumption' : ''}</td>
</tr>
`;
}
