/**
 * Conformance of the onnx engine on WebGPU:
 *
 *     npm run test:webgpu [-- programs=150]
 *
 * on the adapter of this machine, else on SwiftShader, the software adapter that Debian's chromium brings; where that is not
 * there it is installed if the process may (apt-get, as root). Exit code 0: conforms; 1: does not; 77: skipped, with the
 * reason, which is no pass.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const exitCodes = { conforms: 0, noAdapter: 3, skipped: 77 } as const;
const swiftShader = '/usr/lib/chromium/vk_swiftshader_icd.json';

/** The environment in which the Vulkan loader finds one driver alone, and the loader itself beside it. */
function environmentOf(driver: string): NodeJS.ProcessEnv {
  return { ...process.env, VK_DRIVER_FILES: driver, VK_ICD_FILENAMES: driver, LD_LIBRARY_PATH: dirname(driver) };
}

function conformance(adapter: string, env: NodeJS.ProcessEnv): number {
  console.log(`WebGPU on ${adapter}:`);
  const file = fileURLToPath(new URL('./webgpu-run.ts', import.meta.url));
  // onnxruntime prints what it throws; stderr is for what ends the process.
  const { status, signal } = spawnSync(process.execPath, [...process.execArgv, file, ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  if (signal) console.log(`the process was ended by ${signal}`);
  return status ?? 1;
}

/** Undefined where SwiftShader is there now, else the reason why not. */
function provideSwiftShader(): string | undefined {
  if (existsSync(swiftShader)) return undefined;
  if (process.platform !== 'linux') return 'its software adapter is taken from Debian’s chromium, and this is no Linux';
  if (process.getuid?.() !== 0)
    return 'chromium is not installed, and only root may install it: apt-get install chromium';
  console.log('installing chromium for its software adapter ...');
  const { status, error } = spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error) return `chromium is not installed, and there is no apt-get to install it with (${error.message})`;
  return existsSync(swiftShader)
    ? undefined
    : `apt-get install chromium ended with ${status} and left no ${swiftShader}`;
}

function run(): number {
  const own = conformance('the adapter of this machine', process.env);
  if (own !== exitCodes.noAdapter) return own;
  const reason = provideSwiftShader();
  if (reason === undefined) {
    const outcome = conformance('SwiftShader, in software', environmentOf(swiftShader));
    if (outcome !== exitCodes.noAdapter) return outcome;
  }
  console.log(`SKIPPED, not passed: no WebGPU adapter; ${reason ?? 'SwiftShader does not start here'}.`);
  return exitCodes.skipped;
}

process.exitCode = run();
