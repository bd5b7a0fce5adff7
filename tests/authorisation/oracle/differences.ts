import type { PersonName } from './people.ts';

/**
 * Cells in which the services decide otherwise than these rules, and a person has to say which of the two is right. Nothing is
 * forgiven by being listed: a cell outside of the list that differs fails, and so does an entry that no cell needs any more.
 */
export interface Difference {
  why: string;
  viewers: readonly PersonName[];
  fields: RegExp;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    why: `Decision 8 has regional offices of the Ombudsman supervise by region; reports shows each of them every report of the country
      that is not confidential, as it did before there were offices (its README, "Where domain.md is silent").`,
    viewers: ['Ombudsman elsewhere'],
    fields: /^(report|Report|Report\.(attachments|handOvers|history|missingData)|HistoryEntry\.\w+)$/,
  },
  {
    why: `The scopes of a key are public data, an analyst's figures and the reports of its organisation; organisations lets a key read
      what its post reads: who works in the government, what changed in the tree, how ready it is.`,
    viewers: [
      'analyst by key',
      'reading key of the unit',
      'writing key of the unit',
      'writing key of the city',
      'writing key of the other city',
    ],
    fields:
      /^(officers?|viewerOfficer|readinessList|Officer\.\w+|HistoryEntry\.officer|Organisation\.(changes|scheduledChanges|readiness))$/,
  },
  {
    why: `Without the second factor an officer "may only enrol"; the graph shows the own name to whoever has the password alone.`,
    viewers: ['officer without second factor'],
    fields: /^(viewerOfficer|Officer\.name)$/,
  },
];
