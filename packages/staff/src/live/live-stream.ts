/** Something changed; `version`: of a report, where the server says. */
export interface Told {
  topic: string;
  version: number | null;
}
type Listener = (told: Told) => void;

const REOPEN_MS = 50;
/** After a refusal (too many tabs, nobody signed in) the browser does not try by itself. */
const RETRY_MS = 60_000;

const wanted = new Map<string, Set<Listener>>();
let source: EventSource | null = null;
let openFor = '';
/** Topics that were open before: something may have been missed since. */
let before: ReadonlySet<string> = new Set();
let timer: ReturnType<typeof setTimeout> | undefined;

const pass = (told: Told) => {
  for (const listener of wanted.get(told.topic) ?? []) listener(told);
};

/** One stream for what this tab shows, and none while nobody looks at it: an account has three. */
function settle(): void {
  const seen = document.visibilityState === 'visible';
  const topics = seen ? [...wanted.keys()].toSorted().join(',') : '';
  if (topics === openFor && source?.readyState !== EventSource.CLOSED) return;
  source?.close();
  source = null;
  openFor = topics;
  if (topics === '') return;
  const opened = new EventSource(`/live?topics=${encodeURIComponent(topics)}`);
  source = opened;
  opened.addEventListener('open', () => {
    for (const topic of before) if (wanted.has(topic)) pass({ topic, version: null });
    before = new Set(wanted.keys());
  });
  opened.addEventListener('changed', ({ data }: MessageEvent<string>) => pass(JSON.parse(data) as Told));
  opened.addEventListener('error', () => {
    if (opened.readyState === EventSource.CLOSED) plan(RETRY_MS);
  });
}

function plan(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(settle, milliseconds);
}

/** Is told when something of a topic changed, or may have. Returns how to leave. */
export function hear(topic: string, listener: Listener): () => void {
  if (wanted.size === 0) document.addEventListener('visibilitychange', settle);
  const all = wanted.get(topic) ?? new Set();
  all.add(listener);
  wanted.set(topic, all);
  plan(REOPEN_MS);
  return () => {
    all.delete(listener);
    if (all.size === 0 && wanted.get(topic) === all) wanted.delete(topic);
    if (wanted.size === 0) document.removeEventListener('visibilitychange', settle);
    plan(REOPEN_MS);
  };
}
