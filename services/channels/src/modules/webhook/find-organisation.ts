import { z } from 'zod';
import { GraphUnavailable, type GraphClient } from '../graph/index.ts';
import { organisationOfWebhook } from './organisation.graphql.ts';

export interface FoundOrganisation {
  id: string;
  name: string;
  /** From the government's root to the organisation itself. */
  path: string[];
}

/** Finds an organisation with what is above it; `null`: there is none. @throws GraphUnavailable */
export type FindOrganisation = (id: string) => Promise<FoundOrganisation | null>;

const shape = z.object({
  organisation: z
    .object({ id: z.string(), name: z.string(), ancestors: z.array(z.object({ id: z.string() })).nullable() })
    .nullable(),
});

/** Asks the graph, as anybody may. */
export const findOrganisationBy =
  (graph: GraphClient): FindOrganisation =>
  async (id) => {
    const asker = { channel: 'WEBHOOK', sender: '0'.repeat(32) };
    const { organisation } = await graph.ask(organisationOfWebhook, { id }, shape, asker);
    if (!organisation) return null;
    // A part of the answer that is missing must not give somebody more than is theirs, or less.
    if (!organisation.ancestors) throw new GraphUnavailable('The organisation came without what is above it');
    return {
      id: organisation.id,
      name: organisation.name,
      path: [...organisation.ancestors.map((ancestor) => ancestor.id), organisation.id],
    };
  };
