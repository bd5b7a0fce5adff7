import type { AdminMessageId } from '../app/use-text.ts';

export interface FileFault {
  line: number;
  field: string | null;
}

const BY_COLUMN: Readonly<Record<string, AdminMessageId>> = {
  date: 'calendar.right.date',
  name: 'calendar.right.name',
  kind: 'calendar.right.kind',
  status: 'calendar.right.status',
};

/** What would be right in a line of the file of a year: the server says in English what is wrong there. */
export function rightOf({ line, field }: FileFault): AdminMessageId {
  if (line === 1) return 'calendar.right.header';
  return (field === null ? undefined : BY_COLUMN[field]) ?? 'calendar.right.line';
}
