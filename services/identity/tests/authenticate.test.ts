import { createHmac } from 'node:crypto';
import { movableClock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { createTestDatabase } from '@lapor/database/testing';
import { createLogger } from '@lapor/logging';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrations } from '../migrations/index.ts';
import { newKey } from '../src/modules/api-keys/key.ts';
import { createKeyGate } from '../src/modules/api-keys/index.ts';
import { readSignedCookie } from '../src/modules/sessions/index.ts';
import { authenticate } from '../src/modules/viewer/index.ts';

const SECRET = 'secret-only-for-tests'.padEnd(40, 'x');
const sign = (value: string, secret = SECRET) =>
  encodeURIComponent(`${value}.${createHmac('sha256', secret).update(value).digest('base64')}`);

describe('asking who is there', () => {
  it('takes one indexed statement with a credential and none without', async () => {
    const test = await createTestDatabase({ schema: 'identity', entities: [], migrations });
    const texts: string[] = [];
    const database: Database = {
      ...test.database,
      query: (name, text, values) => {
        texts.push(text);
        return test.database.query(name, text, values);
      },
    };
    const clock = movableClock('2026-11-20T02:40:00Z');
    const keyGate = createKeyGate({ database, clock, logger: createLogger('identity', 'silent') });
    const deps = { database, clock, keyGate, sessionCookie: 's', authSecret: SECRET };
    for (const nothing of [
      {},
      { cookie: '' },
      { cookie: 'theme=dark; s=forged' },
      { cookie: `s=${sign('token', 'another'.padEnd(40, 'y'))}` },
      { authorization: 'Basic abc' },
      { authorization: 'Bearer not-one-of-our-keys' },
    ])
      expect(await authenticate(deps, nothing)).toBeNull();
    expect(texts).toHaveLength(0);
    expect(await authenticate(deps, { cookie: `s=${sign('unknown')}` })).toBeNull();
    expect(texts).toHaveLength(1);
    expect(
      await authenticate(deps, { authorization: `Bearer ${newKey()}`, cookie: `s=${sign('unknown')}` }),
    ).toBeNull();
    expect(texts).toHaveLength(2);

    for (const text of texts) {
      const values: unknown[] = text.includes('key_hash')
        ? [Buffer.from('x'), clock.now()]
        : ['x', clock.now(), clock.now()];
      const client = await test.database.pool.connect();
      await client.query('set enable_seqscan = off');
      const { rows } = await client.query<object>(`explain ${text}`, values);
      client.release();
      expect(rows.map((row) => Object.values(row).join()).join('\n')).not.toContain('Seq Scan');
    }
    await test[Symbol.asyncDispose]();
  });
});

describe('a signed cookie', () => {
  it('is read back among others, whatever its value', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (value) => {
        fc.pre(value.isWellFormed());
        expect(readSignedCookie(`a=1; s=${sign(value)}; b=2`, 's', SECRET)).toBe(value);
      }),
    );
  });
  it('is nothing when one character was changed, cut or moved to another name', () => {
    const signed = sign('token-1');
    fc.assert(
      fc.property(
        fc.nat(signed.length - 1),
        fc.constantFrom('A', 'z', '%', '.', ''),
        (position, replacement) => {
          const changed = signed.slice(0, position) + replacement + signed.slice(position + 1);
          fc.pre(changed !== signed);
          const value = readSignedCookie(`s=${changed}`, 's', SECRET);
          // Only the spelling of the same signature may differ (padding and unused bits of base64).
          if (value !== null) expect(value).toBe('token-1');
        },
      ),
    );
    expect(readSignedCookie(`t=${signed}`, 's', SECRET)).toBeNull();
    expect(readSignedCookie(`s=%E0%A4%A; s=${signed}`, 's', SECRET)).toBe('token-1');
    expect(readSignedCookie(undefined, 's', SECRET)).toBeNull();
  });
});
