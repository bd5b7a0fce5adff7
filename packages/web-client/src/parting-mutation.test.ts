import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gql, type TypedDocumentNode } from '@urql/core';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGraphClient } from './graph-client.ts';
import { preparePartingMutation } from './parting-mutation.ts';

// Word for word what `@lapor/staff` sends.
const ReleaseLease: TypedDocumentNode<unknown, { input: { reportId: string } }> = gql`
  mutation ReleaseLease($input: ReleaseLeaseInput!) {
    result: releaseLease(input: $input) {
      __typename
    }
  }
`;

const persisted = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../graph/persisted/staff.json'), 'utf8'),
) as Record<string, string>;

describe('a mutation that is sent while the page goes', () => {
  const sent: { url: string; init: RequestInit }[] = [];
  beforeEach(() => {
    sent.length = 0;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      sent.push({ url, init });
      return Promise.reject(new TypeError('the page is gone'));
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  const prepare = () =>
    preparePartingMutation(createGraphClient({ application: 'web-admin' }), ReleaseLease, {
      input: { reportId: 'r-1' },
    });

  it('leaves in the same turn, outlives the page, and nobody minds that no answer comes', async () => {
    const send = await prepare();
    expect(sent).toEqual([]);
    send();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      url: '/graphql',
      init: { method: 'POST', keepalive: true, credentials: 'same-origin' },
    });
  });

  it('bears the headers without which the graph takes no change', async () => {
    (await prepare())();
    const headers = new Headers(sent[0]!.init.headers);
    expect(headers.get('x-lapor-client')).toBe('web-admin');
    expect(headers.get('content-type')).toBe('application/json');
  });

  it('names the document that the gateway knows, and keeps variables out of the address', async () => {
    (await prepare())();
    const body = JSON.parse(sent[0]!.init.body as string);
    expect(body).toEqual({
      variables: { input: { reportId: 'r-1' } },
      extensions: { persistedQuery: { version: 1, sha256Hash: expect.any(String) } },
    });
    const text = persisted[body.extensions.persistedQuery.sha256Hash];
    expect(text).toContain('mutation ReleaseLease');
    expect(createHash('sha256').update(text!).digest('hex')).toBe(body.extensions.persistedQuery.sha256Hash);
  });
});
