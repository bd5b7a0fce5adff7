import type { VariablesOf } from '../../graphql.ts';
import type { SubmitReportDocument } from './submit-report.graphql.ts';
import type { PhotoPlace } from './upload.ts';

export type SubmitReportInput = VariablesOf<typeof SubmitReportDocument>['input'];
export type ReportKind = SubmitReportInput['kind'];
export type IdentityRequirement = 'NONE' | 'CONTACT' | 'IDENTITY';

/** What a draft remembers of the category: enough to show it and to know what must be asked. */
export interface DraftCategory {
  id: string;
  name: string;
  path: string;
  isSensitive: boolean;
  identityRequirement: IdentityRequirement;
}

export interface DraftPhoto {
  /** Name of the picture in the device's store. */
  key: string;
  fileName: string;
  sizeBytes: number;
  isImage: boolean;
  /** Id on the server once it is uploaded. */
  fileId: string | null;
  /** ISO instant of the upload. */
  uploadedAt?: string;
  /** Where its upload goes on after a break. */
  uploadUrl?: string;
  /** Where it was taken, until the reporter takes that as the place or leaves it. */
  place?: PhotoPlace | null;
}

/** Everything typed so far. It is kept on the device until the report is sent or the draft deleted. */
export interface Draft {
  /** Made once per report; makes every retry safe. */
  submissionKey: string;
  /** ISO instant of the last change. */
  changedAt: string;
  text: string;
  /** Null: proposed from the text. */
  title: string | null;
  kind: ReportKind;
  category: DraftCategory | null;
  region: { code: string; fullName: string; timeZone: string } | null;
  point: { latitude: number; longitude: number } | null;
  placeText: string;
  occurredOn: string;
  organisation: { id: string; name: string } | null;
  /** Id of the agency on whose page it was begun; counts while that agency is still the chosen one. */
  begunAt: string | null;
  /** It is about that agency's own people; then somebody else checks it. Asked where the agency checks by itself. */
  isAboutOfficers: boolean;
  photos: DraftPhoto[];
  /** Photos go in their full size, not shrunk on the device. */
  keepsOriginals: boolean;
  name: string;
  phone: string;
  email: string;
  nik: string;
  address: string;
  showNamePublicly: boolean;
  isAnonymous: boolean;
  isConfidential: boolean;
  /** The exact body that may have reached the server although its answer did not reach us. */
  sentInput: SubmitReportInput | null;
  /** ISO instant at which the reporter sent it; it goes by itself as soon as there is a network. */
  queuedAt: string | null;
  /** Whether news of the report will come by mail, as it was when it was sent. */
  willBeTold: boolean;
  /** Sent in the background, it could not be taken: the reporter has to look at it. */
  wasReturned: boolean;
}

export const emptyDraft = (submissionKey: string, now: Date): Draft => ({
  submissionKey,
  changedAt: now.toISOString(),
  text: '',
  title: null,
  kind: 'COMPLAINT',
  category: null,
  region: null,
  point: null,
  placeText: '',
  occurredOn: '',
  organisation: null,
  begunAt: null,
  isAboutOfficers: false,
  photos: [],
  keepsOriginals: false,
  name: '',
  phone: '',
  email: '',
  nik: '',
  address: '',
  showNamePublicly: false,
  isAnonymous: false,
  isConfidential: false,
  sentInput: null,
  queuedAt: null,
  willBeTold: false,
  wasReturned: false,
});

/** The server keeps a file without a report for 48 hours; an older draft sends its photos again. */
const freshMilliseconds = 40 * 3_600_000;

export const isOnServer = ({ fileId, uploadedAt = '' }: DraftPhoto, now: Date): boolean =>
  fileId !== null && now.getTime() - Date.parse(uploadedAt) < freshMilliseconds;

/** Whether anything was typed or picked at all. */
export const hasContent = (draft: Draft): boolean =>
  draft.text.trim() !== '' ||
  draft.photos.length > 0 ||
  draft.region !== null ||
  draft.placeText.trim() !== '';

export const requirementOf = (draft: Draft): IdentityRequirement =>
  draft.category?.identityRequirement ?? 'NONE';

/** Anonymous is not offered where the case cannot be handled without a name. */
export const mayBeAnonymous = (draft: Draft): boolean => requirementOf(draft) !== 'IDENTITY';

/** The switch as it counts, whatever was chosen before the category changed. */
export const isAnonymous = (draft: Draft): boolean => draft.isAnonymous && mayBeAnonymous(draft);
