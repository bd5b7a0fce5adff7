import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, fetchExchange, gql } from '@urql/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPersistedDocuments, readPersistedDocuments, textOf, writePersistedDocuments } from './index.ts';

const urql = pathToFileURL(new URL(import.meta.resolve('@urql/core')).pathname).href;

describe('persisted documents', () => {
  let directory: string;
  let source: string;
  const module = (text: string) => `import { gql } from '${urql}';\n${text}\n`;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'persisted-'));
    source = join(directory, 'source');
    await mkdir(join(source, 'features'), { recursive: true });
    await writeFile(join(directory, 'api.graphql'), 'type Query { word: Word } type Word { text: String }');
  });
  afterEach(() => rm(directory, { recursive: true }));
  const applications = () => ({ 'web-citizen': source });

  it('are the texts that travel, by their SHA-256', async () => {
    await writeFile(
      join(source, 'features', 'word.graphql.ts'),
      module(`export const Part = gql\`fragment Part on Word { text }\`;
              export const WordDocument = gql\`query Word { word { ...Part } } \${Part}\`;`),
    );
    await writePersistedDocuments({ applications: applications(), directory });
    const table = await readPersistedDocuments(directory);
    expect(Object.keys(table)).toHaveLength(1);
    const [[hash, text]] = Object.entries(table) as [[string, string]];
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(text).toContain('__typename');
    expect(text).toContain('fragment Part on Word');
    expect(await checkPersistedDocuments({ applications: applications(), directory })).toEqual([]);

    await writeFile(join(directory, 'persisted', 'web-citizen.json'), '{}\n');
    expect(await checkPersistedDocuments({ applications: applications(), directory })).toEqual([
      'persisted/web-citizen.json is stale',
    ]);
  });

  it('are refused when the API does not know a field', async () => {
    await writeFile(
      join(source, 'odd.graphql.ts'),
      module('export const Odd = gql`query Odd { wrod { text } }`;'),
    );
    const faults = await checkPersistedDocuments({ applications: applications(), directory });
    expect(faults.join()).toMatch(/odd\.graphql\.ts Odd: Cannot query field "wrod"/);
    await expect(writePersistedDocuments({ applications: applications(), directory })).rejects.toThrow(
      'wrod',
    );
    await expect(readFile(join(directory, 'persisted', 'web-citizen.json'))).rejects.toThrow('ENOENT');
  });

  it('have the text that urql puts on the wire', async () => {
    const document = gql`
      query Word {
        word {
          text
        }
      }
    `;
    let sent = '';
    const client = new Client({
      url: 'http://graph.example/graphql',
      preferGetMethod: false,
      exchanges: [(await import('@urql/core')).cacheExchange, fetchExchange],
      fetch: async (_url, init) => {
        sent = (JSON.parse(String(init?.body)) as { query: string }).query;
        return new Response('{"data":{"word":null}}', { headers: { 'content-type': 'application/json' } });
      },
    });
    await client.query(document, {}).toPromise();
    expect(textOf(document)).toBe(sent);
  });
});
