import type { MessageId } from '../../app/language-provider.tsx';
import type { FieldName } from './check-draft.ts';

const special: Partial<Record<`${FieldName}.${string}`, MessageId>> = {
  'text.REQUIRED': 'file.fault.text',
  'text.TOO_SHORT': 'file.fault.textShort',
  'title.REQUIRED': 'file.fault.title',
  'title.TOO_SHORT': 'file.fault.title',
  'phone.INVALID': 'file.fault.phone',
  'phone.INVALID_PHONE': 'file.fault.phone',
  'phone.CONTACT_NEEDED': 'file.fault.contact',
  'phone.REQUIRED': 'file.fault.contact',
  'email.INVALID': 'file.fault.email',
  'name.REQUIRED': 'file.fault.name',
  'nik.REQUIRED': 'file.fault.nik',
  'nik.INVALID': 'file.fault.nikInvalid',
  'nik.INVALID_NIK': 'file.fault.nikInvalid',
  'region.NOT_FOUND': 'file.fault.region',
  'occurredOn.IN_THE_FUTURE': 'file.fault.future',
  'photos.INVALID': 'file.fault.photos',
  'photos.NOT_FOUND': 'file.fault.photos',
};

const general: Record<string, MessageId> = {
  REQUIRED: 'file.fault.required',
  TOO_SHORT: 'file.fault.short',
  TOO_LONG: 'file.fault.long',
};

/** Words for a fault, from this page or from the server; an unknown code still says that the field needs a look. */
export const faultMessage = (field: FieldName, code: string): MessageId =>
  special[`${field}.${code}`] ?? general[code] ?? 'file.fault.invalid';
