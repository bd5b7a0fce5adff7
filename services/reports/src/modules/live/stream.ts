import { PassThrough } from 'node:stream';
import { createEventBuffer } from 'better-sse';
import type { Hub, Told } from './hub.ts';

/** Shows proxies and browsers that somebody is there. */
const HEARTBEAT_MILLISECONDS = 20_000;
/** The browser comes again, and is asked again who it is. */
const LIFETIME_MILLISECONDS = 300_000;
/** Not all of a crowd that came at once comes again at once. */
const LIFETIME_SPREAD = 0.2;
const RETRY_MILLISECONDS = 3_000;
/** A right that ended is heard of no longer than this. */
const CHECK_MILLISECONDS = 60_000;
/** Whoever has read nothing of so much will not read the rest. */
const MOST_UNREAD_BYTES = 16_384;

const message = (told: Told): string => createEventBuffer().event('changed').data(told).dispatch().read();

/** Whether the reader may go on, asked again and again; whoever may not comes again, and is judged as everybody who comes. */
interface Recheck {
  isStillAllowed?: () => Promise<boolean>;
  everyMilliseconds?: number;
}

/**
 * A stream of server-sent events about topics, beginning with where reports stand. It ends by itself within five minutes, within a minute
 * of the right to it, and at once when its reader is too slow or gone. Of the topics `withoutWork` only new versions are told: who works on a report is not for
 * everybody who reads it.
 */
export function openStream(
  hub: Hub,
  topics: ReadonlyMap<string, number | null>,
  onEnd: () => void,
  withoutWork: ReadonlySet<string> = new Set(),
  { isStillAllowed, everyMilliseconds = CHECK_MILLISECONDS }: Recheck = {},
): { stream: PassThrough; end: () => void } {
  const stream = new PassThrough();
  const write = (text: string) => {
    stream.write(text);
    if (stream.readableLength + stream.writableLength > MOST_UNREAD_BYTES) stream.destroy();
  };
  const leave = hub.join(topics.keys(), (told, isGap) => {
    if (isGap || told.version !== null || !withoutWork.has(told.topic)) write(message(told));
  });
  const heartbeat = setInterval(
    () => write(createEventBuffer().comment('').dispatch().read()),
    HEARTBEAT_MILLISECONDS,
  );
  const lifetime = setTimeout(
    () => stream.end(),
    LIFETIME_MILLISECONDS * (1 - LIFETIME_SPREAD * Math.random()),
  );
  // What cannot be asked now is asked in a minute; the stream tells of nothing meanwhile but that something is new.
  const recheck =
    isStillAllowed &&
    setInterval(() => {
      isStillAllowed().then(
        (isAllowed) => void (isAllowed || stream.end()),
        () => {},
      );
    }, everyMilliseconds).unref();
  heartbeat.unref();
  lifetime.unref();
  let isOver = false;
  const finish = () => {
    if (isOver) return;
    isOver = true;
    clearInterval(heartbeat);
    clearTimeout(lifetime);
    clearInterval(recheck);
    leave();
    onEnd();
  };
  stream.once('close', finish);
  stream.once('error', finish);
  write(createEventBuffer().retry(RETRY_MILLISECONDS).dispatch().read());
  for (const [topic, version] of topics) if (version !== null) write(message({ topic, version }));
  return {
    stream,
    end: () => stream.destroy(),
  };
}
