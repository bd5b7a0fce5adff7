import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHub, type Hub } from './hub.ts';
import { openStream } from './stream.ts';

describe('a stream of what changed', () => {
  let hub: Hub;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    hub = createHub();
  });
  afterEach(() => vi.useRealTimers());

  const open = (topics: [string, number | null][]) => {
    const onEnd = vi.fn<() => void>();
    return { ...openStream(hub, new Map(topics), onEnd), onEnd };
  };
  const read = (stream: { read(): Buffer | null }) => stream.read()?.toString() ?? '';

  it('begins with where reports stand, and tells of its own topics only', () => {
    const { stream, end } = open([
      ['report:a', 7],
      ['inbox:b', null],
    ]);
    hub.tell('report:a 8');
    hub.tell('inbox:b');
    hub.tell('inbox:c');
    hub.tell('report:b 9');
    expect(read(stream)).toBe(
      'retry:3000\n\n' +
        'event:changed\ndata:{"topic":"report:a","version":7}\n\n' +
        'event:changed\ndata:{"topic":"report:a","version":8}\n\n' +
        'event:changed\ndata:{"topic":"inbox:b","version":null}\n\n',
    );
    end();
  });

  it('tells of the work on a report only those who are to know, and everybody when something may have been missed', () => {
    const topics = new Map([
      ['report:a', 1],
      ['report:b', 1],
    ]);
    const { stream, end } = openStream(hub, topics, () => {}, new Set(['report:a']));
    read(stream);
    hub.tell('report:a');
    hub.tell('report:b');
    hub.tell('report:a 2');
    hub.tellAll();
    expect(read(stream).match(/{.*}/g)).toEqual([
      '{"topic":"report:b","version":null}',
      '{"topic":"report:a","version":2}',
      '{"topic":"report:a","version":null}',
      '{"topic":"report:b","version":null}',
    ]);
    end();
  });

  it('shows every twenty seconds that it is there', () => {
    const { stream, end } = open([]);
    read(stream);
    vi.advanceTimersByTime(19_999);
    expect(read(stream)).toBe('');
    vi.advanceTimersByTime(1);
    expect(read(stream)).toBe(':\n\n');
    end();
  });

  it('ends by itself within five minutes, and hears nothing more', async () => {
    const { stream, onEnd } = open([['inbox:b', null]]);
    stream.resume();
    const closed = new Promise((resolve) => stream.once('close', resolve));
    vi.advanceTimersByTime(239_000);
    expect(stream.writableEnded).toBe(false);
    vi.advanceTimersByTime(61_000);
    expect(stream.writableEnded).toBe(true);
    await closed;
    expect(onEnd).toHaveBeenCalledOnce();
    hub.tell('inbox:b');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends within a minute of the right to it, and goes on where nobody could be asked', async () => {
    const answers: (() => Promise<boolean>)[] = [
      async () => true,
      async () => Promise.reject(new Error('The database does not answer')),
      async () => false,
    ];
    const isStillAllowed = vi.fn<() => Promise<boolean>>(() => answers.shift()!());
    const onEnd = vi.fn<() => void>();
    const { stream } = openStream(hub, new Map([['inbox:b', null]]), onEnd, new Set(), { isStillAllowed });
    stream.resume();
    const closed = new Promise((resolve) => stream.once('close', resolve));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(isStillAllowed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_001);
    expect([isStillAllowed.mock.calls.length, stream.writableEnded]).toEqual([2, false]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stream.writableEnded).toBe(true);
    await closed;
    expect(onEnd).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('drops a reader who reads nothing', async () => {
    const { stream, onEnd } = open([['inbox:b', null]]);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    for (let count = 0; count < 1_000 && !stream.destroyed; count++) hub.tell('inbox:b');
    expect(stream.destroyed).toBe(true);
    await closed;
    expect(onEnd).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of every topic when something may have been missed', () => {
    const { stream, end } = open([
      ['report:a', null],
      ['inbox:b', null],
    ]);
    read(stream);
    hub.tellAll();
    expect(read(stream).match(/"topic":"[^"]+"/g)).toEqual(['"topic":"report:a"', '"topic":"inbox:b"']);
    end();
  });
});
