import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, it } from 'vitest';
import { startTest } from './start.ts';

it('tells nobody outside that it runs: the graph opens no connection of its own, from start to stop', async () => {
  const before = process.env.APOLLO_TELEMETRY_DISABLED;
  // As an operator starts it, who knows nothing of the library.
  delete process.env.APOLLO_TELEMETRY_DISABLED;
  const opened: unknown[] = [];
  const note = (message: unknown) => void opened.push(message);
  subscribe('net.client.socket', note);
  try {
    const { gateway } = await startTest();
    expect(process.env.APOLLO_TELEMETRY_DISABLED).toBe('true');
    // What it counted it would send at the end.
    await gateway.close();
    expect(opened).toEqual([]);
  } finally {
    unsubscribe('net.client.socket', note);
    if (before === undefined) delete process.env.APOLLO_TELEMETRY_DISABLED;
    else process.env.APOLLO_TELEMETRY_DISABLED = before;
  }
});
