import type { Invariant, MetricFile, PeerTime } from '../metric-file.ts';
import { peerSeconds } from './run-peer.ts';

/** Seconds that Maxima's ctensor takes, rationally simplifying as it goes. */
export function maximaSeconds({ coordinates, metric }: MetricFile, invariant: Invariant): PeerTime {
  const rows = metric.map((row) => `[${row.map(inMaxima).join(',')}]`).join(',');
  const steps =
    invariant === 'scalar'
      ? 'ricci(false)$ result: ratsimp(scurvature())$'
      : 'lriemann(false)$ uriemann(false)$ result: ratsimp(rinvariant())$';
  const program = `
    load(ctensor)$ ratfac: true$ ratchristof: true$ ratriemann: true$
    ct_coords: [${coordinates.join(',')}]$ dim: ${coordinates.length}$ lg: matrix(${rows})$
    start: elapsed_real_time()$ cmetric(false)$ christof(false)$ ${steps}
    finish: elapsed_real_time()$
    printf(true, "seconds ~f~%", finish - start)$ print(result)$
  `;
  return peerSeconds([['maxima', '--very-quiet']], program);
}

/** polygamma(1, x) is psi[1](x) in Maxima. */
function inMaxima(text: string): string {
  return text.replaceAll(/polygamma\((\d+), /g, 'psi[$1](');
}
