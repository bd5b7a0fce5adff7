import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createRequest, formatDocument, stringifyDocument, type DocumentInput } from '@urql/core';
import type { DocumentNode } from 'graphql';
import type { Plugin } from 'vite';

/**
 * Compiles `*.graphql.ts` at build time. A document then travels as its text and the few facts urql reads of it (kind
 * and name of the operation, cache key); neither the parser nor the printer of GraphQL travels, and no phone spends
 * its time parsing. The text is the one urql would have sent, so the hash of a persisted document is the same.
 * Fragments live on in the operations that spread them.
 */
export function documents(): Plugin {
  return {
    name: 'documents',
    enforce: 'pre',
    async load(path) {
      if (!path.endsWith('.graphql.ts')) return null;
      const { mtimeMs } = await stat(path);
      const exports = (await import(`${pathToFileURL(path)}?${mtimeMs}`)) as Record<string, DocumentNode>;
      const lines = Object.entries(exports).map(
        ([name, document]) => `export const ${name} = ${compile(document)};`,
      );
      return { code: lines.join('\n'), moduleType: 'js', map: null };
    },
  };
}

function compile(document: DocumentNode): string {
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition');
  if (!operation) return '{}';
  const { query } = createRequest(document as DocumentInput, {});
  const body = stringifyDocument(formatDocument(query));
  return JSON.stringify({
    kind: 'Document',
    definitions: [
      {
        kind: operation.kind,
        operation: operation.operation,
        name: { kind: 'Name', value: operation.name?.value },
      },
    ],
    loc: {
      start: 0,
      end: body.length,
      source: { body, name: 'gql', locationOffset: { line: 1, column: 1 } },
    },
    __key: (query as { __key?: number }).__key,
  });
}
