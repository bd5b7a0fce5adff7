import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import type { Client, OperationResult, RequestPolicy } from 'urql';
import { covers, shareOf, type FirstSight } from './first-sight.ts';

/** A part that is asked for from code: its share of the page's answer, else its own. */
export async function askPart<Data, Variables extends AnyVariables>(
  client: Client,
  sight: FirstSight<Data> | undefined,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  requestPolicy: RequestPolicy,
): Promise<OperationResult<Data>> {
  if (sight && requestPolicy !== 'network-only' && covers(sight, variables)) {
    const share = shareOf(sight);
    const came = await client.query(share.query, share.variables, share.context).toPromise();
    if (came.data) return came;
  }
  return client.query(query, variables, { requestPolicy }).toPromise();
}
