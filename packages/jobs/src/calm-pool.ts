import type { Notification, Pool, PoolClient } from 'pg';

/** The channel on which a queue hears that jobs were added, to whichever queue of the database. */
const ADDED = 'jobs:insert';
const PAUSE_MILLISECONDS = 25;

type Listener = (notification: Notification) => void;

/**
 * The pool of a queue, whose listening connection tells of new jobs at once and then every 25 ms at most. Each notice makes every queue of
 * the database look into its table, also those of other services; while many jobs are added that would be most of the work.
 */
export const calmPool = (pool: Pool): Pool =>
  new Proxy(pool, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property !== 'connect') return value.bind(target) as unknown;
      return (callback?: (error: unknown, client?: PoolClient, release?: unknown) => void) =>
        callback
          ? target.connect((error, client, release) => callback(error, client && calmClient(client), release))
          : target.connect();
    },
  });

/** A connection as it is, but for what it tells of new jobs. */
function calmClient(client: PoolClient): PoolClient {
  const calmed = new Map<Listener, Listener>();
  return new Proxy(client, {
    get(target, property, itself) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property !== 'on' && property !== 'removeListener') return value.bind(target) as unknown;
      return (event: string, listener: Listener) => {
        const isNotice = event === 'notification';
        const heard = isNotice ? (calmed.get(listener) ?? calm(listener)) : listener;
        if (isNotice) calmed.set(listener, heard);
        Reflect.apply(value, target, [event, heard]);
        return itself as unknown;
      };
    },
  });
}

/** Passes the first notice of new jobs on, and what comes within the pause as one after it. */
function calm(listener: Listener): Listener {
  let pause: NodeJS.Timeout | undefined;
  let added = 0;
  let last: Notification | undefined;
  const pass = () => {
    pause = undefined;
    if (!last) return;
    const notice = { ...last, payload: JSON.stringify({ count: added }) };
    last = undefined;
    added = 0;
    pause = setTimeout(pass, PAUSE_MILLISECONDS).unref();
    listener(notice);
  };
  return (notification) => {
    const count = notification.channel === ADDED ? countOf(notification.payload) : 0;
    if (count <= 0) return listener(notification);
    added += count;
    last = notification;
    if (!pause) pass();
  };
}

/** How many jobs a notice tells of; 0: it is another kind of notice. */
function countOf(payload: string | undefined): number {
  try {
    const { count } = JSON.parse(payload ?? '') as { count?: unknown };
    return typeof count === 'number' ? count : 1;
  } catch {
    return 1;
  }
}
