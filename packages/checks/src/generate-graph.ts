import { writeGraph } from '@lapor/graph';
import { subgraphSchemas } from '@lapor/platform/schemas';

/** Prints and composes the subgraphs; returns the written paths. */
export const generateGraph = (): Promise<string[]> => writeGraph({ schemas: subgraphSchemas() });
