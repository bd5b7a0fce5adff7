import { AsyncLocalStorage } from 'node:async_hooks';

/** What somebody was answered. */
export interface Heard {
  who: string;
  /** Where in the life of the reports. */
  when: string;
  what: string;
  /** Status, headers and body. */
  answer: string;
}

const isText = /^content-type: (text\/|application\/json)/m;

/** Listens to every answer that anybody gets over HTTP from this process. */
export function listenToEverybody(): { heard: Heard[]; as: As; during(phase: string): void } & Disposable {
  const heard: Heard[] = [];
  const speaker = new AsyncLocalStorage<string>();
  const original = globalThis.fetch;
  let phase = '';
  globalThis.fetch = async (input, init) => {
    const response = await original(input, init);
    const who = speaker.getStore();
    if (who === undefined) return response;
    const bytes = Buffer.from(await response.clone().arrayBuffer());
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    const path = new URL(String(input)).pathname;
    heard.push({
      who,
      when: phase,
      what: `${init?.method ?? 'GET'} ${path}`,
      answer: `${response.status}\n${headers}\n${bytes.toString(isText.test(headers) ? 'utf8' : 'latin1')}`,
    });
    return response;
  };
  return {
    heard,
    as: (who, work) => speaker.run(who, work),
    during: (next) => void (phase = next),
    [Symbol.dispose]: () => void (globalThis.fetch = original),
  };
}

/** Does something in somebody's name. */
export type As = <Result>(who: string, work: () => Promise<Result>) => Promise<Result>;
