import { Worker } from 'node:worker_threads';
import type { AcceptableType } from './file-kinds.ts';

/** What a container tells about a video or a sound. */
export interface Recording {
  hasVideo: boolean;
  /** Absent where the container does not tell, as in what browsers record. */
  seconds: number | null;
}

/** An honest container of the largest size is read in a twentieth of it. */
const MOST_MILLISECONDS = 5_000;
const MOST_MEGABYTES = 256;

/**
 * Reads the container of a video or a sound, in a thread of its own; `null` when it cannot be read, holds neither, or is made to keep its
 * reader busy.
 */
export function readRecording(bytes: Buffer, mediaType: AcceptableType): Promise<Recording | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), {
      workerData: { bytes, mediaType },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const end = (recording: Recording | null) => {
      clearTimeout(timer);
      resolve(recording);
      void worker.terminate();
    };
    const timer = setTimeout(end, MOST_MILLISECONDS, null);
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
}
