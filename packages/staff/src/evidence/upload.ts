export interface UploadedFile {
  id: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** Absent where files are not published. */
  thumbnailUrl?: string | null;
}

export type UploadFault =
  | 'TOO_LARGE'
  | 'TOO_LONG'
  | 'TYPE_REFUSED'
  | 'DAMAGED'
  | 'ACTIVE_CONTENT'
  | 'INFECTED'
  | 'OFFLINE'
  | 'UNAVAILABLE';

export type UploadResult = { ok: true; file: UploadedFile } | { ok: false; code: UploadFault };

export interface Upload {
  file: File;
  /** Shares from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
  /** Whose the file is, for whoever has no account. */
  headers?: (() => Record<string, string>) | undefined;
}

const codes: Record<number, UploadFault> = {
  413: 'TOO_LARGE',
  415: 'TYPE_REFUSED',
  422: 'DAMAGED',
};
const named: Record<string, UploadFault> = {
  ACTIVE_CONTENT: 'ACTIVE_CONTENT',
  INFECTED: 'INFECTED',
  TOO_LONG: 'TOO_LONG',
};

/** What a refusal means; several come with the status of a damaged file and are told apart by their code. */
export const faultOf = (status: number, body: { code?: unknown } | null): UploadFault =>
  named[String(body?.code)] ?? codes[status] ?? 'UNAVAILABLE';
