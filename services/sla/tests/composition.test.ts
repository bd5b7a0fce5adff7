import { buildSchema, type GraphQLObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { composeGraph, printSubgraph } from '@lapor/graph';
import { buildSlaSchema } from '../src/index.ts';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
/** What this subgraph needs of the others, and no more. */
const others = {
  reports: `${FEDERATION}
    enum ReportState { SUBMITTED POSTPONED DISPOSED IN_PROGRESS COMPLETED ARCHIVED }
    type Report @key(fields: "id") { id: ID! viewerIsReporter: Boolean! viewerAnswersByHandOver: Boolean! state: ReportState! }
    type Query { report(number: String!): Report }`,
  organisations: `${FEDERATION}
    type Organisation @key(fields: "id") { id: ID! name: String! }
    type Query { organisation(id: ID!): Organisation }`,
};

test('the subgraph composes with the owners of Report and Organisation, and adds nullable fields only', () => {
  const { api, hints } = composeGraph({ ...others, sla: printSubgraph(buildSlaSchema()) });
  expect(hints).toEqual([]);
  const schema = buildSchema(api);
  const fieldsOf = (type: string) =>
    Object.fromEntries(
      Object.values((schema.getType(type) as GraphQLObjectType).getFields()).map(({ name, type: of }) => [
        name,
        String(of),
      ]),
    );
  expect(fieldsOf('Report')).toEqual({
    id: 'ID!',
    viewerIsReporter: 'Boolean!',
    viewerAnswersByHandOver: 'Boolean!',
    state: 'ReportState!',
    clocks: '[Clock!]',
    clocksAsOf: '[Clock!]',
    nextClock: 'Clock',
    oversight: 'ReportOversight',
    viewerCanOpenOversight: 'Boolean',
    viewerCanRequestOversight: 'Boolean',
    warnings: '[Warning!]',
  });
  expect(fieldsOf('Organisation')).toEqual({ id: 'ID!', name: 'String!' });
});
