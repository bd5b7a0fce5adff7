import { parentPort, workerData } from 'node:worker_threads';
import { parseBuffer } from 'music-metadata';
import type { Recording } from './read-recording.ts';

// A thread of its own: a file of a million empty boxes keeps its reader busy for minutes, and nothing else could run meanwhile.
const { bytes, mediaType } = workerData as { bytes: Uint8Array; mediaType: string };

async function read(): Promise<Recording | null> {
  const { format } = await parseBuffer(bytes, { mimeType: mediaType }, { duration: false, skipCovers: true });
  const tracks = format.trackInfo;
  const hasVideo = format.hasVideo === true || tracks.some(({ video }) => video);
  if (!hasVideo && !(format.hasAudio && format.codec)) return null;
  const lengths = [format.duration, ...tracks.map(({ duration }) => duration)].filter(
    (length) => length !== undefined && Number.isFinite(length),
  ) as number[];
  return { hasVideo, seconds: lengths.length > 0 ? Math.max(...lengths) : null };
}

parentPort!.postMessage(await read().catch(() => null));
