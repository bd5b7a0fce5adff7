import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isUnionType, type GraphQLSchema } from 'graphql';
import { graphDirectory } from '@lapor/graph/committed';

/** The schema that clients see. */
export const api: GraphQLSchema = buildSchema(readFileSync(join(graphDirectory, 'api.graphql'), 'utf8'));

/** How a mutation is called, and what it answers. */
export interface MutationShape {
  inputType: string;
  /** What it answers with when it did something. */
  success: string;
  /** Selects why it did nothing. */
  failure: string;
}

/** @throws when it is not of the form `name(input: …): Success | failures…`. */
export function shapeOf(mutation: string): MutationShape {
  const field = api.getMutationType()!.getFields()[mutation];
  const result = field && getNamedType(field.type);
  if (!field || !isUnionType(result))
    throw new Error(`${mutation} is no mutation with a union as its result`);
  const names = result.getTypes();
  const failures = names.filter((type) => type.getInterfaces().some(({ name }) => name === 'UserError'));
  // What is kept for some seconds, or takes the report away from who did it, is a success of its own (acts.ts).
  const [success, ...others] = names.filter(
    (type) => !failures.includes(type) && !['ChangePending', 'ReportOutOfSight'].includes(type.name),
  );
  if (!success || others.length > 0) throw new Error(`${mutation} has not one kind of success`);
  return {
    inputType: String(field.args.find(({ name }) => name === 'input')!.type),
    success: success.name,
    failure: `... on UserError { code message } ${
      failures.some(({ name }) => name === 'InvalidInput')
        ? '... on InvalidInput { fields { path code } }'
        : ''
    }`,
  };
}
