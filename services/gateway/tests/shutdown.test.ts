import { describe, expect, it } from 'vitest';
import { startTest } from './start.ts';

const QUERY = { query: '{ book(id: "1") { title review } }' };

describe('closing', () => {
  it('lets end what runs, takes no more, and can be asked for twice', async () => {
    let finish = () => {};
    let begun = () => {};
    const running = new Promise<void>((resolve) => (begun = resolve));
    const server = await startTest(
      { subgraphTimeoutMilliseconds: 5_000 },
      {
        review: () => {
          begun();
          return new Promise((resolve) => {
            finish = () => resolve('Late');
          });
        },
      },
    );
    const answer = server.graph(QUERY);
    await running;
    const closed = server.gateway.close();
    expect(server.gateway.close()).toBe(closed);
    finish();
    expect((await answer).data.book.review).toBe('Late');
    await closed;
    await expect(server.request('/health/live')).rejects.toThrow();
  });

  it('does not wait for ever', async () => {
    let begun = () => {};
    const running = new Promise<void>((resolve) => (begun = resolve));
    const server = await startTest(
      { subgraphTimeoutMilliseconds: 60_000, drainMilliseconds: 100 },
      {
        review: () => {
          begun();
          return new Promise(() => {});
        },
      },
    );
    const answer = server.graph(QUERY).catch(() => 'cut off');
    await running;
    const start = performance.now();
    await server.gateway.close();
    expect(performance.now() - start).toBeLessThan(4_900);
    expect(await answer).toBe('cut off');
  });

  it('follows a start whose port is taken', async () => {
    const first = await startTest();
    const port = Number(new URL(first.gateway.address).port);
    await expect(startTest({ port })).rejects.toThrow(/EADDRINUSE/);
  });
});
