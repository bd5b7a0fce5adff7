import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { ORGANISATION } from './organisation.ts';
import * as plain from './plain/documents.ts';
import { SITEMAP_DAY } from './public-graph.ts';
import { STATISTICS } from './statistics.ts';

const schema = buildSchema(
  readFileSync(new URL('../../packages/graph/api.graphql', import.meta.url), 'utf8'),
);
const { CHANGES, ...others } = plain;

it.each(Object.entries({ ...others, ...CHANGES, ORGANISATION, SITEMAP_DAY, STATISTICS }))(
  'the graph answers %s',
  (_name, document) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  },
);
