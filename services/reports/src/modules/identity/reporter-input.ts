import { z } from 'zod';
import { toE164 } from '@lapor/phone';
import { LIMITS, typed, type FieldFault } from '../report/index.ts';
import type { IdentityRequirement } from '../category/index.ts';
import type { Identity } from './sealed-identity.ts';

const blank = z.literal('').transform(() => null);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([blank, schema])
    .nullish()
    .transform((value) => value ?? null);
const reject = (context: z.RefinementCtx, code: string, message: string) => {
  context.addIssue({ code: 'custom', params: { code }, message });
  return z.NEVER;
};

/** `08…`, `628…`, `+628…` with spaces, dashes or dots; gives E.164. */
export const phone = z
  .string()
  .transform(
    (value, context) =>
      toE164(value) ??
      reject(context, 'INVALID_PHONE', 'An Indonesian mobile number, for example 0812 3456 7890.'),
  );

/** 16 digits that begin with a province code. Nothing else is derived from it. */
export const nik = z.string().transform((value, context) => {
  const digits = value.replace(/[\s.-]/g, '');
  const province = Number(digits.slice(0, 2));
  return /^\d{16}$/.test(digits) && province >= 11 && province <= 97
    ? digits
    : reject(context, 'INVALID_NIK', 'A NIK has 16 digits and begins with a province code.');
});

/** What the form may say of the reporter. */
export const reporterInput = z
  .object({
    name: optional(typed(2, LIMITS.name)),
    phone: optional(phone),
    email: optional(z.email().max(254)),
    nik: optional(nik),
    address: optional(typed(5, LIMITS.place)),
    // Absent where nothing is said: a key that was used before there was this has the same content still.
    doorAddress: z
      .string()
      .regex(/^[\w+@.-]{1,100}$/)
      .nullish()
      .transform((value) => value ?? undefined),
    showNamePublicly: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
  })
  .nullish()
  .transform((value) => value ?? null);
export type ReporterInput = z.infer<typeof reporterInput>;

const required = (field: string, message: string): FieldFault => ({
  path: `input.reporter.${field}`,
  code: 'REQUIRED',
  message,
});

/** What is missing or too much for the category and the chosen protection. */
export function identityFaults(
  reporter: ReporterInput,
  requirement: IdentityRequirement,
  { isAnonymous, hasAccount }: { isAnonymous: boolean; hasAccount: boolean },
): FieldFault[] {
  if (isAnonymous && requirement === 'IDENTITY') {
    return [
      {
        path: 'input.isAnonymous',
        code: 'IDENTITY_NEEDED',
        message: 'This kind of case needs a name; choose confidential instead.',
      },
    ];
  }
  const given =
    reporter &&
    (reporter.name ??
      reporter.phone ??
      reporter.email ??
      reporter.nik ??
      reporter.address ??
      reporter.doorAddress);
  if (isAnonymous && !hasAccount) {
    return given
      ? [
          {
            path: 'input.reporter',
            code: 'NOT_WITH_ANONYMOUS',
            message: 'An anonymous report without account keeps no identity or contact at all.',
          },
        ]
      : [];
  }
  // Nobody keeps a number that nobody needs.
  if (reporter?.nik && requirement !== 'IDENTITY') {
    return [
      {
        path: 'input.reporter.nik',
        code: 'NOT_NEEDED',
        message: 'A NIK is kept only where the category of the report needs it.',
      },
    ];
  }
  if (requirement === 'IDENTITY') {
    return [
      ...(reporter?.name ? [] : [required('name', 'The name as on the identity card.')]),
      ...(reporter?.nik ? [] : [required('nik', 'The NIK of the person concerned.')]),
      ...(reporter?.phone || reporter?.email || reporter?.doorAddress || hasAccount
        ? []
        : [required('phone', 'A phone number or mail address to ask back.')]),
    ];
  }
  const reachable = hasAccount || isAnonymous || reporter?.phone || reporter?.email || reporter?.doorAddress;
  return requirement === 'CONTACT' && !reachable
    ? [required('phone', 'A phone number or mail address to ask back.')]
    : [];
}

/** What will be sealed, or `null` when there is nothing to seal. */
export function identityToSeal(reporter: ReporterInput, accountId: string | null): Identity | null {
  const {
    name = null,
    phone: number = null,
    email = null,
    nik: personal = null,
    address = null,
    doorAddress = null,
  } = reporter ?? {};
  const identity = { name, phone: number, email, nik: personal, address, accountId, doorAddress };
  return Object.values(identity).some((value) => value !== null) ? identity : null;
}
