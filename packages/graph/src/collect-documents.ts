import { createHash } from 'node:crypto';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatDocument, stringifyDocument } from '@urql/core';
import { Kind, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

/** A document of an application as its client sends it. */
export interface CollectedDocument {
  /** Name of its operation. */
  operation: string;
  /** The text that travels, and whose SHA-256 (hexadecimal) stands for it. */
  text: string;
  hash: string;
}

const isDocument = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === Kind.DOCUMENT;

const operationsOf = (document: DocumentNode) =>
  document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);

/** The text urql sends for a document, which is what the hash is made of. */
export const textOf = (document: DocumentNode): string => stringifyDocument(formatDocument(document));

/**
 * Imports every `*.graphql.ts` of an application and collects the operations it exports, by name.
 * Exported fragments are skipped: they travel inside operations.
 * @throws naming every document that is invalid against the API, unnamed, or uses another's name.
 */
export async function collectDocuments(
  sourceDirectory: string,
  api: GraphQLSchema,
): Promise<CollectedDocument[]> {
  const paths: string[] = [];
  for await (const path of glob('**/*.graphql.ts', { cwd: sourceDirectory })) {
    if (!path.includes('node_modules')) paths.push(path);
  }
  paths.sort();
  const found = new Map<string, CollectedDocument>();
  const faults: string[] = [];
  for (const path of paths) {
    const module = (await import(pathToFileURL(join(sourceDirectory, path)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (!isDocument(value)) continue;
      const operations = operationsOf(value);
      if (!operations.length) continue;
      const operation = operations[0]!.name?.value;
      if (operations.length > 1 || !operation) {
        faults.push(`${path} ${name}: needs exactly one operation, with a name`);
        continue;
      }
      for (const { message } of validate(api, value)) faults.push(`${path} ${name}: ${message}`);
      const text = textOf(value);
      const earlier = found.get(operation);
      if (earlier && earlier.text !== text)
        faults.push(`${path} ${name}: another document is called ${operation}`);
      found.set(operation, { operation, text, hash: createHash('sha256').update(text).digest('hex') });
    }
  }
  if (faults.length)
    throw new Error(`Documents at fault:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return [...found.values()].sort((a, b) => (a.operation < b.operation ? -1 : 1));
}
