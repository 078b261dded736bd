import { engineCandidates } from './engine-candidates.ts';
import { probeEngine } from './engine-probe.ts';

// A native library that aborts takes its process along, so this is a process of its own: it reports each candidate named on
// its command line as soon as it knows, and its parent goes on with the rest where it ends early.
for (const name of process.argv.slice(2)) {
  const candidate = engineCandidates.find((one) => one.name === name)!;
  const report = await probeEngine(candidate);
  await new Promise((sent) => process.send!(report, sent));
}
process.disconnect();
