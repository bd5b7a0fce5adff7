/** What the form of an organisation's details holds; empty text is nothing. */
export interface Details {
  regionCode: string;
  address: string;
  phone: string;
  email: string;
  website: string;
  unitKeys: readonly string[];
  timeZone: string;
  headTitle: string;
  headName: string;
  headEmail: string;
  headAddress: string;
  isTemplate: boolean;
}

type Changed = {
  -readonly [Name in keyof Details]?: Details[Name] extends boolean
    ? boolean
    : Details[Name] extends string
      ? string | null
      : string[];
};

const TEXTS = [
  'regionCode',
  'address',
  'phone',
  'email',
  'website',
  'timeZone',
  'headTitle',
  'headName',
  'headEmail',
  'headAddress',
] as const;

/** Only what differs: an absent field stays as it is, so that two who edit at once do not undo each other. */
export function changedDetails(before: Details, after: Details): Changed {
  const changed: Changed = {};
  for (const name of TEXTS) {
    const text = after[name].trim();
    if (text !== before[name].trim()) changed[name] = text === '' ? null : text;
  }
  if (after.unitKeys.join() !== before.unitKeys.join()) changed.unitKeys = [...after.unitKeys];
  // From a template to checked; never back.
  if (before.isTemplate && !after.isTemplate) changed.isTemplate = false;
  return changed;
}
