/** The style of the page: readable from a phone to a wide screen and on paper, light or dark as the reader has it. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #ffffff; --ink: #1f2329; --quiet: #5b636f; --line: #dde0e6;
  --good: #17693f; --good-ground: #def3e7; --bad: #9c2318; --bad-ground: #fbe3e0; --mild: #7a5200; --mild-ground: #fbefd2; }
@media (prefers-color-scheme: dark) { :root { --ground: #131519; --card: #1b1e24; --ink: #e4e7ec; --quiet: #9da5b2;
  --line: #343943; --good: #7fdcaa; --good-ground: #15392a; --bad: #ff9d91; --bad-ground: #45201c; --mild: #f1c66d;
  --mild-ground: #3d3113; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.4rem; margin: 2.75rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .35rem; }
p { margin: .4rem 0 .8rem; max-width: 46rem; }
footer { padding-bottom: 3rem; }
.quiet, figcaption { color: var(--quiet); font-size: .92rem; }
.reason { color: var(--bad); font-size: .92rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .9rem; margin: 1.4rem 0 0; padding: 0; }
.facts > div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; }
.facts dt { color: var(--quiet); font-size: .88rem; }
.facts dd { margin: 0; font-size: 1.1rem; font-weight: 600; }
.facts dd small { display: block; font-size: .85rem; font-weight: 400; color: var(--quiet); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(27rem, 100%), 1fr)); gap: 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.1rem; min-width: 0;
  display: flex; flex-direction: column; }
.card h3 { margin-top: 0; }
.check { font-size: .92rem; color: var(--quiet); margin: auto 0 0; padding-top: .4rem; }
.check summary { cursor: pointer; }
.check table { margin-top: .5rem; font-size: .88rem; }
.formula { overflow-x: auto; overflow-y: hidden; padding: .15rem 0; }
.katex-display { margin: .45rem 0; }
.wide { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: .5rem 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .55rem .8rem; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; }
th { color: var(--quiet); font-weight: 600; font-size: .86rem; }
td ul { margin: 0; padding-left: 1.1rem; }
.figure { font-variant-numeric: tabular-nums; white-space: nowrap; }
.claim { font: .88rem/1.45 ui-monospace, monospace; overflow-wrap: anywhere; color: var(--quiet); margin-top: .15rem; }
.badge { display: inline-block; border-radius: 999px; padding: .05rem .6rem; font-size: .85rem; font-weight: 600;
  background: var(--line); white-space: nowrap; }
.badge.proved, .badge.good { color: var(--good); background: var(--good-ground); }
.badge.refuted, .badge.bad { color: var(--bad); background: var(--bad-ground); }
.badge.supported { color: var(--mild); background: var(--mild-ground); }
figure { margin: 1rem 0; }
figure img { display: block; width: 100%; max-width: 54rem; height: auto; border: 1px solid var(--line); border-radius: 10px; }
figcaption { margin-top: .4rem; }
code { font: .92em ui-monospace, monospace; overflow-wrap: anywhere; }
@media (max-width: 600px) {
  header { padding-top: 1.5rem; }
  .stacked thead { display: none; }
  .stacked tr { display: block; padding: .5rem .8rem; border-bottom: 1px solid var(--line); }
  .stacked tbody tr:last-child { border-bottom: 0; }
  .stacked td { display: block; border: 0; padding: .15rem 0; }
  .stacked td.figure { white-space: normal; }
  .stacked td:not(:first-child)::before { content: attr(data-label) ": "; color: var(--quiet); font-size: .86rem; }
}
@media print { body { background: #fff; } .card, .wide { break-inside: avoid; } }
`;
