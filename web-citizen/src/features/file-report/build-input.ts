import { isAnonymous, requirementOf, type Draft, type SubmitReportInput } from './draft.ts';
import { titleOf } from './check-draft.ts';

const orNull = (text: string) => text.trim() || null;

/**
 * The body of `submitReport`. Whoever is anonymous sends nothing about themselves; NIK and address are sent only where
 * the category needs them, even if they were typed before the category changed.
 */
export function buildInput(draft: Draft): SubmitReportInput {
  const anonymous = isAnonymous(draft);
  return {
    submissionKey: draft.submissionKey,
    kind: draft.kind,
    title: titleOf(draft),
    text: draft.text.trim(),
    occurredOn: draft.occurredOn || null,
    placeText: orNull(draft.placeText),
    point: draft.point,
    regionCode: draft.region?.code ?? null,
    categoryId: draft.category?.id ?? null,
    suggestedOrganisationId: draft.organisation?.id ?? null,
    filedOnPageOf: pageOf(draft),
    isAboutOfficers: draft.isAboutOfficers && pageOf(draft) !== null,
    attachmentIds: draft.photos.flatMap((photo) => photo.fileId ?? []),
    isAnonymous: anonymous,
    isConfidential: draft.isConfidential,
    reporter: anonymous ? null : reporterOf(draft),
  };
}

/** The agency on whose page it was begun, as long as it is still the chosen one. */
const pageOf = ({ begunAt, organisation }: Draft): string | null =>
  begunAt !== null && begunAt === organisation?.id ? begunAt : null;

function reporterOf(draft: Draft): SubmitReportInput['reporter'] {
  const needsIdentity = requirementOf(draft) === 'IDENTITY';
  const reporter = {
    name: orNull(draft.name),
    phone: orNull(draft.phone),
    email: orNull(draft.email),
    nik: needsIdentity ? orNull(draft.nik.replace(/\D/g, '')) : null,
    address: needsIdentity ? orNull(draft.address) : null,
    showNamePublicly: draft.showNamePublicly && draft.name.trim() !== '' && !draft.isConfidential,
  };
  return Object.values(reporter).some(Boolean) ? reporter : null;
}
