import { UnsupportedError } from '../../errors.ts';
import { type Device, devices } from './device.ts';

const everyPrimitive = 'The reference engine has every primitive in float64.';

/**
 * What onnxruntime says when it cannot open a session, as UnsupportedError: a kernel that it lacks (the label of the node
 * names the primitive), a provider that has not all of them, or a device that does not start. Anything else is a bug and
 * stays as it is.
 */
export function explainRefusal(program: string, device: Device, error: unknown): unknown {
  const reason = reasonOf(error);
  if (/NOT_IMPLEMENTED|Could not find an implementation/.test(reason)) {
    return new UnsupportedError(
      `${device.engine}: program ${program} needs a kernel that onnxruntime lacks: ${reason} ${everyPrimitive}`,
    );
  }
  if (/fallback to CPU EP has been explicitly disabled/.test(reason)) {
    return new UnsupportedError(
      `${device.engine}: program ${program} needs a kernel that onnxruntime has on the CPU only. The onnx engine on the CPU has it.`,
    );
  }
  if (device !== devices.cpu && /backend not found|adapter|shared library|provider/i.test(reason)) {
    return new UnsupportedError(
      `${device.engine}: the device does not start: ${reason} To get it: ${device.howToGet}. The onnx engine on the CPU works without.`,
    );
  }
  return error;
}

/**
 * What ends a run in onnxruntime, as UnsupportedError where memory ended, a buffer is larger than the device allows, or
 * the device was lost. Anything else is a bug and stays as it is.
 */
export function explainFailure(program: string, device: Device, error: unknown): unknown {
  const reason = reasonOf(error);
  if (/device.{0,20}\blost|\blost\b.{0,20}device|device removed|destroyed/i.test(reason)) {
    return new UnsupportedError(
      `${device.engine}: the device was lost while it ran program ${program}: ${reason} What it held is freed, and the next run starts it anew; if that fails too, take the onnx engine on the CPU.`,
    );
  }
  if (/alloc|out of memory|buffer size|too large|narrowing_error/i.test(reason)) {
    return new UnsupportedError(
      `${device.engine}: program ${program} ran out of memory: ${reason} What it held is freed, and it can run again. Take fewer samples at a time.`,
    );
  }
  return error;
}

/** The message in one line, without the place in onnxruntime's sources and the condition that broke, closed by a full stop. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message
    .replace(/\/onnxruntime_src\/\S+ /g, '')
    .replace(/^.* was false\. /, '')
    .split(/\s*\n\s*/, 1)[0]!;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
