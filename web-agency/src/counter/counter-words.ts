import type { Text } from '@lapor/staff';
import { fieldText } from '@lapor/staff/decisions';
import type { AgencyMessageId } from '../app/use-text.ts';

const own: Record<string, AgencyMessageId> = {
  'title:TOO_SHORT': 'counter.fault.title',
  'title:REQUIRED': 'counter.fault.title',
  'text:TOO_SHORT': 'counter.fault.text',
  'text:REQUIRED': 'counter.fault.text',
  'consent:REQUIRED': 'counter.fault.consent',
  'occurredOn:IN_THE_FUTURE': 'counter.fault.future',
  'isAnonymous:IDENTITY_NEEDED': 'counter.fault.identityNeeded',
  'reporter.name:REQUIRED': 'counter.fault.name',
  'reporter.nik:REQUIRED': 'counter.fault.nik',
  'reporter.nik:INVALID_NIK': 'counter.fault.nik',
  'hasNoContact:REQUIRED': 'counter.fault.noContact',
  'reporter.phone:REQUIRED': 'counter.fault.contact',
  'reporter.phone:INVALID_PHONE': 'counter.fault.phone',
  'reporter.email:INVALID': 'counter.fault.email',
};

/** What is wrong with a field, and what would be right; undefined without a fault. */
export function counterFault(
  t: Text<AgencyMessageId>,
  field: string,
  code: string | undefined,
): string | undefined {
  const words = own[`${field}:${code}`];
  return words ? t(words) : fieldText(t, code);
}
