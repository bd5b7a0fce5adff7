/** What a line of a file of units does; of several the first that applies. */
export const UNIT_LINE_KINDS = ['CREATE', 'RENAME', 'MOVE', 'CHANGE', 'RETIRE', 'RESTORE'] as const;
export type UnitLineKind = (typeof UNIT_LINE_KINDS)[number];
