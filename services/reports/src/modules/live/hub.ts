/** On which the triggers of the migration `desk` tell. */
export const LIVE_CHANNEL = 'live';

/** Something changed; `version`: of a report, where it has another one now. */
export interface Told {
  topic: string;
  version: number | null;
}
/** `isGap`: nobody knows what changed, if anything did. */
export type Listener = (told: Told, isGap: boolean) => void;

/** Passes on what was told to the streams of this process. */
export interface Hub {
  /** As the database tells it: a topic, and perhaps a version behind a blank. */
  tell(payload: string): void;
  /** Something may have changed anywhere. */
  tellAll(): void;
  /** Returns how to leave. */
  join(topics: Iterable<string>, listener: Listener): () => void;
}

export function createHub(): Hub {
  const listeners = new Map<string, Set<Listener>>();
  const pass = (topic: string, version: number | null, isGap = false) => {
    for (const listener of listeners.get(topic) ?? []) listener({ topic, version }, isGap);
  };
  return {
    tell(payload) {
      const [topic = '', version] = payload.split(' ');
      pass(topic, version === undefined ? null : Number(version));
    },
    tellAll() {
      for (const topic of listeners.keys()) pass(topic, null, true);
    },
    join(topics, listener) {
      const joined = [...topics];
      for (const topic of joined) {
        const all = listeners.get(topic) ?? new Set();
        all.add(listener);
        listeners.set(topic, all);
      }
      return () => {
        for (const topic of joined) {
          const all = listeners.get(topic);
          all?.delete(listener);
          if (all?.size === 0) listeners.delete(topic);
        }
      };
    },
  };
}
