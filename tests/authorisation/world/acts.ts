import { shapeOf } from '../schema/read-api.ts';
import type { GraphAnswer } from './browser.ts';

/** Somebody who can call the graph. */
export interface Acts {
  graph(query: string, variables?: Record<string, unknown>): Promise<GraphAnswer>;
}

/** Calls a mutation that has to succeed while the world is made; gives these fields of its result. */
export async function must(
  by: Acts,
  mutation: string,
  input: Record<string, unknown>,
  selection = '__typename',
): Promise<any> {
  const { inputType, failure, success: done } = shapeOf(mutation);
  const success = input['undoSeconds'] ? 'ChangePending' : done;
  const { data, errors } = await by.graph(
    `mutation ($input: ${inputType}) { result: ${mutation}(input: $input) { __typename ... on ${success} { ${selection} } ${failure} } }`,
    { input },
  );
  if (data?.result?.__typename !== success)
    throw new Error(`${mutation} ${JSON.stringify(input)} gave ${JSON.stringify(data?.result ?? errors)}`);
  return data.result;
}
