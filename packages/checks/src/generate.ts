import { generateGraph } from './generate-graph.ts';

// Everything that is generated and committed, in the order in which one needs the other.
for (const path of await generateGraph()) console.log(path);
