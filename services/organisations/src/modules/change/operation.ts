import { z } from 'zod';
import { givenId } from '@lapor/request';
import { ORGANISATION_KINDS } from '../organisation/vocabulary.ts';

const acronym = z.string().max(40).nullable();

/** A change of the tree as it is kept while it waits for its day. Old ones stay readable: add fields as optional. */
export const treeOperation = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('CREATE'),
    parentId: givenId().nullable(),
    kind: z.enum(ORGANISATION_KINDS),
    name: z.string(),
    acronym,
    regionCode: givenId().nullable(),
    unitKeys: z.array(z.string()),
  }),
  z.object({ type: z.literal('RENAME'), organisationId: givenId(), name: z.string(), acronym }),
  z.object({ type: z.literal('MOVE'), organisationId: givenId(), newParentId: givenId() }),
  z.object({
    type: z.literal('MERGE'),
    organisationIds: z.array(givenId()).min(1).max(20),
    intoId: givenId(),
  }),
  z.object({ type: z.literal('RETIRE'), organisationId: givenId(), successorId: givenId().nullable() }),
]);
export type TreeOperation = z.infer<typeof treeOperation>;
export type OperationOf<Type extends TreeOperation['type']> = Extract<TreeOperation, { type: Type }>;
