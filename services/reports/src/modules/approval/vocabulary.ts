/** Which answers of an organisation and all below it wait for approval. */
export const APPROVAL_MODES = ['NONE', 'RESULTS', 'ALL'] as const;
export type ApprovalMode = (typeof APPROVAL_MODES)[number];
