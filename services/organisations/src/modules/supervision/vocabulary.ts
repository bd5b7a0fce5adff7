/** What a supervisor looks at. */
export const SUPERVISION_SCOPES = ['FIGURES', 'OVERSIGHT', 'READINESS', 'ALL'] as const;
export type SupervisionScope = (typeof SUPERVISION_SCOPES)[number];
