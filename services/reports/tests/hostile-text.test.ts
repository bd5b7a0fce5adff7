import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, startHarness, type Harness } from './harness.ts';
import { LEAD, reportIn } from './situations.ts';

const TEXTS = [
  '\u0000',
  'teks yang cukup panjang untuk lolos\u0000',
  '\ud800 teks yang cukup panjang untuk lolos',
  `{"x"} \\ ' " ; -- $1 \${x} %s teks yang cukup panjang`,
  '😀'.repeat(30),
  '‮teks berbalik arah yang cukup panjang',
  '',
];

describe('text that should break something', () => {
  let harness: Harness;
  let reportId: string;
  beforeAll(async () => {
    harness = await startHarness();
    reportId = (await reportIn(harness, 'DISPOSED', 'open')).id;
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  /** Every argument and field filled: texts with `text`, ids of reports with one that exists. */
  function fill(type: GraphQLInputType, name: string, text: string): unknown {
    if (isNonNullType(type)) return fill(type.ofType, name, text);
    if (isListType(type)) return name === 'attachmentIds' ? [] : [fill(type.ofType, name, text)];
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields()).map((field) => [field.name, fill(field.type, field.name, text)]),
      );
    if (isEnumType(type)) return type.getValues()[0]!.name;
    switch (type.name) {
      case 'Int':
        return 3;
      case 'Float':
        return name === 'latitude' ? -1 : 100;
      case 'Boolean':
        return true;
      case 'LocalDate':
        return '2026-11-25';
    }
    if (name === 'reportId') return reportId;
    if (name === 'submissionKey' || name === 'requestKey') return randomUUID();
    return text;
  }

  const fieldsOf = (kind: 'Query' | 'Mutation'): GraphQLField<unknown, unknown>[] =>
    Object.values(
      (kind === 'Query'
        ? harness.service.subgraph!.schema.getQueryType()
        : harness.service.subgraph!.schema.getMutationType())!.getFields(),
    ).filter((field) => !field.name.startsWith('_'));

  async function send(kind: 'Query' | 'Mutation', field: GraphQLField<unknown, unknown>, text: string) {
    const named = getNamedType(field.type);
    const selection = isObjectType(named) || isUnionType(named) ? '{ __typename }' : '';
    const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const source = `${kind.toLowerCase()} ${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${selection} }`;
    const variables = Object.fromEntries(field.args.map((arg) => [arg.name, fill(arg.type, arg.name, text)]));
    for (const viewer of [
      actor.withGrant(reportId),
      actor.officer('LIAISON_OFFICER', LEAD),
      actor.nationalAdmin(),
    ]) {
      try {
        await harness.ask(viewer, source, variables);
      } catch (error) {
        for (const fault of (error as AggregateError).errors as GraphQLError[])
          if (fault.originalError && !(fault.originalError instanceof GraphQLError))
            return `${field.name} ${JSON.stringify(text)}: ${fault.message}`;
      }
    }
    return null;
  }

  it.each(['Query', 'Mutation'] as const)('is answered by every %s of the schema', async (kind) => {
    const faults: (string | null)[] = [];
    for (const field of fieldsOf(kind)) for (const text of TEXTS) faults.push(await send(kind, field, text));
    expect(faults.length).toBeGreaterThan(50);
    expect(faults.filter(Boolean)).toEqual([]);
  });
});
